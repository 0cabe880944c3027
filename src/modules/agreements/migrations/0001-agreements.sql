create schema agreements;
grant usage on schema agreements to careloom_server;

-- What institutions have agreed on. Its parties read it; of others not even its name.
create table agreements.agreement (
  id uuid primary key,
  network_id uuid not null references network.network,
  code text not null,
  title_zh text not null,
  title_en text not null,
  institution_ids uuid[] not null check (cardinality(institution_ids) >= 2),
  ended_on date, -- its last day
  end_reason text,
  made_at timestamptz not null,
  unique (network_id, code),
  check ((ended_on is null) = (end_reason is null))
);
create index on agreements.agreement using gin (institution_ids);

-- A party in the role that the terms name.
create table agreements.party (
  agreement_id uuid not null references agreements.agreement,
  role text not null,
  party_id uuid not null references network.institution,
  place int not null,
  institution_ids uuid[] not null,
  primary key (agreement_id, role),
  constraint party_once unique (agreement_id, party_id)
);

-- The terms for a span of days, both included. Signed versions of one agreement never overlap; terms are frozen when proposed.
create table agreements.version (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement,
  number int not null check (number >= 1),
  terms jsonb not null,
  terms_hash text,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  state text not null check (state in ('draft', 'proposed', 'signed', 'withdrawn')),
  withdraw_reason text,
  institution_ids uuid[] not null,
  made_at timestamptz not null,
  unique (agreement_id, number),
  check (state not in ('proposed', 'signed') or terms_hash is not null),
  check ((state = 'withdrawn') = (withdraw_reason is not null)),
  constraint signed_versions_are_apart exclude using gist (agreement_id with =, daterange(valid_from, valid_until, '[]') with &&) where (state = 'signed')
);
create unique index one_draft on agreements.version (agreement_id) where state = 'draft';
create index on agreements.version (valid_from, valid_until) where state = 'signed';

-- One per party, made when the version is proposed; it carries the hash of the terms that were signed.
create table agreements.signature (
  id uuid primary key,
  version_id uuid not null references agreements.version,
  party_id uuid not null references network.institution,
  signed_on date,
  signed_by uuid,
  terms_hash text,
  institution_ids uuid[] not null,
  unique (version_id, party_id),
  check ((signed_on is null) = (terms_hash is null))
);

alter table agreements.agreement enable row level security;
alter table agreements.party enable row level security;
alter table agreements.version enable row level security;
alter table agreements.signature enable row level security;
create policy parties on agreements.agreement using (institution_ids && platform.acting_institutions() or platform.over_network());
create policy parties on agreements.party using (institution_ids && platform.acting_institutions() or platform.over_network());
create policy parties on agreements.version using (institution_ids && platform.acting_institutions() or platform.over_network());
create policy parties on agreements.signature using (institution_ids && platform.acting_institutions() or platform.over_network());

grant select, insert on all tables in schema agreements to careloom_server;
grant update (ended_on, end_reason) on agreements.agreement to careloom_server;
grant update (terms, terms_hash, valid_from, valid_until, state, withdraw_reason) on agreements.version to careloom_server;
grant update (signed_on, signed_by, terms_hash) on agreements.signature to careloom_server;
