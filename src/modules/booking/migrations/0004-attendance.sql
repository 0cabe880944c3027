-- A visit is lived through: arrived, called, missed, in progress, completed; or nobody came. Until it ends she is at no other place.
alter table booking.visit
  drop constraint visit_status_check,
  add constraint visit_status_check
    check (status in ('held', 'booked', 'arrived', 'called', 'missed', 'in-progress', 'completed', 'cancelled', 'no-show')),
  drop constraint person_is_at_one_place,
  add constraint person_is_at_one_place exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&)
    where (status in ('held', 'booked', 'arrived', 'called', 'missed', 'in-progress'));
create index on booking.visit (site_id, starts_at, id);

-- Who is here: from the check-in of a visit to its end. The expert is the lane; `queue_at` is the place in it.
create table booking.attendance (
  visit_id uuid primary key references booking.visit,
  person_id uuid not null,
  institution_ids uuid[] not null,
  offering_id uuid not null references booking.offering,
  site_id uuid not null references network.site,
  expert_id uuid not null references booking.calendar,
  room_id uuid references booking.calendar,
  day date not null,
  ticket text not null,
  walk_in boolean not null,
  squeeze_reason text, -- why she was let in though the expert was promised to others
  priority text not null check (priority in ('emergency', 'elderly', 'child', 'military', 'none')),
  planned_minutes int not null,
  checked_in_at timestamptz not null,
  waiting_since timestamptz not null check (waiting_since >= checked_in_at),
  queue_at timestamptz not null,
  called_at timestamptz, -- null: not called now
  calls int not null default 0,
  missed int not null default 0,
  started_at timestamptz check (started_at >= checked_in_at),
  ended_at timestamptz check (ended_at >= coalesce(started_at, checked_in_at)),
  constraint ticket_is_given_once unique (site_id, day, ticket)
);
create unique index one_with_the_expert on booking.attendance (expert_id) where started_at is not null and ended_at is null;
create unique index one_in_the_room on booking.attendance (room_id) where started_at is not null and ended_at is null;
create unique index one_called_by_the_expert on booking.attendance (expert_id)
  where called_at is not null and started_at is null and ended_at is null;
create index on booking.attendance (expert_id) where ended_at is null;
create index on booking.attendance (site_id) where ended_at is null;
create index on booking.attendance (offering_id, ended_at) where started_at is not null;

alter table booking.attendance enable row level security;
create policy involved on booking.attendance
  using (institution_ids && platform.acting_institutions() or person_id = platform.opened_person() or platform.over_network());

-- One day at one site: the code that its wall shows, and the last ticket of each kind. It says nothing about anybody.
create table booking.site_day (
  site_id uuid not null references network.site,
  day date not null,
  presence_code text not null check (presence_code ~ '^\d{6}$'),
  last_appointment int not null default 0,
  last_walk_in int not null default 0,
  primary key (site_id, day)
);
-- What a wall shows of who is called: the number alone, or a masked name beside it.
create table booking.site_setting (
  site_id uuid primary key references network.site,
  shows_names boolean not null
);
grant select, insert, update on booking.attendance, booking.site_day, booking.site_setting to careloom_server;

-- Who was booked before there was a timer: it comes to those too.
insert into platform.due (id, at, kind, subject)
  select gen_random_uuid(), starts_at + interval '30 minutes', 'booking.mark-no-show', id from booking.visit where status = 'booked';
