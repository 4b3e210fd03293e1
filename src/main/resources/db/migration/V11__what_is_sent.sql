-- What an endpoint wants, beside the types of messages.
ALTER TABLE webhook_endpoint
    -- which leads its messages may be about; an empty object for all
    ADD COLUMN filter jsonb NOT NULL DEFAULT '{}',
    -- lead.score.changed is sent when the score passes a multiple of it
    ADD COLUMN score_step integer NOT NULL DEFAULT 10 CHECK (score_step > 0),
    ADD COLUMN ordering text NOT NULL DEFAULT 'any' CHECK (ordering IN ('any', 'strict', 'latest-only'));

-- Numbers the messages about a lead, from 1 without gaps, whatever their type.
ALTER TABLE lead ADD COLUMN messages integer NOT NULL DEFAULT 0;
-- Null where a message is about no lead, and for those from before they were numbered.
ALTER TABLE message ADD COLUMN sequence integer;
-- Of the message: what the order of deliveries is asked by.
ALTER TABLE delivery ADD COLUMN sequence integer, ADD COLUMN type text;
UPDATE delivery SET type = message.type FROM message
WHERE message.lead = delivery.lead AND message.id = delivery.message;
ALTER TABLE delivery ALTER COLUMN type SET NOT NULL;

-- A newer message made it needless.
ALTER TABLE delivery DROP CONSTRAINT delivery_state_check,
    ADD CONSTRAINT delivery_state_check CHECK (state IN ('pending', 'delivered', 'failed', 'superseded'));

-- What of a lead waits for an endpoint, in order.
CREATE INDEX delivery_waiting ON delivery (lead, endpoint, sequence) WHERE state = 'pending';
