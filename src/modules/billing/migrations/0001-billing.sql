create schema billing;
grant usage on schema billing to careloom_server;

-- What an institution asks for what it performs, from a day on. Nothing about a person: everybody may read it.
create table billing.price (
  institution_id uuid not null references network.institution,
  system text not null check (system in ('lab', 'imaging', 'drug')),
  code text not null,
  category text not null check (category in ('professional', 'facility', 'examination', 'drug', 'consumable')),
  amount_fen bigint not null check (amount_fen >= 0),
  valid_from date not null,
  primary key (institution_id, system, code, valid_from)
);
-- Days and counts that a network may set, from a day on.
create table billing.parameter (
  name text not null check (name in ('days-to-pay', 'days-to-refund')),
  value int not null check (value between 0 and 365),
  valid_from date not null,
  primary key (name, valid_from)
);
insert into billing.parameter (name, value, valid_from) values ('days-to-pay', 1, '2020-01-01'), ('days-to-refund', 1, '2020-01-01');
-- The last number given per collector, day and kind; a number may be missing, never given twice.
create table billing.counter (
  collector_id uuid not null references network.institution,
  day date not null,
  kind text not null check (kind in ('B', 'P', 'R', 'D')),
  last int not null,
  primary key (collector_id, day, kind)
);
grant select on billing.parameter to careloom_server;
grant select, insert, update on billing.price, billing.counter to careloom_server;

-- What was delivered as one: a visit's own service, or an order. The snapshot is what the agreements divide.
create table billing.service (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('visit', 'order')),
  subject_id uuid not null,
  visit_id uuid not null,
  person_id uuid not null references people.person,
  network_id uuid not null,
  collector_id uuid not null references network.institution,
  institution_ids uuid[] not null,
  service_date date not null,
  at timestamptz not null,
  name_zh text not null,
  name_en text not null,
  snapshot jsonb not null,
  withdrawn_at timestamptz,
  withdraw_reason text,
  constraint one_service_per_subject unique (subject_kind, subject_id),
  check ((withdrawn_at is null) = (withdraw_reason is null))
);
create index on billing.service (visit_id, at);
-- One line of what a service costs, at list price. It never changes.
create table billing.charge (
  id uuid primary key,
  service_id uuid not null references billing.service,
  visit_id uuid not null,
  person_id uuid not null,
  institution_ids uuid[] not null,
  name_zh text not null,
  name_en text not null,
  category text not null check (category in ('professional', 'facility', 'examination', 'drug', 'consumable')),
  system text not null check (system in ('service', 'lab', 'imaging', 'drug')),
  item_code text not null,
  quantity int not null check (quantity > 0),
  amount_fen bigint not null check (amount_fen >= 0)
);
create index on billing.charge (service_id);
create index on billing.charge (visit_id);
-- What an institution diagnosed in a visit, as its note says: for the claim and the review at checkout.
create table billing.diagnosis (
  visit_id uuid not null,
  institution_id uuid not null references network.institution,
  person_id uuid not null,
  codes text[] not null,
  primary key (visit_id, institution_id)
);

-- What is asked for a visit at one checkout. Its sums are as it stands, after every refund; its lines are as it was issued.
create table billing.bill (
  id uuid primary key,
  number text not null,
  visit_id uuid not null,
  person_id uuid not null references people.person,
  network_id uuid not null,
  collector_id uuid not null references network.institution,
  service_date date not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  basis jsonb, -- the cover that it was computed by; null: none
  steps jsonb not null,
  issued_fen bigint not null check (issued_fen >= 0), -- list price as issued
  list_fen bigint not null check (list_fen between 0 and issued_fen),
  discount_fen bigint not null check (discount_fen >= 0),
  payer_fen bigint not null check (payer_fen >= 0),
  patient_fen bigint not null check (patient_fen >= 0),
  patient_paid_fen bigint not null default 0,
  payer_paid_fen bigint not null default 0 check (payer_paid_fen >= 0),
  refused_fen bigint not null default 0,
  answered boolean not null default false,
  recorded boolean not null default false, -- its proceeds are on their way to the settlement
  state text not null check (state in ('to-pay', 'paid', 'partly-refunded', 'refunded')),
  version int not null default 1,
  unique (collector_id, number),
  constraint list_is_divided check (list_fen = discount_fen + payer_fen + patient_fen),
  constraint never_paid_above check (patient_paid_fen between 0 and patient_fen),
  constraint never_refused_above check (refused_fen between 0 and payer_fen),
  check ((state = 'to-pay') = (patient_paid_fen < patient_fen))
);
create index on billing.bill (visit_id);
create index desk on billing.bill (collector_id, issued_at desc, id desc);
create index on billing.bill (person_id, issued_at desc, id desc);
-- A charge is on one bill: of two cashiers at once the database decides.
create table billing.bill_line (
  charge_id uuid primary key references billing.charge,
  bill_id uuid not null references billing.bill,
  person_id uuid not null,
  collector_id uuid not null,
  list_fen bigint not null check (list_fen >= 0),
  discount_fen bigint not null check (discount_fen >= 0),
  payer_fen bigint not null check (payer_fen >= 0),
  patient_fen bigint not null check (patient_fen >= 0),
  denial text, -- why the payer does not cover it
  check (list_fen = discount_fen + payer_fen + patient_fen)
);
create index on billing.bill_line (bill_id);

-- What is taken back of a bill, and by how much that changes each of its lines.
create table billing.refund (
  id uuid primary key,
  number text not null,
  bill_id uuid not null references billing.bill,
  person_id uuid not null,
  collector_id uuid not null,
  reason text not null check (length(reason) between 2 and 200),
  at timestamptz not null,
  by uuid not null,
  unique (collector_id, number)
);
create index on billing.refund (bill_id);
create table billing.refund_line (
  refund_id uuid not null references billing.refund,
  charge_id uuid not null references billing.bill_line,
  bill_id uuid not null references billing.bill,
  person_id uuid not null,
  collector_id uuid not null,
  list_fen bigint not null check (list_fen <= 0),
  discount_fen bigint not null,
  payer_fen bigint not null,
  patient_fen bigint not null,
  refused_fen bigint not null,
  primary key (refund_id, charge_id),
  check (list_fen = discount_fen + payer_fen + patient_fen)
);
create index on billing.refund_line (bill_id);

-- What the patient paid, and what was paid back of it (below zero, with the refund and the payment that it takes back).
create table billing.payment (
  id uuid primary key,
  number text not null,
  bill_id uuid not null references billing.bill,
  person_id uuid not null,
  collector_id uuid not null,
  means text not null check (means in ('cash', 'card', 'transfer', 'deposit')),
  amount_fen bigint not null check (amount_fen <> 0),
  reference text,
  refund_id uuid references billing.refund,
  of_payment_id uuid references billing.payment,
  at timestamptz not null,
  by uuid not null,
  unique (collector_id, number),
  check ((amount_fen < 0) = (refund_id is not null) and (refund_id is null) = (of_payment_id is null))
);
create index on billing.payment (bill_id);
-- What the payer's answer changed.
create table billing.payer_answer (
  id uuid primary key,
  bill_id uuid not null references billing.bill,
  person_id uuid not null,
  collector_id uuid not null,
  claim_id uuid not null,
  number text not null,
  paid_at timestamptz not null,
  paid_fen bigint not null,
  refused_fen bigint not null
);
create index on billing.payer_answer (bill_id);
-- By how much that changed what is refused of a line, and why.
create table billing.payer_answer_line (
  answer_id uuid not null references billing.payer_answer,
  charge_id uuid not null references billing.bill_line,
  bill_id uuid not null references billing.bill,
  person_id uuid not null,
  collector_id uuid not null,
  refused_fen bigint not null,
  code text,
  primary key (answer_id, charge_id)
);
create index on billing.payer_answer_line (bill_id);

-- What a person has left with the collector in advance. It is never below zero.
create table billing.deposit (
  person_id uuid not null references people.person,
  collector_id uuid not null references network.institution,
  network_id uuid not null,
  balance_fen bigint not null,
  primary key (person_id, collector_id),
  constraint never_below_zero check (balance_fen >= 0)
);
create table billing.deposit_entry (
  id uuid primary key,
  number text, -- of what was taken or returned; what was used or given back has the number of its payment
  person_id uuid not null,
  collector_id uuid not null,
  kind text not null check (kind in ('taken', 'used', 'given-back', 'returned')),
  amount_fen bigint not null check (amount_fen <> 0),
  means text check (means in ('cash', 'card', 'transfer')),
  reference text,
  bill_id uuid references billing.bill,
  at timestamptz not null,
  by uuid not null,
  foreign key (person_id, collector_id) references billing.deposit,
  check ((kind in ('taken', 'returned')) = (means is not null) and (means is null) = (bill_id is not null)),
  check ((kind in ('taken', 'given-back')) = (amount_fen > 0))
);
create index on billing.deposit_entry (person_id, at desc);

alter table billing.service enable row level security;
create policy involved on billing.service
  using (institution_ids && platform.acting_institutions() or person_id = platform.opened_person() or platform.over_network());
alter table billing.charge enable row level security;
create policy involved on billing.charge
  using (institution_ids && platform.acting_institutions() or person_id = platform.opened_person() or platform.over_network());
alter table billing.diagnosis enable row level security;
create policy own_or_opened on billing.diagnosis
  using (institution_id = any (platform.acting_institutions()) or person_id = platform.opened_person() or platform.over_network());
alter table billing.bill enable row level security;
create policy collector_or_opened on billing.bill
  using (collector_id = any (platform.acting_institutions()) or person_id = platform.opened_person() or platform.over_network());
alter table billing.bill_line enable row level security;
create policy collector_or_opened on billing.bill_line
  using (collector_id = any (platform.acting_institutions()) or person_id = platform.opened_person() or platform.over_network());
alter table billing.refund enable row level security;
create policy collector_or_opened on billing.refund
  using (collector_id = any (platform.acting_institutions()) or person_id = platform.opened_person() or platform.over_network());
alter table billing.refund_line enable row level security;
create policy collector_or_opened on billing.refund_line
  using (collector_id = any (platform.acting_institutions()) or person_id = platform.opened_person() or platform.over_network());
alter table billing.payment enable row level security;
create policy collector_or_opened on billing.payment
  using (collector_id = any (platform.acting_institutions()) or person_id = platform.opened_person() or platform.over_network());
alter table billing.payer_answer enable row level security;
create policy collector_or_opened on billing.payer_answer
  using (collector_id = any (platform.acting_institutions()) or person_id = platform.opened_person() or platform.over_network());
alter table billing.payer_answer_line enable row level security;
create policy collector_or_opened on billing.payer_answer_line
  using (collector_id = any (platform.acting_institutions()) or person_id = platform.opened_person() or platform.over_network());
alter table billing.deposit enable row level security;
create policy collector_or_opened on billing.deposit
  using (collector_id = any (platform.acting_institutions()) or person_id = platform.opened_person() or platform.over_network());
alter table billing.deposit_entry enable row level security;
create policy collector_or_opened on billing.deposit_entry
  using (collector_id = any (platform.acting_institutions()) or person_id = platform.opened_person() or platform.over_network());

grant select, insert, update on billing.service, billing.diagnosis, billing.bill, billing.deposit to careloom_server;
grant select, insert on billing.charge, billing.bill_line, billing.refund, billing.refund_line, billing.payment, billing.payer_answer,
  billing.payer_answer_line, billing.deposit_entry to careloom_server;
