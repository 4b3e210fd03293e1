-- What an endpoint's messages are signed with. While a key is being replaced the old one signs along.
create table signing_key (
  id          integer     generated always as identity primary key,
  endpoint    text        not null references webhook_endpoint on delete cascade,
  kind        text        not null check (kind in ('v1', 'v1a')), -- HMAC-SHA256, Ed25519
  sealed      bytea       not null,                               -- encrypted, never in clear
  public_key  bytea,                                              -- what verifies v1a
  created_at  timestamptz not null,
  signs_until timestamptz                                         -- null: until it is replaced
);
create unique index signing_key_present on signing_key (endpoint, kind) where signs_until is null;
create index signing_key_by_endpoint on signing_key (endpoint);

insert into signing_key (endpoint, kind, sealed, created_at)
select id, 'v1', secret, created_at from webhook_endpoint where secret <> '';
alter table webhook_endpoint drop column secret;

-- The headers of a try, as a JSON object of names and values; null for tries from before they were kept.
alter table attempt add column request_headers jsonb;
