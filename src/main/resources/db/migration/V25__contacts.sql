-- Who is mailed when an endpoint is disabled without anybody asking.
ALTER TABLE webhook_endpoint ADD COLUMN contact text;

-- Mail to the endpoint's contact and no message to the endpoint itself, so it goes out while that is disabled.
ALTER TABLE delivery ADD COLUMN to_contact boolean NOT NULL DEFAULT false;
CREATE INDEX delivery_to_contact ON delivery (next_attempt_at, id) WHERE state = 'pending' AND to_contact;
