-- What the patient does before, and how long room and device are prepared before he comes.
alter table booking.offering
  add column setup_minutes int not null default 0 check (setup_minutes between 0 and 240),
  add column preparation_zh text,
  add column preparation_en text,
  add column valid_until date,
  add check ((preparation_zh is null) = (preparation_en is null));

grant update on booking.offering to careloom_server;
grant delete on booking.offering_price to careloom_server;

-- A price is made of parts by category; a row of a site goes before the one of all sites.
alter table booking.offering_price
  add column site_id uuid references network.site,
  add column category text not null default 'professional'
    check (category in ('professional', 'facility', 'examination', 'drug', 'consumable')),
  drop constraint offering_price_pkey,
  add constraint one_price_per_part unique nulls not distinct (offering_id, site_id, title, category, valid_from);
alter table booking.offering_price alter column category drop default;

-- Counts changes of rota and leave: who decided on an older one decides again.
alter table booking.calendar add column version int not null default 1;

-- A rota is the openings of a resource; a new one ends the earlier one on the day before.
grant update, delete on booking.opening to careloom_server;

create table booking.leave (
  id uuid primary key,
  resource_id uuid not null references booking.calendar,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  reason_zh text not null,
  reason_en text not null,
  active boolean not null default true,
  constraint one_leave_at_a_time exclude using gist (resource_id with =, tstzrange(starts_at, ends_at) with &&) where (active)
);
grant select, insert, update on booking.leave to careloom_server;

-- Where a resource is while it is held, so that the way between two sites is counted.
alter table booking.hold add column site_id uuid references network.site;
update booking.hold h set site_id = v.site_id from booking.visit v where v.id = h.visit_id;
alter table booking.hold alter column site_id set not null;

-- What the price of a visit is made of, as it was promised.
alter table booking.visit add column charges jsonb not null default '[]';
update booking.visit set charges = jsonb_build_array(jsonb_build_object('category', 'professional', 'amountFen', price_fen));
alter table booking.visit alter column charges drop default;

-- Who delivers it and collects the bill: the owner of the room, or who offers it in a room that it may use.
alter table booking.visit add column host_id uuid;
update booking.visit v set host_id = coalesce(
  (select h.owner_id from booking.hold h where h.visit_id = v.id and h.role = 'room'), (select s.institution_id from network.site s where s.id = v.site_id));
alter table booking.visit alter column host_id set not null;
