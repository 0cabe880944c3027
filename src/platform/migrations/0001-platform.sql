create extension if not exists btree_gist;

grant usage on schema platform to careloom_server;

-- Settings of the transaction that the policies compare with. `platform/transaction` sets them; absent means nobody and nothing.
create function platform.acting_institutions() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('careloom.institutions', true), ''), '{}')::uuid[] $$;
create function platform.opened_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('careloom.person', true), '')::uuid $$;
create function platform.over_network() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('careloom.scope', true), '') = 'network' $$;

create table platform.clock (
  only_row boolean primary key default true check (only_row),
  offset_milliseconds bigint not null default 0 check (offset_milliseconds >= 0)
);
insert into platform.clock default values;
grant select, update on platform.clock to careloom_server;

create table platform.account (
  id uuid primary key,
  login text not null unique check (login = lower(login) and length(login) between 2 and 64),
  password_hash text not null,
  name_zh text not null,
  name_en text not null,
  person_id uuid,
  practitioner_id uuid,
  created_at timestamptz not null
);
create table platform.account_role (
  account_id uuid not null references platform.account,
  institution_id uuid not null,
  role text not null,
  primary key (account_id, institution_id, role)
);
create table platform.session (
  token_hash bytea primary key,
  account_id uuid not null references platform.account,
  institution_id uuid,
  started_at timestamptz not null,
  expires_at timestamptz not null
);
create index on platform.session (expires_at);
create table platform.login_attempt (
  subject_hash bytea primary key,
  failures int not null,
  blocked_until timestamptz not null
);
grant select, insert on platform.account, platform.account_role to careloom_server;
grant select, insert, update, delete on platform.session, platform.login_attempt to careloom_server;

create table platform.idempotency (
  account_id uuid not null,
  key text not null check (length(key) between 8 and 128),
  operation text not null,
  input_hash bytea not null,
  answer jsonb,
  expires_at timestamptz not null,
  primary key (account_id, key)
);
create index on platform.idempotency (expires_at);
grant select, insert, update, delete on platform.idempotency to careloom_server;

-- Append-only: the server may insert and read, nothing else. `transaction` lets the sealer see which rows can still be joined by others.
create table platform.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account_id uuid,
  institution_id uuid,
  operation text not null,
  outcome text not null,
  subject text,
  request_id text not null,
  input_hash bytea,
  transaction xid8 not null default pg_current_xact_id()
);
create index on platform.audit (transaction, id);
create table platform.seal (
  block int primary key,
  until_transaction xid8 not null,
  row_ids bigint[] not null,
  row_hashes bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null
);
grant select, insert on platform.audit, platform.seal to careloom_server;

create table platform.outbox (
  id bigint generated always as identity primary key,
  event text not null,
  subject uuid not null,
  payload jsonb not null,
  published_at timestamptz not null,
  request_id text not null
);
create table platform.delivery (
  outbox_id bigint not null references platform.outbox on delete cascade,
  subscriber text not null,
  subject uuid not null,
  attempts int not null default 0,
  next_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'done', 'parked', 'skipped')),
  fault text,
  primary key (outbox_id, subscriber)
);
create index delivery_open on platform.delivery (subscriber, subject, outbox_id) where state in ('open', 'parked');
create index delivery_next on platform.delivery (subscriber, outbox_id) where state = 'open';
grant select, insert, delete on platform.outbox to careloom_server;
grant select, insert, update on platform.delivery to careloom_server;

create table platform.due (
  id uuid primary key,
  at timestamptz not null,
  kind text not null,
  subject uuid not null,
  attempts int not null default 0,
  fault text,
  state text not null default 'open' check (state in ('open', 'parked')),
  unique (kind, subject, at)
);
create index due_next on platform.due (at) where state = 'open';
grant select, insert, update, delete on platform.due to careloom_server;

-- Who may see a person is a row. The person's facts are opened through it, and the opening is written down.
create table platform.person_grant (
  id uuid primary key,
  person_id uuid not null,
  institution_id uuid not null,
  reason text not null check (reason in ('registration', 'visit', 'referral', 'board', 'contract', 'consent', 'break-glass')),
  subject_id uuid not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null check (valid_until >= valid_from),
  unique (person_id, institution_id, reason, subject_id)
);
create table platform.person_opening (
  id uuid primary key,
  person_id uuid not null,
  institution_id uuid,
  account_id uuid not null,
  reason text not null,
  operation text not null,
  opened_at timestamptz not null
);
create index on platform.person_opening (person_id, opened_at);
alter table platform.person_grant enable row level security;
create policy seen_by_institution on platform.person_grant
  using (institution_id = any (platform.acting_institutions()) or person_id = platform.opened_person() or platform.over_network());
alter table platform.person_opening enable row level security;
create policy read_by_person on platform.person_opening for select
  using (person_id = platform.opened_person() or institution_id = any (platform.acting_institutions()));
create policy written_by_all on platform.person_opening for insert with check (true);
grant select, insert, update on platform.person_grant to careloom_server;
grant select, insert on platform.person_opening to careloom_server;
