-- Leads of whom nothing was seen yet, for the saved view that asks for them. An index that named
-- last_activity_at itself would get a new entry with almost every event; this changes once in a lead's life.
ALTER TABLE lead ADD COLUMN never_active boolean GENERATED ALWAYS AS (last_activity_at IS NULL) STORED;
DROP INDEX lead_good_on_paper;
CREATE INDEX lead_good_on_paper ON lead ((-score), lead) WHERE never_active AND engagement = 0 AND fit > 0;
