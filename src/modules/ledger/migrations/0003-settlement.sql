-- What was collected for a service, or given back, at one moment; it is divided by a later settlement, and never changed.
create table ledger.proceeds (
  id uuid primary key,
  source text not null constraint proceeds_once unique,
  network_id uuid not null references network.network,
  collector_id uuid not null references network.institution,
  service_id uuid not null,
  visit_id uuid not null,
  person_id uuid not null,
  name_zh text not null,
  name_en text not null,
  service_date date not null,
  happened_at timestamptz not null,
  reason text not null check (reason in ('paid', 'refunded', 'refused')),
  service jsonb not null,
  charges jsonb not null,
  payments jsonb not null,
  net_fen bigint not null,
  institution_ids uuid[] not null, -- who collected, who delivered, who offers it, whose resources it used
  recorded_at timestamptz not null
);
create index on ledger.proceeds (service_id);

-- Where the settlements of a network stand: the row that rivals lock.
create table ledger.period (
  network_id uuid primary key references network.network,
  settled_until date,
  statements int not null default 0 -- numbers given so far
);

create table ledger.settlement (
  id uuid primary key,
  network_id uuid not null references network.network,
  from_date date not null,
  until_date date not null check (until_date >= from_date),
  services int not null,
  collected_fen bigint not null,
  settled_at timestamptz not null,
  settled_by uuid not null,
  institution_ids uuid[] not null,
  constraint settled_once_until unique (network_id, until_date)
);

-- The last word on "settled once": a row of proceeds is in one settlement.
create table ledger.settled_proceeds (
  proceeds_id uuid primary key references ledger.proceeds,
  settlement_id uuid not null references ledger.settlement,
  institution_ids uuid[] not null
);
create index on ledger.settled_proceeds (settlement_id);

-- What a settlement changed for one service, with everything that explains it: versions, what came in, who held what before and after.
create table ledger.settled_service (
  id uuid primary key,
  settlement_id uuid not null references ledger.settlement,
  service_id uuid not null,
  visit_id uuid not null,
  person_id uuid not null,
  masked_name text not null,
  name_zh text not null,
  name_en text not null,
  service_date date not null,
  happened_at timestamptz not null, -- the last that happened to it
  collected_fen bigint not null,
  version_ids uuid[] not null, -- the versions that divide it, in this settlement and for ever after
  evidence jsonb not null,
  institution_ids uuid[] not null,
  unique (settlement_id, service_id)
);
create index on ledger.settled_service (service_id);

-- What one party gets of a settlement; it confirms that it is right.
create table ledger.statement (
  id uuid primary key,
  settlement_id uuid not null references ledger.settlement,
  network_id uuid not null references network.network,
  number text not null,
  party_kind text not null check (party_kind in ('institution', 'practitioner')),
  party_id uuid not null references network.party,
  from_date date not null,
  until_date date not null,
  lines int not null,
  collected_fen bigint not null,
  total_fen bigint not null,
  version_ids uuid[] not null,
  state text not null check (state in ('to-confirm', 'confirmed')),
  due_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  version int not null default 1,
  institution_ids uuid[] not null,
  made_at timestamptz not null,
  unique (settlement_id, party_id),
  constraint statement_number unique (number),
  check ((state = 'confirmed') = (confirmed_at is not null and confirmed_by is not null))
);
create index on ledger.statement (party_id, until_date desc, id desc);
create index on ledger.statement (network_id, until_date desc, id desc);

create table ledger.statement_line (
  id uuid primary key,
  statement_id uuid not null references ledger.statement,
  place int not null check (place >= 1),
  settled_service_id uuid not null references ledger.settled_service,
  amount_fen bigint not null check (amount_fen <> 0),
  institution_ids uuid[] not null,
  unique (statement_id, place),
  unique (statement_id, settled_service_id)
);

alter table ledger.proceeds enable row level security;
alter table ledger.period enable row level security;
alter table ledger.settlement enable row level security;
alter table ledger.settled_proceeds enable row level security;
alter table ledger.settled_service enable row level security;
alter table ledger.statement enable row level security;
alter table ledger.statement_line enable row level security;
create policy parties on ledger.proceeds using (institution_ids && platform.acting_institutions() or platform.over_network());
create policy network on ledger.period using (platform.over_network());
create policy parties on ledger.settlement using (institution_ids && platform.acting_institutions() or platform.over_network());
create policy parties on ledger.settled_proceeds using (institution_ids && platform.acting_institutions() or platform.over_network());
create policy parties on ledger.settled_service using (institution_ids && platform.acting_institutions() or platform.over_network());
create policy parties on ledger.statement using (institution_ids && platform.acting_institutions() or platform.over_network());
create policy parties on ledger.statement_line using (institution_ids && platform.acting_institutions() or platform.over_network());

-- What is settled stays as it is; a statement can be confirmed, nothing else.
grant select, insert on ledger.proceeds, ledger.period, ledger.settlement, ledger.settled_proceeds, ledger.settled_service, ledger.statement,
  ledger.statement_line to careloom_server;
grant update (settled_until, statements) on ledger.period to careloom_server;
grant update (state, confirmed_at, confirmed_by, version) on ledger.statement to careloom_server;
