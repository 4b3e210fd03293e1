-- Every key of lead data begins with the lead, so that these tables can be hash-distributed later.
-- There are no foreign keys to lead: the batch transaction writes all of them together.

-- Where a lead stands. Activities and awards are a snapshot; the truth is in event and profile_change.
CREATE TABLE lead (
    lead             text PRIMARY KEY,
    profile          jsonb       NOT NULL DEFAULT '{}',
    activities       bytea       NOT NULL DEFAULT '',
    awards           jsonb       NOT NULL DEFAULT '{}',
    score            integer     NOT NULL DEFAULT 0,
    fit              integer     NOT NULL DEFAULT 0,
    engagement       integer     NOT NULL DEFAULT 0,
    grade            text,
    band             text,
    stage            text,
    stage_since      timestamptz,
    owner            text,
    ruleset          integer     NOT NULL DEFAULT 0,
    assessed_at      timestamptz,
    next_review_at   timestamptz,
    last_activity_at timestamptz,
    -- why the lead could not be assessed; its score is then that of assessed_at
    problem          text,
    profile_changes  integer     NOT NULL DEFAULT 0,
    score_changes    integer     NOT NULL DEFAULT 0,
    stage_changes    integer     NOT NULL DEFAULT 0,
    created_at       timestamptz NOT NULL
);

CREATE INDEX lead_by_score ON lead (score DESC, lead);
CREATE INDEX lead_by_review ON lead (next_review_at) WHERE next_review_at IS NOT NULL;
CREATE INDEX lead_by_ruleset ON lead (ruleset);

-- Other names a lead is known by: its e-mail addresses, in lower case.
CREATE TABLE lead_alias (
    alias text PRIMARY KEY,
    lead  text NOT NULL
);
CREATE INDEX lead_alias_by_lead ON lead_alias (lead);

CREATE TABLE event (
    lead        text        NOT NULL,
    source      text        NOT NULL,
    id          text        NOT NULL,
    type        text        NOT NULL,
    subject     text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    properties  jsonb,
    -- of the event as posted, to tell a repetition from another event under the same id
    digest      bytea       NOT NULL,
    PRIMARY KEY (lead, source, id)
);

-- What was said of a lead, as merge patches (RFC 7396) in the order in which they were taken.
CREATE TABLE profile_change (
    lead     text        NOT NULL,
    sequence integer     NOT NULL,
    at       timestamptz NOT NULL,
    patch    jsonb       NOT NULL,
    PRIMARY KEY (lead, sequence)
);

CREATE TABLE score_change (
    lead         text        NOT NULL,
    sequence     integer     NOT NULL,
    at           timestamptz NOT NULL,
    score        integer     NOT NULL,
    fit          integer     NOT NULL,
    engagement   integer     NOT NULL,
    grade        text,
    band         text,
    ruleset      integer     NOT NULL,
    -- the event that brought it; null when a profile, time or new rules did
    event_source text,
    event_id     text,
    PRIMARY KEY (lead, sequence)
);

CREATE TABLE stage_change (
    lead         text        NOT NULL,
    sequence     integer     NOT NULL,
    at           timestamptz NOT NULL,
    from_stage   text,
    to_stage     text,
    score        integer     NOT NULL,
    ruleset      integer     NOT NULL,
    owner        text,
    event_source text,
    event_id     text,
    PRIMARY KEY (lead, sequence)
);
