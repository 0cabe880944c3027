-- A person is known by identifiers of those who send records, too; rules of its own has only the resident identity number.
alter table people.identifier drop constraint identifier_system_check;
alter table people.identifier add constraint identifier_system_check check (system <> '' and value <> '');

-- Beside the terms of use: that an institution brings in and sees what others know.
alter table people.consent drop constraint consent_purpose_check;
alter table people.consent add constraint consent_purpose_check check (purpose in ('service', 'history'));
-- The terms of use are agreed to once, a history with each institution that brings it in.
drop index people.consent_stands_once;
create unique index consent_stands_once on people.consent (person_id, purpose, text_version) where withdrawn_at is null and purpose = 'service';
create unique index history_consent_stands_once on people.consent (person_id, at_institution, text_version)
  where withdrawn_at is null and purpose = 'history';
alter table people.consent add check (purpose <> 'history' or at_institution is not null);

-- What was brought in from outside, every resource as it was sent. It keeps its id when it comes again; a changed one is a new version
-- beside the old. Text, not binary: the last zero of 1.50 and the order of elements are what was sent.
create table people.source_resource (
  id uuid not null,
  version int not null check (version >= 1),
  address text not null collate "C" check (length(address) <= 1000), -- by what it is recognised
  type text not null,
  person_id uuid references people.person, -- null: about nobody, such as an organisation
  institution_id uuid not null references network.institution, -- where it comes from
  hash text not null,
  resource json not null,
  received_at timestamptz not null,
  received_by uuid not null references network.institution,
  replaced_at timestamptz,
  primary key (id, version)
);
create unique index source_resource_stands_once on people.source_resource (address) where replaced_at is null;
create index source_resource_of_person on people.source_resource (person_id);
-- By which identifiers organisations, practitioners and places are found again; persons have people.identifier.
create table people.source_identifier (
  type text not null,
  system text not null collate "C",
  value text not null collate "C",
  source_id uuid not null,
  primary key (type, system, value)
);

alter table people.source_resource enable row level security;
create policy opened on people.source_resource using (person_id = platform.opened_person() or platform.over_network());
alter table people.source_identifier enable row level security;
create policy over_network on people.source_identifier using (platform.over_network());
grant select, insert on people.source_resource, people.source_identifier to careloom_server;
grant update (replaced_at) on people.source_resource to careloom_server;
