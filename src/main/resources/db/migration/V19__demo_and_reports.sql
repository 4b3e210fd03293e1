-- The demo data, if there is any or will be in a moment.
CREATE TABLE demo (
    single     boolean     PRIMARY KEY DEFAULT true CHECK (single),
    state      text        NOT NULL CHECK (state IN ('loading', 'loaded', 'removing')),
    total      integer     NOT NULL, -- leads that it has when it is loaded
    leads      integer     NOT NULL DEFAULT 0,
    ends_at    timestamptz NOT NULL  -- when its six months end
);

-- The figures of the overview that take a look at all leads, as they were last. They hold numbers
-- alone, nothing about a lead.
CREATE TABLE overview (
    single      boolean     PRIMARY KEY DEFAULT true CHECK (single),
    computed_at timestamptz NOT NULL,
    took_millis bigint      NOT NULL,
    figures     jsonb       NOT NULL
);

-- How many leads were in which band at the end of a week (of its Sunday, UTC). The band is '' for none.
CREATE TABLE band_week (
    week  date   NOT NULL,
    band  text   NOT NULL,
    leads bigint NOT NULL,
    PRIMARY KEY (week, band)
);

-- What sales reported, the latest first.
CREATE INDEX event_outcome ON event (received_at DESC) WHERE type = 'outcome';
