-- Who may call the service. The secret itself is never stored: it has 256 random bits, so its plain
-- SHA-256 cannot be reversed and costs nothing to check.
create table api_key (
    id         text        primary key,
    name       text        not null,
    roles      text[]      not null check (cardinality(roles) > 0),
    hash       bytea       not null check (octet_length(hash) = 32),
    created_at timestamptz not null,
    revoked_at timestamptz
);
