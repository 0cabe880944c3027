-- What breaks goes up step by step. `steps` are those still to come, the next one first, each {institution, role, afterMinutes}: how long
-- after the break before it takes over; `escalates_at` is when the next one does.
alter table commitments.commitment
  add column steps jsonb not null default '[]' check (jsonb_typeof(steps) = 'array'),
  add column escalates_at timestamptz;
update commitments.commitment
  set steps = jsonb_build_array(jsonb_build_object('institution', escalates_to_institution_id, 'role', null, 'afterMinutes', 0))
  where escalates_to_institution_id is not null;
alter table commitments.commitment
  drop column escalates_to_institution_id,
  add constraint escalates_only_overdue check (escalates_at is null or (state = 'overdue' and steps <> '[]'));
