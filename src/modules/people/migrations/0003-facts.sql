-- The portrait: what is known of a person over all institutions, each with where it comes from. Rooms of care and imports write it,
-- nobody changes it but its source; it opens with the person only.
create table people.fact (
  id uuid primary key,
  person_id uuid not null references people.person,
  institution_id uuid not null references network.institution, -- where it comes from
  kind text not null check (kind in ('problem', 'medication', 'allergy', 'measurement', 'imaging', 'procedure', 'immunisation', 'visit', 'document')),
  status text not null check (status in ('active', 'ended', 'entered-in-error')),
  code_system text,
  code text,
  name_zh text,
  name_en text,
  value double precision,
  unit text,
  low double precision,
  high double precision,
  flag text check (flag in ('low', 'high', 'critical-low', 'critical-high', 'abnormal')),
  note text,
  happened_at timestamptz not null,
  ended_at timestamptz,
  source text not null,
  source_id text not null,
  recorded_at timestamptz not null,
  check ((code is null) = (code_system is null)),
  check (name_zh is not null or name_en is not null),
  constraint fact_comes_once unique (source, source_id)
);
create index fact_of_person on people.fact (person_id, kind, happened_at desc, id desc);

alter table people.fact enable row level security;
create policy opened on people.fact using (person_id = platform.opened_person() or platform.over_network());
grant select, insert, update on people.fact to careloom_server;
