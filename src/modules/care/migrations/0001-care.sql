create schema care;
grant usage on schema care to careloom_server;

-- What a department performs for its network. Nothing about a person: everybody may read it.
create table care.department_service (
  institution_id uuid not null references network.institution,
  kind text not null check (kind in ('laboratory', 'imaging', 'drug')),
  item_codes text[] not null, -- codes of the kind's system; '*': all of them
  primary key (institution_id, kind)
);
grant select, insert, update, delete on care.department_service to careloom_server;

-- How many minutes something may take, from a day on.
create table care.time_limit (
  name text not null check (name in ('laboratory-routine', 'laboratory-urgent', 'imaging-routine', 'imaging-urgent', 'drug-routine', 'drug-urgent',
    'result-to-read', 'critical-value', 'critical-value-to-handle')),
  minutes int not null check (minutes between 1 and 100000),
  valid_from date not null,
  primary key (name, valid_from)
);
insert into care.time_limit (name, minutes, valid_from) values
  ('laboratory-routine', 120, '2020-01-01'), ('laboratory-urgent', 30, '2020-01-01'),
  ('imaging-routine', 1440, '2020-01-01'), ('imaging-urgent', 120, '2020-01-01'),
  ('drug-routine', 30, '2020-01-01'), ('drug-urgent', 15, '2020-01-01'),
  ('result-to-read', 1440, '2020-01-01'), ('critical-value', 10, '2020-01-01'), ('critical-value-to-handle', 360, '2020-01-01');
grant select on care.time_limit to careloom_server;

-- The note of one institution on one visit. A draft is its author's house's alone; signed, it opens with the person and never changes.
create table care.note (
  id uuid primary key,
  visit_id uuid not null references booking.visit,
  person_id uuid not null references people.person,
  institution_id uuid not null references network.institution,
  state text not null check (state in ('draft', 'signed')),
  content jsonb not null,
  version int not null default 1,
  saved_at timestamptz not null,
  saved_by uuid not null,
  signed_at timestamptz,
  signed_by uuid,
  content_hash text,
  constraint one_note_per_visit_and_institution unique (visit_id, institution_id),
  check ((state = 'signed') = (signed_at is not null)),
  check ((signed_at is null) = (signed_by is null) and (signed_at is null) = (content_hash is null))
);
create index on care.note (person_id, saved_at desc);
-- What was added to a signed note, signed as it is written.
create table care.addendum (
  id uuid primary key,
  note_id uuid not null references care.note,
  person_id uuid not null,
  institution_id uuid not null,
  text text not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  content_hash text not null
);
create index on care.addendum (note_id, signed_at);

-- What a person does not tolerate, or that nothing is known. The fact in the portrait follows it.
create table care.allergy (
  id uuid primary key,
  person_id uuid not null references people.person,
  institution_id uuid not null references network.institution,
  substance_code text, -- of the system `substance`; null: written in words
  name_zh text not null,
  name_en text not null,
  reaction text,
  severity text check (severity in ('mild', 'moderate', 'severe')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  refuted_at timestamptz,
  refuted_by uuid,
  refute_reason text,
  check ((refuted_at is null) = (refuted_by is null) and (refuted_at is null) = (refute_reason is null))
);
create unique index one_allergy_per_substance on care.allergy (person_id, substance_code) where refuted_at is null;
create index on care.allergy (person_id);

-- A test, a drug or a study that a clinician asks of a department, from the basket to the end.
create table care.order (
  id uuid primary key,
  visit_id uuid not null references booking.visit,
  person_id uuid not null references people.person,
  network_id uuid not null,
  orderer_id uuid not null references network.institution,
  performer_id uuid not null references network.institution,
  kind text not null check (kind in ('laboratory', 'imaging', 'drug')),
  item_code text not null,
  item_zh text not null,
  item_en text not null,
  urgency text not null check (urgency in ('routine', 'urgent')),
  dosing jsonb, -- of a drug
  note text,
  state text not null check (state in ('draft', 'requested', 'accepted', 'collected', 'completed', 'cancelled', 'rejected')),
  allergy_override text, -- why a drug was ordered against an allergy
  end_reason text,
  drafted_by uuid not null,
  signed_by uuid,
  signed_at timestamptz,
  due_at timestamptz,
  version int not null default 1,
  check ((kind = 'drug') = (dosing is not null)),
  check ((state = 'draft') = (signed_at is null) and (signed_at is null) = (signed_by is null) and (signed_at is null) = (due_at is null)),
  check ((state in ('cancelled', 'rejected')) = (end_reason is not null))
);
create index on care.order (visit_id);
create index on care.order (person_id, signed_at desc, id desc);
create index worklist on care.order (performer_id, due_at, id) where state <> 'draft';
-- Who did what with an order, and when.
create table care.order_step (
  order_id uuid not null references care.order on delete cascade,
  person_id uuid not null,
  orderer_id uuid not null,
  performer_id uuid not null,
  state text not null,
  at timestamptz not null,
  account_id uuid not null,
  institution_id uuid,
  reason text,
  primary key (order_id, state)
);

-- What came of an order. It is the department's until it is released.
create table care.result (
  order_id uuid primary key references care.order,
  person_id uuid not null,
  orderer_id uuid not null,
  performer_id uuid not null,
  state text not null check (state in ('entered', 'released')),
  content jsonb not null,
  critical boolean not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  released_at timestamptz,
  released_by uuid,
  read_at timestamptz,
  read_by uuid,
  version int not null default 1,
  check ((state = 'released') = (released_at is not null) and (released_at is null) = (released_by is null)),
  check ((read_at is null) = (read_by is null) and (read_at is null or released_at is not null))
);
create index to_read on care.result (orderer_id, released_at, order_id) where released_at is not null and read_at is null;
create index on care.result (person_id, released_at desc, order_id desc);

-- A value that somebody has to be told at once: told, read back, handled.
create table care.critical_value (
  id uuid primary key,
  order_id uuid not null references care.order,
  person_id uuid not null,
  orderer_id uuid not null,
  performer_id uuid not null,
  analyte_code text not null,
  name_zh text not null,
  name_en text not null,
  value double precision not null,
  unit text not null,
  flag text not null check (flag in ('critical-low', 'critical-high')),
  state text not null check (state in ('to-report', 'reported', 'read-back', 'handled')),
  told text, -- who was told
  told_by text check (told_by in ('telephone', 'in-person', 'message')),
  reported_at timestamptz,
  reported_by uuid,
  wrong_read_backs int not null default 0,
  read_back_at timestamptz,
  read_back_by uuid,
  handling text,
  handled_at timestamptz,
  handled_by uuid,
  version int not null default 1,
  unique (order_id, analyte_code),
  check ((state in ('read-back', 'handled')) = (read_back_at is not null)),
  check ((state = 'handled') = (handled_at is not null) and (handled_at is null) = (handling is null))
);
create index open_of_orderer on care.critical_value (orderer_id, id) where state <> 'handled';
create index open_of_performer on care.critical_value (performer_id, id) where state <> 'handled';

alter table care.note enable row level security;
create policy own_or_signed on care.note
  using (institution_id = any (platform.acting_institutions()) or (state = 'signed' and person_id = platform.opened_person()) or platform.over_network());
alter table care.addendum enable row level security;
create policy own_or_opened on care.addendum
  using (institution_id = any (platform.acting_institutions()) or person_id = platform.opened_person() or platform.over_network());
alter table care.allergy enable row level security;
create policy opened on care.allergy using (person_id = platform.opened_person() or platform.over_network());
alter table care.order enable row level security;
create policy orderer_performer_or_opened on care.order
  using (orderer_id = any (platform.acting_institutions()) or (state <> 'draft' and performer_id = any (platform.acting_institutions()))
    or (state <> 'draft' and person_id = platform.opened_person()) or platform.over_network());
alter table care.order_step enable row level security;
create policy orderer_performer_or_opened on care.order_step
  using (orderer_id = any (platform.acting_institutions()) or performer_id = any (platform.acting_institutions())
    or person_id = platform.opened_person() or platform.over_network());
alter table care.result enable row level security;
create policy performer_or_released on care.result
  using (performer_id = any (platform.acting_institutions()) or platform.over_network()
    or (state = 'released' and (orderer_id = any (platform.acting_institutions()) or person_id = platform.opened_person())));
alter table care.critical_value enable row level security;
create policy orderer_performer_or_opened on care.critical_value
  using (orderer_id = any (platform.acting_institutions()) or performer_id = any (platform.acting_institutions())
    or person_id = platform.opened_person() or platform.over_network());
grant select, insert, update on care.note, care.allergy, care.result, care.critical_value to careloom_server;
grant select, insert on care.addendum to careloom_server;
grant select, insert, update, delete on care.order to careloom_server;
grant select, insert on care.order_step to careloom_server;
