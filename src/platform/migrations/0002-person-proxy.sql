-- A family member acts for a person. Who may see a person is a row, so this one stands beside the grants.
create table platform.person_proxy (
  id uuid primary key,
  holder_person_id uuid not null,
  person_id uuid not null check (person_id <> holder_person_id),
  relation text not null check (relation in ('child', 'parent', 'spouse', 'other')), -- the person is the holder's …
  valid_from timestamptz not null,
  valid_until timestamptz check (valid_until >= valid_from)
);
create unique index proxy_stands_once on platform.person_proxy (holder_person_id, person_id) where valid_until is null;
create index on platform.person_proxy (person_id);
alter table platform.person_proxy enable row level security;
create policy of_both on platform.person_proxy
  using (holder_person_id = platform.opened_person() or person_id = platform.opened_person() or platform.over_network());
grant select, insert, update on platform.person_proxy to careloom_server;

-- Why somebody says that she needs more than the masked view.
alter table platform.person_opening add column stated_reason text;
