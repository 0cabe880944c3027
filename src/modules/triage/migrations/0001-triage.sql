create schema triage;
grant usage on schema triage to careloom_server;

-- One complaint and what was suggested for it, with all that it was made from. A doctor's decision stands beside it.
create table triage.assessment (
  id uuid primary key,
  person_id uuid not null references people.person,
  institution_id uuid references network.institution, -- null: she did it herself, or her family
  made_at timestamptz not null,
  made_by_account uuid not null,
  complaint text not null check (length(complaint) between 1 and 500),
  inputs jsonb not null,
  rule_version text not null,
  level text not null check (level in ('I', 'II', 'III', 'IVa', 'IVb')),
  specialties text[] not null check (cardinality(specialties) > 0),
  red_flags text[] not null,
  evidence jsonb not null,
  decided_level text check (decided_level in ('I', 'II', 'III', 'IVa', 'IVb')),
  decided_specialty text,
  decided_at timestamptz check (decided_at >= made_at),
  decided_by_account uuid,
  decided_at_institution uuid references network.institution,
  check (num_nonnulls(decided_level, decided_specialty, decided_at, decided_by_account, decided_at_institution) in (0, 5))
);
create index on triage.assessment (person_id, made_at, id);

alter table triage.assessment enable row level security;
create policy involved on triage.assessment
  using (institution_id = any (platform.acting_institutions()) or person_id = platform.opened_person() or platform.over_network());

-- What was suggested is never changed: only the decision may be written later.
grant select, insert on triage.assessment to careloom_server;
grant update (decided_level, decided_specialty, decided_at, decided_by_account, decided_at_institution) on triage.assessment to careloom_server;
