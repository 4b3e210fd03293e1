-- Versions are added, never changed; what becomes of them is told by their publications.
ALTER TABLE ruleset
    -- id of the API key that uploaded it; null when the service made it of its deployment
    ADD COLUMN created_by text,
    -- the workbook came with a deployment and not from analysts
    ADD COLUMN shipped boolean NOT NULL DEFAULT true,
    ADD COLUMN workbook_digest bytea NOT NULL GENERATED ALWAYS AS (sha256(workbook)) STORED,
    -- what its check found, whole and in numbers; null for versions from before this was kept
    ADD COLUMN findings jsonb,
    ADD COLUMN figures jsonb;

-- Which version was made live when, by whom. The last one is live; one version may go live often.
CREATE TABLE ruleset_publication (
    sequence      integer PRIMARY KEY,
    ruleset       integer     NOT NULL REFERENCES ruleset,
    replaced      integer,
    published_at  timestamptz NOT NULL,
    published_by  text,
    comment       text        NOT NULL,
    -- whether stage changes that come of the new rules alone are sent
    announce      boolean     NOT NULL,
    -- when the last lead was assessed under it; null while some are not
    reassessed_at timestamptz
);
CREATE INDEX ruleset_publication_by_ruleset ON ruleset_publication (ruleset, sequence);

INSERT INTO ruleset_publication (sequence, ruleset, replaced, published_at, comment, announce)
SELECT row_number() OVER past, number, lag(number) OVER past, published_at, comment, false
FROM ruleset
WHERE published_at IS NOT NULL
WINDOW past AS (ORDER BY published_at, number);

ALTER TABLE ruleset DROP COLUMN published_at, DROP COLUMN digest;
