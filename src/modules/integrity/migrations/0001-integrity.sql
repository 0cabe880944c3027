create schema integrity;
grant usage on schema integrity to careloom_server;

-- The rules, as data. Nothing about a person: everybody may read them.
create table integrity.rule (
  code text primary key check (code ~ '^(GZ|ZB)\d{14}$'),
  name_zh text not null,
  name_en text not null
);
-- What a rule says for a span of days, both included. A version never changes; the next one begins after its last day.
create table integrity.rule_version (
  code text not null references integrity.rule,
  version int not null check (version >= 1),
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  result text not null check (result in ('violation', 'doubtful')),
  amount_basis text not null check (amount_basis in ('whole-line', 'excess-quantity', 'excess-price', 'none')),
  basis_zh text not null,
  basis_en text not null,
  sentence_zh text not null,
  sentence_en text not null,
  reasons jsonb not null, -- [{zh, en}]: why it may be right all the same
  points jsonb not null, -- items with what has to hold of them
  primary key (code, version),
  constraint versions_are_apart exclude using gist (code with =, daterange(valid_from, valid_until, '[]') with &&)
);
grant select on integrity.rule, integrity.rule_version to careloom_server;

-- One row per person: whoever reviews her lines locks it, and what is kept of them gets the next position. What a review could know
-- is what has a lower position.
create table integrity.history (
  person_id uuid primary key references people.person,
  position int not null
);

-- One look at a claim, with the facts that it was decided on.
create table integrity.review (
  id uuid primary key,
  claim_id uuid not null,
  moment text not null check (moment in ('order', 'checkout')),
  network_id uuid not null references network.network,
  person_id uuid not null references people.person,
  visit_id uuid not null,
  institution_id uuid not null references network.institution, -- who orders or delivers
  institution_ids uuid[] not null,
  facts jsonb not null, -- sex, birthDate, visitType, diagnoses
  position int not null,
  reviewed_at timestamptz not null,
  reviewed_by uuid not null,
  constraint once_per_claim_and_moment unique (claim_id, moment),
  unique (person_id, position)
);
create index on integrity.review (reviewed_at, id);

-- Its lines as they were: from then on they are history of the person.
create table integrity.reviewed_line (
  review_id uuid not null references integrity.review,
  line_id text not null,
  person_id uuid not null,
  institution_ids uuid[] not null,
  position int not null,
  visit_id uuid not null,
  system text not null check (system in ('service', 'lab', 'imaging', 'drug')),
  code text not null,
  name_zh text not null,
  name_en text not null,
  category text not null,
  quantity double precision not null check (quantity >= 0),
  amount_fen bigint, -- null: it had no price yet
  at timestamptz not null,
  date date not null,
  primary key (review_id, line_id)
);
create index on integrity.reviewed_line (person_id, date);
create index on integrity.reviewed_line (line_id, position desc);

-- What was taken back of a line, from its position on.
create table integrity.withdrawal (
  id uuid primary key,
  line_id text not null,
  person_id uuid not null,
  institution_ids uuid[] not null,
  position int not null,
  quantity double precision not null check (quantity >= 0),
  amount_fen bigint not null check (amount_fen >= 0),
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null,
  unique (person_id, position, line_id)
);

-- What each rule that is about a line said of it, also where it found nothing, and who answered what was found.
create table integrity.verdict (
  id uuid primary key,
  review_id uuid not null,
  line_id text not null,
  person_id uuid not null,
  institution_ids uuid[] not null,
  rule_code text not null,
  rule_version int not null,
  verdict text not null check (verdict in ('clear', 'violation', 'doubtful', 'not-yet-knowable', 'could-not-check')),
  involved_line_ids text[] not null,
  basis_zh text not null,
  basis_en text not null,
  amount_fen bigint, -- in question; null: the line had no price yet
  sentence_zh text not null,
  sentence_en text not null,
  reason text,
  answered_at timestamptz,
  answered_by uuid,
  foreign key (review_id, line_id) references integrity.reviewed_line,
  foreign key (rule_code, rule_version) references integrity.rule_version,
  unique (review_id, line_id, rule_code),
  check ((reason is null) = (answered_at is null) and (reason is null) = (answered_by is null)),
  check ((verdict in ('violation', 'doubtful')) = (reason is not null))
);
create index findings on integrity.verdict (id desc) where verdict in ('violation', 'doubtful', 'could-not-check');
create index on integrity.verdict (person_id);

alter table integrity.history enable row level security;
create policy opened on integrity.history using (person_id = platform.opened_person() or platform.over_network());
alter table integrity.review enable row level security;
create policy own_or_opened on integrity.review
  using (institution_ids && platform.acting_institutions() or person_id = platform.opened_person() or platform.over_network());
alter table integrity.reviewed_line enable row level security;
create policy own_or_opened on integrity.reviewed_line
  using (institution_ids && platform.acting_institutions() or person_id = platform.opened_person() or platform.over_network());
alter table integrity.withdrawal enable row level security;
create policy own_or_opened on integrity.withdrawal
  using (institution_ids && platform.acting_institutions() or person_id = platform.opened_person() or platform.over_network());
alter table integrity.verdict enable row level security;
create policy own_or_opened on integrity.verdict
  using (institution_ids && platform.acting_institutions() or person_id = platform.opened_person() or platform.over_network());
-- Evidence: written once.
grant select, insert on integrity.history, integrity.review, integrity.reviewed_line, integrity.withdrawal, integrity.verdict to careloom_server;
grant update (position) on integrity.history to careloom_server;
