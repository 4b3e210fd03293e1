-- CSV files that become events or profiles. The file itself is here until it is done, so that any
-- process can go on where one died.
CREATE TABLE csv_import (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name          text        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('leads', 'events')),
    state         text        NOT NULL DEFAULT 'draft'
                              CHECK (state IN ('draft', 'running', 'cancelled', 'done')),
    bytes         bigint      NOT NULL,
    digest        bytea       NOT NULL, -- of the file; with the line it makes the ids of events without one
    delimiter     text        NOT NULL,
    header        jsonb       NOT NULL,
    mapping       jsonb       NOT NULL, -- guessed, then as it was started with
    lines         bigint      NOT NULL,
    -- how far it came: the last line that is done
    position      bigint      NOT NULL DEFAULT 0,
    accepted      bigint      NOT NULL DEFAULT 0,
    duplicates    bigint      NOT NULL DEFAULT 0,
    rejected      bigint      NOT NULL DEFAULT 0,
    worked_millis bigint      NOT NULL DEFAULT 0,
    created_by    text        NOT NULL,
    created_at    timestamptz NOT NULL,
    started_at    timestamptz,
    finished_at   timestamptz,
    -- the lease of the process that works on it
    held_by       text,
    held_until    timestamptz
);

CREATE TABLE csv_import_part (
    csv_import integer NOT NULL REFERENCES csv_import ON DELETE CASCADE,
    number     integer NOT NULL,
    bytes      bytea   NOT NULL,
    PRIMARY KEY (csv_import, number)
);
-- Written once, read once: trying to compress costs more than it saves.
ALTER TABLE csv_import_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Lines that were not taken. The lead is '' where the line names none.
CREATE TABLE csv_import_error (
    lead       text COLLATE "C" NOT NULL,
    csv_import integer          NOT NULL REFERENCES csv_import ON DELETE CASCADE,
    line       bigint           NOT NULL,
    problem    text             NOT NULL,
    cells      jsonb            NOT NULL,
    PRIMARY KEY (lead, csv_import, line)
);
CREATE INDEX csv_import_error_by_import ON csv_import_error (csv_import, line);
