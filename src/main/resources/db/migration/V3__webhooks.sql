-- Where to send.
create table webhook_endpoint (
  id               text        primary key,
  url              text        not null,
  event_types      text[]      not null default '{}', -- empty: every type
  secret           bytea       not null,              -- encrypted, never in clear
  description      text,
  enabled          boolean     not null default true,
  disabled_because text,
  created_at       timestamptz not null
);

-- What happened. The lead is '' for messages that concern none.
create table message (
  lead       text        not null,
  id         text        not null, -- the webhook-id, the same for every endpoint and every try
  type       text        not null,
  payload    text        not null, -- the very bytes that are signed, in UTF-8
  created_at timestamptz not null,
  primary key (lead, id)
);

-- One message for one endpoint.
create table delivery (
  lead                   text        not null,
  id                     bigint      generated always as identity,
  message                text        not null,
  endpoint               text        not null references webhook_endpoint on delete cascade,
  state                  text        not null default 'pending'
                                     check (state in ('pending', 'delivered', 'failed')),
  attempts               integer     not null default 0, -- tries begun; the number of the latest claim
  attempts_before_replay integer     not null default 0, -- where the present round of tries began
  next_attempt_at        timestamptz not null,
  claimed_until          timestamptz,                    -- the lease of the process that is trying now
  created_at             timestamptz not null,
  delivered_at           timestamptz,
  primary key (lead, id),
  unique (lead, message, endpoint),
  foreign key (lead, message) references message on delete cascade
);

create index delivery_due on delivery (endpoint, next_attempt_at) where state = 'pending';
create index delivery_newest on delivery (id);
create index delivery_newest_of_endpoint on delivery (endpoint, id);

-- One HTTP try.
create table attempt (
  lead     text        not null,
  delivery bigint      not null,
  number   integer     not null,
  at       timestamptz not null,
  millis   integer     not null,
  status   integer,              -- null when no answer came
  error    text,                 -- null when an answer came
  body     text,                 -- the first 4 KB of the answer
  primary key (lead, delivery, number),
  foreign key (lead, delivery) references delivery on delete cascade
);
