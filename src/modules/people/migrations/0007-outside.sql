-- An outside system finds a person by her whole resident number: a token of its hash, beside the last four that a desk types.
insert into people.search_token (institution_id, token, person_id)
  select card.institution_id, 'resident-id ' || encode(sha256(convert_to(i.value, 'UTF8')), 'hex'), card.person_id
  from people.card card join people.identifier i on i.person_id = card.person_id and i.system = 'resident-id'
on conflict do nothing;

-- Published: which fact of the opened person came from what, for rooms whose rows became facts.
create view people.published_fact with (security_invoker = true) as
  select id, person_id, institution_id, source, source_id from people.fact where status <> 'entered-in-error';
grant select on people.published_fact to careloom_server;

-- Which version of a fact it is, since its source may say it anew, and when that was.
alter table people.fact add column version int not null default 1, add column changed_at timestamptz;
