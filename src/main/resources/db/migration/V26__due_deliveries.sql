-- In the very order in which they are claimed: what a batch of events wrote is due at the same moment, and sorting
-- all of it for each claim would cost more than sending does.
DROP INDEX delivery_due;
CREATE INDEX delivery_due ON delivery (endpoint, next_attempt_at, id) WHERE state = 'pending' AND NOT to_contact;
