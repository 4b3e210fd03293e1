-- All keys of lead data in one collation, that of bytes: so that they may be distributed by the hash of the lead, and are
-- compared in the same order everywhere.
ALTER TABLE attempt ALTER COLUMN lead TYPE text COLLATE "C";
ALTER TABLE delivery
    ALTER COLUMN lead TYPE text COLLATE "C",
    ALTER COLUMN message TYPE text COLLATE "C",
    ALTER COLUMN endpoint TYPE text COLLATE "C";
ALTER TABLE message
    ALTER COLUMN lead TYPE text COLLATE "C",
    ALTER COLUMN id TYPE text COLLATE "C";
ALTER TABLE log_difference
    ALTER COLUMN lead TYPE text COLLATE "C",
    ALTER COLUMN what TYPE text COLLATE "C";
ALTER TABLE follow_up ALTER COLUMN endpoint TYPE text COLLATE "C";
