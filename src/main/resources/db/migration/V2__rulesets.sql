-- Numbered, immutable versions of the rules: one workbook plus the DRL files of the deployment.
CREATE TABLE ruleset (
    number       integer PRIMARY KEY,
    workbook     bytea       NOT NULL,
    drl          jsonb       NOT NULL,
    digest       bytea       NOT NULL,
    comment      text        NOT NULL,
    created_at   timestamptz NOT NULL,
    published_at timestamptz
);
