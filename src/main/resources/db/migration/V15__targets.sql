-- Endpoints of other kinds than a plain webhook.
ALTER TABLE webhook_endpoint
    ADD COLUMN kind text NOT NULL DEFAULT 'webhook'
        CHECK (kind IN ('webhook', 'slack', 'teams', 'email', 'template')),
    -- what the kind needs to know, nothing secret
    ADD COLUMN config jsonb NOT NULL DEFAULT '{}',
    -- what it calls with, encrypted as JSON; never in clear
    ADD COLUMN credentials bytea;
