-- Compiled DRL, so that only the first start with new files takes the seconds of a compiler. It can
-- be deleted at any time: what is missing is compiled again.
CREATE TABLE compiled_drl (
    fingerprint bytea       PRIMARY KEY, -- of the files, the compiler and the classes they build on
    classes     bytea       NOT NULL,    -- a jar
    created_at  timestamptz NOT NULL
);
