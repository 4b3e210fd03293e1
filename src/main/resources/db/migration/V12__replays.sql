-- What is sent again when somebody asks for all that failed.
CREATE INDEX delivery_failed ON delivery (endpoint, created_at) WHERE state = 'failed';
