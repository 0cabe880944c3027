create schema booking;
grant usage on schema booking to careloom_server;

-- What a network offers, and the roles it needs: an expert of a specialty, a room and a device of a kind.
create table booking.offering (
  id uuid primary key,
  network_id uuid not null references network.network,
  owner_id uuid not null references network.institution,
  code text not null,
  name_zh text not null,
  name_en text not null,
  duration_minutes int not null check (duration_minutes between 5 and 480),
  unique (network_id, code)
);
create table booking.offering_need (
  offering_id uuid not null references booking.offering,
  role text not null check (role in ('expert', 'room', 'device')),
  kind text not null,
  primary key (offering_id, role)
);
create table booking.offering_price (
  offering_id uuid not null references booking.offering,
  title text not null,
  amount_fen bigint not null check (amount_fen >= 0),
  valid_from date not null,
  primary key (offering_id, title, valid_from)
);

-- One calendar per expert, room or device: the row that rivals lock, over all sites.
create table booking.calendar (
  resource_id uuid primary key,
  owner_id uuid not null
);
-- Weekly hours of a resource at a site, in the site's local time.
create table booking.opening (
  id uuid primary key,
  resource_id uuid not null references booking.calendar,
  site_id uuid not null references network.site,
  weekday int not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  valid_from date not null,
  valid_until date
);
create index on booking.opening (resource_id, weekday);
create index on booking.opening (site_id, weekday);

create table booking.visit (
  id uuid primary key,
  network_id uuid not null,
  person_id uuid not null,
  offering_id uuid not null references booking.offering,
  site_id uuid not null references network.site,
  institution_ids uuid[] not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  status text not null check (status in ('held', 'booked', 'cancelled')),
  price_fen bigint not null,
  held_until timestamptz,
  prolonged boolean not null default false,
  ended_because text check (ended_because in ('released', 'expired', 'cancelled')),
  made_at timestamptz not null,
  version int not null default 1,
  check ((status = 'held') = (held_until is not null)),
  check ((status = 'cancelled') = (ended_because is not null)),
  constraint person_is_at_one_place exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&) where (status in ('held', 'booked'))
);
create index on booking.visit (person_id, starts_at, id);
create index on booking.visit (starts_at, id);

-- A hold is one resource for one span: overlap is impossible, not merely checked. It says that it is taken, not for whom.
create table booking.hold (
  visit_id uuid not null references booking.visit,
  resource_id uuid not null references booking.calendar,
  role text not null,
  owner_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  active boolean not null default true,
  held_until timestamptz, -- null: promised
  primary key (visit_id, resource_id),
  constraint hold_is_exclusive exclude using gist (resource_id with =, tstzrange(starts_at, ends_at) with &&) where (active)
);
create index on booking.hold (resource_id, starts_at) where active;
create index on booking.hold (resource_id, held_until) where active;

alter table booking.visit enable row level security;
create policy involved on booking.visit
  using (institution_ids && platform.acting_institutions() or person_id = platform.opened_person() or platform.over_network());
grant select, insert on booking.offering, booking.offering_need, booking.offering_price, booking.opening to careloom_server;
grant select, insert, update on booking.calendar, booking.visit, booking.hold to careloom_server;
