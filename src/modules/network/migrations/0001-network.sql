create schema network;
grant usage on schema network to careloom_server;

-- The directory of a network is open to its members: who is in, what they own. It holds no fact about a patient and no money.
create table network.party (
  id uuid primary key,
  kind text not null check (kind in ('institution', 'practitioner'))
);
create table network.institution (
  id uuid primary key references network.party,
  kind text not null check (kind in ('operator', 'hospital', 'clinic', 'imaging-centre', 'laboratory', 'doctor-group')),
  name_zh text not null,
  name_en text not null,
  unique (name_zh)
);
create table network.network (
  id uuid primary key,
  code text not null unique,
  kind text not null check (kind in ('MALL', 'HOSP', 'COMM', 'GROUP', 'COUNTY')),
  name_zh text not null,
  name_en text not null,
  operator_id uuid not null references network.institution
);
create table network.membership (
  network_id uuid not null references network.network,
  party_id uuid not null references network.party,
  valid_from date not null,
  valid_until date,
  primary key (network_id, party_id, valid_from),
  check (valid_until is null or valid_until >= valid_from)
);
create table network.site (
  id uuid primary key,
  institution_id uuid not null references network.institution,
  name_zh text not null,
  name_en text not null,
  zone text not null default 'Asia/Shanghai',
  unique (institution_id, name_zh)
);
create table network.room (
  id uuid primary key,
  site_id uuid not null references network.site,
  owner_id uuid not null references network.institution,
  kind text not null,
  name_zh text not null,
  name_en text not null,
  unique (site_id, name_zh)
);
create table network.device (
  id uuid primary key,
  site_id uuid not null references network.site,
  owner_id uuid not null references network.institution,
  kind text not null,
  name_zh text not null,
  name_en text not null,
  unique (site_id, name_zh)
);
create table network.practitioner (
  id uuid primary key references network.party,
  main_institution_id uuid not null references network.institution,
  kind text not null,
  title text not null check (title in ('resident', 'attending', 'associate-chief', 'chief')),
  name_zh text not null,
  name_en text not null
);
create index on network.practitioner (main_institution_id);
-- Where she may practise, beside her main institution; a filing with its days, both included.
create table network.practice_place (
  practitioner_id uuid not null references network.practitioner,
  institution_id uuid not null references network.institution,
  valid_from date not null,
  valid_until date,
  primary key (practitioner_id, institution_id, valid_from),
  check (valid_until is null or valid_until >= valid_from)
);

-- Published: what can be promised, whose it is and where it stands. An expert belongs to no site.
create view network.published_resource with (security_invoker = true) as
  select id, 'expert' as role, kind, main_institution_id as owner_id, null::uuid as site_id, title, name_zh, name_en from network.practitioner
  union all select id, 'room', kind, owner_id, site_id, null, name_zh, name_en from network.room
  union all select id, 'device', kind, owner_id, site_id, null, name_zh, name_en from network.device;
create view network.published_institution with (security_invoker = true) as
  select id, kind, name_zh, name_en from network.institution;
create view network.published_site with (security_invoker = true) as
  select id, institution_id, name_zh, name_en, zone from network.site;
create view network.published_practice_place with (security_invoker = true) as
  select practitioner_id, institution_id, valid_from, valid_until from network.practice_place
  union all select id, main_institution_id, date '1900-01-01', null from network.practitioner;

grant select, insert on all tables in schema network to careloom_server;
