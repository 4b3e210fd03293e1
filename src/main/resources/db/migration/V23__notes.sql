-- What people wrote about leads. Rules do not see it.
CREATE TABLE lead_note (
    lead   text COLLATE "C" NOT NULL,
    id     uuid        NOT NULL,
    at     timestamptz NOT NULL,
    -- the name of the API key with which it was written
    author text        NOT NULL,
    text   text        NOT NULL,
    PRIMARY KEY (lead, id)
);
