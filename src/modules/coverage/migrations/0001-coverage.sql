create schema coverage;
grant usage on schema coverage to careloom_server;

-- Who insures. A party of its own, member of no network: its contracts say where it pays directly.
create table coverage.payer (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  name_zh text not null,
  name_en text not null
);
-- How the two systems reach each other. Our token is needed as it is; of the payer's only the hash is kept.
create table coverage.connection (
  payer_id uuid primary key references coverage.payer,
  endpoint text not null,
  token text not null,
  answer_token_hash bytea not null,
  connected_at timestamptz not null
);
-- Direct billing between a payer and a network: what is taken off the list price before the payer pays.
create table coverage.contract (
  id uuid primary key,
  payer_id uuid not null references coverage.payer,
  network_id uuid not null references network.network,
  discount_basis_points int not null check (discount_basis_points between 0 and 10000),
  answer_days int not null check (answer_days >= 1), -- in which a claim is answered
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  constraint contracts_are_apart exclude using gist (payer_id with =, network_id with =, daterange(valid_from, valid_until, '[]') with &&)
);
create table coverage.product (
  id uuid primary key,
  payer_id uuid not null references coverage.payer,
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  name_zh text not null,
  name_en text not null,
  unique (payer_id, code)
);
-- The terms of a product for a span of days, both included.
create table coverage.plan_version (
  id uuid primary key,
  product_id uuid not null references coverage.product,
  number int not null check (number >= 1),
  terms jsonb not null,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  unique (product_id, number),
  constraint plan_versions_are_apart exclude using gist (product_id with =, daterange(valid_from, valid_until, '[]') with &&)
);

-- A person under a product. One cover of a person at a time.
create table coverage.member (
  id uuid primary key,
  person_id uuid not null references people.person,
  product_id uuid not null references coverage.product,
  policy_number text not null,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  institution_ids uuid[] not null, -- who recorded it
  recorded_at timestamptz not null,
  constraint policy_once unique (product_id, policy_number, valid_from),
  constraint one_cover_at_a_time exclude using gist (person_id with =, daterange(valid_from, valid_until, '[]') with &&)
);
-- What the network has used up of a plan year; a row that gives back is negative.
create table coverage.usage (
  id uuid primary key,
  member_id uuid not null references coverage.member,
  person_id uuid not null,
  year int not null,
  source text not null constraint usage_source_once unique,
  deductible_fen bigint not null,
  benefit_fen bigint not null,
  recorded_at timestamptz not null,
  institution_ids uuid[] not null
);
create index on coverage.usage (member_id, year);
-- What the payer last said of a member and a plan year; used elsewhere is what it counts beyond the claims of ours that it has answered.
create table coverage.eligibility (
  member_id uuid not null references coverage.member,
  year int not null,
  person_id uuid not null,
  state text not null check (state in ('confirmed', 'refused')),
  as_of timestamptz not null,
  deductible_elsewhere_fen bigint not null check (deductible_elsewhere_fen >= 0),
  benefit_elsewhere_fen bigint not null check (benefit_elsewhere_fen >= 0),
  reason text,
  institution_ids uuid[] not null,
  primary key (member_id, year)
);

-- A claim of the network's collector to a payer, one per bill; a refund replaces it by what remains.
create table coverage.claim (
  id uuid primary key,
  number text not null,
  bill_id uuid not null constraint claim_bill_once unique,
  bill_number text not null,
  payer_id uuid not null references coverage.payer,
  network_id uuid not null references network.network,
  collector_id uuid not null,
  member_id uuid not null references coverage.member,
  person_id uuid not null,
  visit_id uuid not null,
  service_date date not null,
  diagnoses text[] not null,
  deductible_fen bigint, -- of the member's deductible, as far as the bill said
  state text not null check (state in ('to-submit', 'submitted', 'queried', 'paid', 'partly-denied', 'denied', 'cancelled')),
  revision int not null check (revision >= 1),
  paid_fen bigint not null, -- over all revisions
  paid_at timestamptz,
  answered_revision int not null,
  -- what the answers have taken from, or added to, the use of the year that the bill had recorded
  corrected_deductible_fen bigint not null,
  corrected_benefit_fen bigint not null,
  answered_deductible_fen bigint, -- what the payer counts against the member's deductible
  query text, -- what does not fit, for a person to look at
  made_at timestamptz not null,
  due_at timestamptz not null,
  institution_ids uuid[] not null,
  unique (collector_id, number)
);
create index on coverage.claim (collector_id, state, made_at);
create index on coverage.claim (member_id);
-- The last number of a collector and a day; a number that was given to a claim that never came about stays a gap.
create table coverage.claim_number (
  collector_id uuid not null,
  day date not null,
  last int not null,
  primary key (collector_id, day)
);
create table coverage.claim_line (
  claim_id uuid not null references coverage.claim,
  sequence int not null check (sequence >= 1),
  line_id text not null,
  person_id uuid not null,
  name_zh text not null,
  name_en text not null,
  system text not null,
  item_code text not null,
  category text not null,
  quantity int not null check (quantity >= 0),
  list_fen bigint not null check (list_fen >= 0),
  discount_fen bigint not null check (discount_fen >= 0),
  payer_fen bigint not null check (payer_fen >= 0),
  patient_fen bigint not null check (patient_fen >= 0),
  answered_fen bigint check (answered_fen >= 0), -- what the payer pays for it
  denial_code text,
  institution_ids uuid[] not null,
  primary key (claim_id, sequence),
  unique (claim_id, line_id),
  check (list_fen = discount_fen + payer_fen + patient_fen)
);

-- What went to a payer and what came from it, as it was written. An unknown or contradicting answer is kept like any other.
create table coverage.message (
  id uuid primary key,
  payer_id uuid not null references coverage.payer,
  direction text not null check (direction in ('out', 'in')),
  kind text not null check (kind in ('eligibility-request', 'claim', 'eligibility-response', 'claim-response', 'payment', 'unknown')),
  idempotency_key text not null,
  correlation_id text not null, -- of the message that an answer answers
  subject_id uuid, -- the claim or the member; null: nobody knows what it is about
  revision int,
  person_id uuid,
  resource json not null, -- as text: the order of its elements stays
  state text not null check (state in ('waiting', 'sent', 'answered', 'parked', 'taken', 'queried', 'unmatched')),
  query text,
  tries int not null,
  fault text,
  next_at timestamptz,
  made_at timestamptz not null,
  sent_at timestamptz,
  answered_at timestamptz,
  institution_ids uuid[] not null,
  constraint message_once unique (payer_id, direction, idempotency_key)
);
create index on coverage.message (next_at) where state = 'waiting';
create index on coverage.message (correlation_id);
create index on coverage.message (subject_id);

alter table coverage.connection enable row level security;
alter table coverage.member enable row level security;
alter table coverage.usage enable row level security;
alter table coverage.eligibility enable row level security;
alter table coverage.claim enable row level security;
alter table coverage.claim_line enable row level security;
alter table coverage.message enable row level security;
create policy runners on coverage.connection using (platform.over_network());
create policy involved on coverage.member using (institution_ids && platform.acting_institutions() or person_id = platform.opened_person() or platform.over_network());
create policy involved on coverage.usage using (institution_ids && platform.acting_institutions() or person_id = platform.opened_person() or platform.over_network());
create policy involved on coverage.eligibility using (institution_ids && platform.acting_institutions() or person_id = platform.opened_person() or platform.over_network());
create policy involved on coverage.claim using (institution_ids && platform.acting_institutions() or person_id = platform.opened_person() or platform.over_network());
create policy involved on coverage.claim_line using (institution_ids && platform.acting_institutions() or person_id = platform.opened_person() or platform.over_network());
create policy involved on coverage.message using (institution_ids && platform.acting_institutions() or person_id = platform.opened_person() or platform.over_network());

grant select, insert on all tables in schema coverage to careloom_server;
grant update on coverage.connection, coverage.eligibility, coverage.claim_number to careloom_server;
grant update (valid_until) on coverage.contract, coverage.plan_version, coverage.member to careloom_server;
grant update (recorded_at) on coverage.member to careloom_server; -- a member is locked before her money is counted
grant update (diagnoses, deductible_fen, state, revision, paid_fen, paid_at, answered_revision, corrected_deductible_fen,
  corrected_benefit_fen, answered_deductible_fen, query, due_at) on coverage.claim to careloom_server;
grant update (quantity, list_fen, discount_fen, payer_fen, patient_fen, answered_fen, denial_code) on coverage.claim_line to careloom_server;
grant update (state, tries, fault, next_at, sent_at, answered_at, query) on coverage.message to careloom_server;
