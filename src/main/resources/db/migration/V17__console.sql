-- Who is logged in to the console. Replicas share it and restarts keep it; of the id in the browser's
-- cookie only the SHA-256 is stored.
CREATE TABLE console_session (
    hash       bytea       PRIMARY KEY CHECK (octet_length(hash) = 32),
    api_key    text        NOT NULL REFERENCES api_key,
    created_at timestamptz NOT NULL,
    used_at    timestamptz NOT NULL
);

-- One index for each saved view of the ranking. None names last_activity_at, which almost every event
-- changes: rows could then no longer be updated without new index entries.
CREATE INDEX lead_hot_unassigned ON lead ((-score), lead) WHERE band = 'hot' AND owner IS NULL;
CREATE INDEX lead_by_stage_since ON lead (stage, stage_since) WHERE stage IS NOT NULL;
CREATE INDEX lead_in_stage ON lead ((-score), lead) WHERE stage IS NOT NULL;
CREATE INDEX lead_good_on_paper ON lead ((-score), lead) WHERE engagement = 0 AND fit > 0;
