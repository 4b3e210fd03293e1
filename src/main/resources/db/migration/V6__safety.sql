-- Leads that could not be assessed, to be listed and tried again.
CREATE INDEX lead_by_problem ON lead (lead) WHERE problem IS NOT NULL;

-- Runs in which all leads are compared with what their logs say.
CREATE TABLE log_check (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    repair      boolean     NOT NULL,
    -- how far it came: the last lead compared
    upto        text        NOT NULL DEFAULT '',
    leads       bigint      NOT NULL DEFAULT 0,
    other_rules bigint      NOT NULL DEFAULT 0,
    differences bigint      NOT NULL DEFAULT 0,
    repaired    bigint      NOT NULL DEFAULT 0,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz
);
-- One at a time.
CREATE UNIQUE INDEX log_check_running ON log_check ((true)) WHERE finished_at IS NULL;

CREATE TABLE log_difference (
    lead     text    NOT NULL,
    log_check integer NOT NULL REFERENCES log_check ON DELETE CASCADE,
    what     text    NOT NULL,
    stored   text    NOT NULL,
    replayed text    NOT NULL,
    -- null while nobody has tried, or where that is not asked for
    repaired boolean,
    PRIMARY KEY (lead, log_check, what)
);
CREATE INDEX log_difference_by_check ON log_difference (log_check, lead, what);
