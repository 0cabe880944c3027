create schema commitments;
grant usage on schema commitments to careloom_server;

-- Something owed to somebody by a time. It always has an owner, and stays open until it is met, missed or withdrawn.
create table commitments.commitment (
  id uuid primary key,
  kind text not null,
  subject_id uuid not null,
  owner_institution_id uuid not null,
  escalates_to_institution_id uuid,
  person_id uuid,
  state text not null default 'running' check (state in ('running', 'paused', 'overdue', 'met', 'missed', 'withdrawn')),
  started_at timestamptz not null,
  due_at timestamptz not null,
  paused_at timestamptz,
  pause_reason text,
  ended_at timestamptz,
  version int not null default 1,
  check ((state = 'paused') = (paused_at is not null)),
  check ((state = 'paused') = (pause_reason is not null)),
  check ((state in ('met', 'missed', 'withdrawn')) = (ended_at is not null))
);
create unique index one_open_per_subject on commitments.commitment (kind, subject_id) where ended_at is null;
create index board on commitments.commitment (owner_institution_id, due_at, id) where ended_at is null;

alter table commitments.commitment enable row level security;
create policy owner_or_person on commitments.commitment
  using (owner_institution_id = any (platform.acting_institutions()) or person_id = platform.opened_person() or platform.over_network());
grant select, insert, update on commitments.commitment to careloom_server;
