-- What a lead did lately, apart from the rest. PostgreSQL writes a large value anew when a byte of it changes, so each
-- event of a lead with a long history cost as much as the history is long; what does not change is not written.
-- All a lead did is activities || recent_activities.
ALTER TABLE lead ADD COLUMN recent_activities bytea NOT NULL DEFAULT '';
ALTER TABLE lead ALTER COLUMN recent_activities SET STORAGE EXTERNAL;
