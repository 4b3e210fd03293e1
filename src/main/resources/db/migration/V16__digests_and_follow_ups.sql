-- What an endpoint is told of leads is gathered and sent as one message, at most so often.
ALTER TABLE webhook_endpoint
    ADD COLUMN digest_seconds integer CHECK (digest_seconds > 0),
    ADD COLUMN digest_next_at timestamptz NOT NULL DEFAULT '-infinity',
    -- reminds of leads that reached this stage and have no outcome after that time
    ADD COLUMN follow_up_stage text,
    ADD COLUMN follow_up_seconds integer CHECK (follow_up_seconds > 0),
    -- of stage changes since then
    ADD COLUMN follow_up_since timestamptz,
    -- up to when stage changes were looked at
    ADD COLUMN follow_up_seen timestamptz;

-- The message lead.digest that a delivery was gathered into. What is sent is read from the gathered
-- ones, so that a lead that is erased is in no digest any more.
ALTER TABLE delivery ADD COLUMN digest text;
CREATE INDEX delivery_by_digest ON delivery (digest) WHERE digest IS NOT NULL;

-- Stage changes of which an endpoint was reminded.
CREATE TABLE follow_up (
    lead         text COLLATE "C" NOT NULL,
    stage_change integer          NOT NULL, -- its sequence
    endpoint     text             NOT NULL REFERENCES webhook_endpoint ON DELETE CASCADE,
    PRIMARY KEY (lead, stage_change, endpoint)
);
CREATE INDEX stage_change_by_time ON stage_change (to_stage, at);
