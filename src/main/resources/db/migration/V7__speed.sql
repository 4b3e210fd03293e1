-- Keys are compared byte by byte: several times faster than by the rules of a language, and the same
-- on every server.
ALTER TABLE lead ALTER COLUMN lead TYPE text COLLATE "C";
ALTER TABLE lead_alias ALTER COLUMN alias TYPE text COLLATE "C", ALTER COLUMN lead TYPE text COLLATE "C";
ALTER TABLE event
    ALTER COLUMN lead TYPE text COLLATE "C",
    ALTER COLUMN source TYPE text COLLATE "C",
    ALTER COLUMN id TYPE text COLLATE "C";
ALTER TABLE profile_change ALTER COLUMN lead TYPE text COLLATE "C";
ALTER TABLE score_change ALTER COLUMN lead TYPE text COLLATE "C";
ALTER TABLE stage_change ALTER COLUMN lead TYPE text COLLATE "C";

-- Room on the page for the next version of a row: it then needs no new index entries unless a column
-- that is indexed changes.
ALTER TABLE lead SET (fillfactor = 70);

-- Distances between times hardly compress; trying costs more than it saves.
ALTER TABLE lead ALTER COLUMN activities SET STORAGE EXTERNAL;

-- One index for each filter of the ranking, in its order, so that a page costs the same however deep
-- it lies. Descending scores as ascending negative ones: then a cursor is one comparison of rows.
DROP INDEX lead_by_score;
CREATE INDEX lead_by_rank ON lead ((-score), lead);
CREATE INDEX lead_by_stage ON lead (coalesce(stage, ''), (-score), lead);
CREATE INDEX lead_by_band ON lead (coalesce(band, ''), (-score), lead);
CREATE INDEX lead_by_grade ON lead (coalesce(grade, ''), (-score), lead);
CREATE INDEX lead_by_owner ON lead (coalesce(owner, ''), (-score), lead);

-- What a lead is looked for by: key, name, company, e-mail address, one a line. Not on the row of the
-- lead, whose every change of score would then cost an entry for each three letters.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE lead_text (
    lead text COLLATE "C" PRIMARY KEY,
    text text NOT NULL
);

CREATE FUNCTION lead_text(key text, profile jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT concat_ws(E'\n', key, nullif(concat_ws(' ', profile->>'firstName', profile->>'lastName'), ''),
        profile->>'company', profile->>'email')
$$;

INSERT INTO lead_text SELECT lead, lead_text(lead, profile) FROM lead;
CREATE INDEX lead_text_by_part ON lead_text USING gin (text gin_trgm_ops);

-- By trigger, so that it holds whoever writes leads.
CREATE FUNCTION keep_lead_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM lead_text WHERE lead = OLD.lead;
    ELSE
        INSERT INTO lead_text VALUES (NEW.lead, lead_text(NEW.lead, NEW.profile))
        ON CONFLICT (lead) DO UPDATE SET text = excluded.text;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER lead_text_of_new AFTER INSERT OR DELETE ON lead
    FOR EACH ROW EXECUTE FUNCTION keep_lead_text();
CREATE TRIGGER lead_text_of_told AFTER UPDATE OF profile ON lead
    FOR EACH ROW WHEN (OLD.profile IS DISTINCT FROM NEW.profile) EXECUTE FUNCTION keep_lead_text();
