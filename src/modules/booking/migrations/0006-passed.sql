-- What a visit has been, and since when: each version with its state. Of visits that were made before, only the present one is known.
alter table booking.visit add column passed jsonb not null default '[]';
update booking.visit v set passed = jsonb_build_array(jsonb_build_object('version', v.version, 'status', v.status, 'at',
    to_char(coalesce(a.ended_at, a.started_at, a.checked_in_at, v.made_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
  from booking.visit w left join booking.attendance a on a.visit_id = w.id where w.id = v.id;
