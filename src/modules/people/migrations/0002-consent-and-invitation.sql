-- What a person has agreed to, in which version of the text. A row is never changed but to withdraw it.
create table people.consent (
  id uuid primary key,
  person_id uuid not null references people.person,
  purpose text not null check (purpose in ('service')),
  text_version int not null check (text_version >= 1),
  given_at timestamptz not null,
  given_by_account uuid not null,
  at_institution uuid, -- on paper, at this desk
  withdrawn_at timestamptz check (withdrawn_at >= given_at)
);
create unique index consent_stands_once on people.consent (person_id, purpose, text_version) where withdrawn_at is null;
create index on people.consent (person_id, given_at);

-- A one-time code from a desk: it proves that the person, or who stands before us for her, may bind an account to her.
create table people.invitation (
  id uuid primary key,
  person_id uuid not null references people.person,
  code_hash bytea not null unique,
  made_at timestamptz not null,
  made_by_account uuid not null,
  at_institution uuid not null,
  valid_until timestamptz not null,
  used_at timestamptz
);
create index on people.invitation (person_id);

alter table people.consent enable row level security;
create policy opened on people.consent using (person_id = platform.opened_person() or platform.over_network());
alter table people.invitation enable row level security;
create policy opened on people.invitation using (person_id = platform.opened_person() or platform.over_network());
grant select, insert, update on people.consent, people.invitation to careloom_server;
