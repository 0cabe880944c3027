-- Published for those who count: one row per visit that was promised, as far as the reader may see visits.
create view booking.published_visit with (security_invoker = true) as
  select v.id as visit_id, v.network_id, v.site_id, v.host_id, v.person_id, v.institution_ids,
    (select h.owner_id from booking.hold h where h.visit_id = v.id and h.role = 'expert') as expert_owner_id,
    coalesce(a.expert_id, (select h.resource_id from booking.hold h where h.visit_id = v.id and h.role = 'expert')) as practitioner_id,
    o.code as offering_code, o.name_zh, o.name_en, v.status, coalesce(a.walk_in, false) as walk_in,
    v.starts_at, a.checked_in_at as arrived_at, a.waiting_since, a.called_at, a.started_at, a.ended_at,
    greatest(date_part('epoch', a.started_at - a.waiting_since) / 60, 0) as wait_minutes,
    date_part('epoch', a.ended_at - a.started_at) / 60 as consulting_minutes
  from booking.visit v
  left join booking.offering o on o.id = v.offering_id
  left join booking.attendance a on a.visit_id = v.id
  where v.status <> 'held' and (v.ended_because is null or v.ended_because = 'cancelled');
comment on view booking.published_visit is 'Visits that were promised, and what became of them; a hold that nobody confirmed is none';
comment on column booking.published_visit.host_id is 'the institution that delivers it and collects the bill';
comment on column booking.published_visit.expert_owner_id is 'the main institution of the expert';
comment on column booking.published_visit.starts_at is 'when it was promised';
comment on column booking.published_visit.waiting_since is 'since when the wait counts: the later of the check-in and her own time; anew when she comes back after a missed call';
comment on column booking.published_visit.wait_minutes is 'from then until the doctor began (a call ends no wait); 0 when he began before her own time';
comment on column booking.published_visit.consulting_minutes is 'from the moment the doctor began to the end';
grant select on booking.published_visit to careloom_server;

create index of_network on booking.visit (network_id, starts_at);

-- The same rows for the same readers: what costs least is asked first, or counting a year spends most of its time on it.
alter policy involved on booking.visit
  using (platform.over_network() or institution_ids && platform.acting_institutions() or person_id = platform.opened_person());
alter policy involved on booking.attendance
  using (platform.over_network() or institution_ids && platform.acting_institutions() or person_id = platform.opened_person());
