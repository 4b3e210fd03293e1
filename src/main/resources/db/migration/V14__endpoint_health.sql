-- How an endpoint fares, and how much of it is sent at once. In the database, so that all processes
-- see the same: what one learns of an endpoint holds for all of them, and a restart forgets nothing.
alter table webhook_endpoint
  add column per_second    integer check (per_second > 0), -- null: no limit
  add column at_once       integer check (at_once > 0),    -- all processes together; null: each its own limit
  add column failures      integer not null default 0,     -- tries that failed, since one succeeded
  add column failing_since timestamptz,                    -- when the first of them ended
  add column paused_until  timestamptz,                    -- nothing is sent before; then one at a time, until one succeeds
  add column ramp          integer,                        -- after a pause: how many at once, one more for each success
  add column paced_until   timestamptz;                    -- what was sent is paid for, at so many a second, until then

-- What of it has to be looked at by one process at a time.
alter table webhook_endpoint add column restrained boolean not null generated always as (
  per_second is not null or at_once is not null or paused_until is not null or ramp is not null) stored;

-- Room on the page for the claim of a delivery, which changes no column that is indexed.
alter table delivery set (fillfactor = 70);
