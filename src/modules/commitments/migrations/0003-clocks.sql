-- Who of the owner acts (a role; null: anybody), which way the clock counts (within a time, or at least so long), and whether it may
-- be stopped with a reason.
-- A label says what it is about and is never a patient's name: "A012 · knee injection".
alter table commitments.commitment
  add column role text,
  add column measure text not null default 'within' check (measure in ('within', 'at-least')),
  add column pausable boolean not null default false,
  drop constraint commitment_check4;
create index closed on commitments.commitment (owner_institution_id, ended_at, id) where ended_at is not null;
