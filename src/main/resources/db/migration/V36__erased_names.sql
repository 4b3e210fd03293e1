-- Keys and addresses of leads that were erased, as keyed hashes: what comes under them is refused for a while.
CREATE TABLE erased_name (
    hash          bytea       PRIMARY KEY,
    refused_until timestamptz NOT NULL
);
CREATE INDEX erased_name_by_time ON erased_name (refused_until);

-- The key of the hashes, so that a list of addresses cannot be tried against them without the database.
CREATE TABLE erased_name_key (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    secret bytea   NOT NULL
);
INSERT INTO erased_name_key (secret)
VALUES (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

CREATE FUNCTION erased_name_hash(name text) RETURNS bytea
LANGUAGE sql STABLE
AS $$ SELECT sha256(secret || convert_to(name, 'UTF8')) FROM erased_name_key $$;
