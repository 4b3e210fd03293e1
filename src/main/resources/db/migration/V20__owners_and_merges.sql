-- Owners that somebody chose. Those that rules chose stand with the stage change at which they did.
CREATE TABLE owner_change (
    lead        text COLLATE "C" NOT NULL,
    sequence    integer     NOT NULL,
    at          timestamptz NOT NULL,
    from_owner  text,
    to_owner    text        NOT NULL,
    -- number of the lead's last stage change before it, 0 for none
    after_stage integer     NOT NULL,
    -- id of the API key it was done with
    changed_by  text        NOT NULL,
    PRIMARY KEY (lead, sequence)
);

-- Which leads turned out to be one. What the merged lead had is the other's now: its events, and its
-- histories under the numbers 0, -1, -2 …, below those of the other's own.
CREATE TABLE lead_merge (
    lead      text COLLATE "C" NOT NULL,
    merged    text COLLATE "C" NOT NULL,
    at        timestamptz NOT NULL,
    -- id of the API key it was done with
    merged_by text        NOT NULL,
    PRIMARY KEY (lead, merged)
);

-- The id an event was posted under, where a merge had to give it another because both leads had an
-- event of that id. Both count, and both are recognised when they come again.
ALTER TABLE event ADD COLUMN posted_id text COLLATE "C";
CREATE INDEX event_by_posted_id ON event (lead, source, posted_id) WHERE posted_id IS NOT NULL;

-- Messages follow their lead, and deliveries and attempts their message.
ALTER TABLE delivery
    DROP CONSTRAINT delivery_lead_message_fkey,
    ADD CONSTRAINT delivery_lead_message_fkey FOREIGN KEY (lead, message) REFERENCES message
        ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE attempt
    DROP CONSTRAINT attempt_lead_delivery_fkey,
    ADD CONSTRAINT attempt_lead_delivery_fkey FOREIGN KEY (lead, delivery) REFERENCES delivery
        ON UPDATE CASCADE ON DELETE CASCADE;
