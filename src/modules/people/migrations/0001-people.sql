create schema people;
grant usage on schema people to careloom_server;

-- One person over all institutions. Her facts open through a grant, never by a list.
create table people.person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 50),
  name_pinyin text not null collate "C",
  sex text not null check (sex in ('female', 'male', 'other', 'unknown')),
  birth_date date not null,
  phone text,
  registered_at timestamptz not null
);
create table people.identifier (
  system text not null check (system in ('resident-id')),
  value text not null,
  person_id uuid not null references people.person,
  primary key (system, value)
);
create index on people.identifier (person_id);
-- What an institution with a grant may see of a person in lists: one row per institution and person.
create table people.card (
  institution_id uuid not null,
  person_id uuid not null references people.person,
  name text not null,
  name_pinyin text not null collate "C",
  sex text not null,
  birth_date date not null,
  phone_last_four text,
  visible_until timestamptz not null,
  primary key (institution_id, person_id)
);
-- Search is by token rows: characters, pinyin, initials, phone, last four. Equality and prefix range only.
create table people.search_token (
  institution_id uuid not null,
  token text not null collate "C",
  person_id uuid not null,
  primary key (institution_id, token, person_id),
  foreign key (institution_id, person_id) references people.card on delete cascade
);
create index on people.search_token (institution_id, person_id);

alter table people.person enable row level security;
create policy opened on people.person using (id = platform.opened_person() or platform.over_network());
alter table people.identifier enable row level security;
create policy opened on people.identifier using (person_id = platform.opened_person() or platform.over_network());
alter table people.card enable row level security;
create policy own_cards on people.card using (institution_id = any (platform.acting_institutions()) or platform.over_network());
alter table people.search_token enable row level security;
create policy own_tokens on people.search_token using (institution_id = any (platform.acting_institutions()) or platform.over_network());
grant select, insert, update on people.person, people.identifier to careloom_server;
grant select, insert, update, delete on people.card, people.search_token to careloom_server;

-- Published: the own cards of the acting institution, for lists of other rooms.
create view people.published_card with (security_invoker = true) as
  select institution_id, person_id, name, sex, birth_date, visible_until from people.card;
grant select on people.published_card to careloom_server;
