-- The assessment from which a visit was booked, and why it was booked against its red flag.
alter table booking.visit
  add column assessment_id uuid references triage.assessment,
  add column override_reason text check (length(override_reason) between 2 and 200),
  add check (override_reason is null or assessment_id is not null);
create index on booking.visit (assessment_id) where assessment_id is not null;
