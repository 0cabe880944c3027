-- Who of the owner acts (a role; null: anybody), which way the clock counts (within a time, or at least so long), and whether it may
-- be stopped with a reason.
-- A label says what it is about and is never a patient's name: "A012 · knee injection".
alter table commitments.commitment
  add column role text,
  add column measure text not null default 'within' check (measure in ('within', 'at-least')),
  add column pausable boolean not null default false,
  add column first_owner_institution_id uuid,
  drop constraint commitment_check4;
-- Who owed it first keeps seeing it, and it counts for him, also when it has gone to the next owner.
update commitments.commitment set first_owner_institution_id = owner_institution_id;
alter table commitments.commitment alter column first_owner_institution_id set not null;
drop policy owner_or_person on commitments.commitment;
create policy owner_or_person on commitments.commitment
  using (owner_institution_id = any (platform.acting_institutions()) or first_owner_institution_id = any (platform.acting_institutions())
    or person_id = platform.opened_person() or platform.over_network());
create index closed on commitments.commitment (first_owner_institution_id, ended_at, id) where ended_at is not null;
create index taken_over on commitments.commitment (owner_institution_id, ended_at) where owner_institution_id <> first_owner_institution_id;
