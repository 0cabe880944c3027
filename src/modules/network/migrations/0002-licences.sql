-- 执业许可: of an institution (医疗机构执业许可证) or of a practitioner (医师执业证书). Its days are included; a renewal is a new row that
-- begins the day after, mostly under the same number. A number belongs to one party.
create table network.licence (
  id uuid primary key,
  party_id uuid not null references network.party,
  number text not null,
  scope text[] not null check (cardinality(scope) > 0),
  valid_from date not null,
  valid_until date,
  check (valid_until is null or valid_until >= valid_from),
  constraint licence_no_overlap exclude using gist (party_id with =, daterange(valid_from, valid_until, '[]') with &&),
  constraint licence_number_of_one_party exclude using gist (number with =, party_id with <>)
);

-- 备案: where a practitioner may work beside her main institution, with what scope, on which days.
alter table network.practice_place rename to filing;
alter table network.filing drop constraint practice_place_pkey;
alter table network.filing add column id uuid primary key default gen_random_uuid(), add column scope text[];
alter table network.filing alter column id drop default;
update network.filing f set scope = array[p.kind] from network.practitioner p where p.id = f.practitioner_id;
alter table network.filing alter column scope set not null, add check (cardinality(scope) > 0);
alter table network.filing rename constraint practice_place_practitioner_id_fkey to filing_practitioner_id_fkey;
alter table network.filing rename constraint practice_place_institution_id_fkey to filing_institution_id_fkey;
-- Filings that overlapped so far become one row after the other over the same days.
update network.filing f set valid_until = nullif(least(g.reach, g.next_from - 1), date 'infinity')
  from (select id, lead(valid_from) over places as next_from,
      max(coalesce(valid_until, date 'infinity')) over (places rows unbounded preceding) as reach
    from network.filing window places as (partition by practitioner_id, institution_id order by valid_from)) g
  where g.id = f.id;
alter table network.filing
  add constraint filing_no_overlap exclude using gist
    (practitioner_id with =, institution_id with =, daterange(valid_from, valid_until, '[]') with &&);
create index on network.filing (institution_id);

-- Minutes between two sites; one row per pair, the same both ways.
create table network.travel_time (
  site_a uuid not null references network.site,
  site_b uuid not null references network.site,
  minutes int not null check (minutes between 0 and 1440),
  primary key (site_a, site_b),
  check (site_a < site_b)
);

alter table network.site add column address_zh text, add column address_en text,
  add check ((address_zh is null) = (address_en is null));
alter table network.membership
  add constraint membership_no_overlap exclude using gist
    (network_id with =, party_id with =, daterange(valid_from, valid_until, '[]') with &&);
create index on network.membership (party_id);

-- The columns that change stay few; who a party is does not change.
grant select, insert on network.licence, network.filing, network.travel_time to careloom_server;
grant update (scope, valid_until) on network.licence, network.filing to careloom_server;
grant update (minutes) on network.travel_time to careloom_server;
grant update (valid_until) on network.membership to careloom_server;
grant update (name_en, kind) on network.institution to careloom_server;
grant update (name_en, kind, title) on network.practitioner to careloom_server;

-- Published: which network, who runs it, and who is a member when.
create view network.published_network with (security_invoker = true) as
  select id, code, operator_id from network.network;
create view network.published_membership with (security_invoker = true) as
  select network_id, party_id, valid_from, valid_until from network.membership;
grant select on network.published_network, network.published_membership to careloom_server;
