-- A norm of a network: what has to be done, and the checklist by which it is inspected.
create table quality.norm (
  id uuid primary key,
  network_id uuid not null references network.network,
  code text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{1,30}$'),
  issuer_id uuid not null references network.institution, -- who publishes its versions
  constraint norm_code_once unique (network_id, code)
);
-- A published version never changes.
create table quality.norm_version (
  id uuid primary key,
  norm_id uuid not null references quality.norm,
  number int not null check (number >= 1),
  title_zh text not null,
  title_en text not null,
  sections jsonb not null, -- [{heading: {zh, en}, text: {zh, en}}]
  items jsonb not null, -- [{code, text: {zh, en}, severity, coreSystem, indicatorCode}]
  confirm_by timestamptz not null,
  published_at timestamptz not null,
  published_by uuid not null,
  unique (norm_id, number)
);
grant select, insert on quality.norm, quality.norm_version to careloom_server;

-- A version that was sent to an institution, which has to say that it was read. A newer version asks again.
create table quality.norm_confirmation (
  id uuid primary key,
  version_id uuid not null references quality.norm_version,
  norm_id uuid not null references quality.norm,
  institution_id uuid not null references network.institution,
  state text not null default 'to-confirm' check (state in ('to-confirm', 'confirmed', 'superseded')),
  sent_at timestamptz not null,
  due_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  viewer_ids uuid[] not null, -- the institution, the issuer, the network's operator
  unique (version_id, institution_id),
  check ((state = 'confirmed') = (confirmed_at is not null)),
  check ((confirmed_at is null) = (confirmed_by is null))
);
create index on quality.norm_confirmation (institution_id, norm_id);
create index on quality.norm_confirmation (norm_id) where state = 'to-confirm';

-- What a severity means, from a day on. [GK] values are ours until a region says otherwise: due times and doubling of domain.md 4.6,
-- the time of a tier, of a re-check, and the points.
create table quality.severity_rule (
  severity text not null check (severity in ('minor', 'major', 'critical')),
  valid_from date not null,
  rectify_minutes int not null check (rectify_minutes > 0),
  recheck_minutes int not null check (recheck_minutes > 0),
  tier_minutes int not null check (tier_minutes > 0), -- after the break of one tier the next one has it
  points int not null check (points > 0),
  repeat_days int not null check (repeat_days >= 0), -- the same item found again at the site within so many days
  repeat_factor int not null check (repeat_factor >= 1), -- multiplies its points
  primary key (severity, valid_from)
);
insert into quality.severity_rule values
  ('critical', '2020-01-01', 1440, 1440, 240, 10, 180, 2),
  ('major', '2020-01-01', 10080, 4320, 1440, 4, 180, 2),
  ('minor', '2020-01-01', 43200, 10080, 4320, 1, 180, 2);
grant select on quality.severity_rule to careloom_server;

-- One visit of an inspector at a site of an institution, by the checklist of one version of a norm.
create table quality.inspection (
  id uuid primary key,
  network_id uuid not null references network.network,
  version_id uuid not null references quality.norm_version,
  institution_id uuid not null references network.institution, -- who is inspected
  site_id uuid not null references network.site,
  day date not null,
  announced boolean not null,
  inspector_institution_id uuid not null references network.institution,
  inspector_id uuid not null,
  planner_institution_id uuid not null references network.institution,
  planned_by uuid not null,
  planned_at timestamptz not null,
  state text not null default 'planned' check (state in ('planned', 'begun', 'completed', 'withdrawn')),
  answers jsonb not null default '[]', -- [{itemCode, outcome, note, evidence: [{kind, text}], indicatorCode}]
  version int not null default 1,
  saved_at timestamptz,
  end_reason text,
  completed_at timestamptz,
  score_basis_points int, -- null: nothing applied
  content_hash text,
  viewer_ids uuid[] not null, -- the inspected institution is among them once it may know
  check (inspector_institution_id <> institution_id),
  check ((state = 'completed') = (completed_at is not null)),
  check ((completed_at is null) = (content_hash is null)),
  check ((state = 'withdrawn') = (end_reason is not null))
);
create index on quality.inspection (day desc, id desc);

-- An item that was not passed, as it was found. It never changes.
create table quality.finding (
  id uuid primary key,
  inspection_id uuid not null references quality.inspection,
  institution_id uuid not null references network.institution,
  site_id uuid not null references network.site,
  norm_id uuid not null references quality.norm,
  item_code text not null,
  item_zh text not null,
  item_en text not null,
  severity text not null check (severity in ('minor', 'major', 'critical')),
  core_system int check (core_system between 1 and 18),
  indicator_code text,
  note text not null,
  evidence jsonb not null,
  points int not null, -- what it deducts
  repeat_of uuid references quality.finding,
  rule_from date not null, -- the day from which the severity's rule held that it was decided by
  found_at timestamptz not null,
  viewer_ids uuid[] not null,
  unique (inspection_id, item_code)
);
create index on quality.finding (institution_id, site_id, norm_id, item_code, found_at desc);
create index on quality.finding (indicator_code) where indicator_code is not null;

-- What becomes of a finding; `due_at` is of the clock that runs: of who mends, then of who looks again.
create table quality.rectification (
  id uuid primary key,
  finding_id uuid not null unique references quality.finding,
  network_id uuid not null references network.network,
  institution_id uuid not null references network.institution, -- who mends
  inspector_institution_id uuid not null references network.institution, -- who looks again
  state text not null default 'to-rectify' check (state in ('to-rectify', 'rectifying', 'to-recheck', 'failed-recheck', 'closed')),
  round int not null default 1, -- one more each time that looking again failed
  opened_at timestamptz not null,
  due_at timestamptz not null,
  evidence_by uuid,
  closed_at timestamptz,
  version int not null default 1,
  viewer_ids uuid[] not null,
  check ((state = 'closed') = (closed_at is not null)),
  check (state <> 'to-recheck' or evidence_by is not null)
);
create index on quality.rectification (due_at, id) where closed_at is null;
create index on quality.rectification (closed_at desc, id desc) where closed_at is not null;

-- What happened to it, one row each, never changed: who, when, what was said and shown, and until when the next one has time.
create table quality.rectification_step (
  rectification_id uuid not null references quality.rectification,
  position int not null,
  step text not null check (step in ('opened', 'plan-submitted', 'evidence-submitted', 'passed', 'failed', 'escalated')),
  state text not null,
  round int not null,
  at timestamptz not null,
  account_id uuid, -- null: time alone
  institution_id uuid references network.institution, -- of who did it; to whom it went
  role text,
  note text,
  evidence jsonb not null default '[]',
  due_at timestamptz not null,
  viewer_ids uuid[] not null,
  primary key (rectification_id, position)
);

alter table quality.norm_confirmation enable row level security;
alter table quality.inspection enable row level security;
alter table quality.finding enable row level security;
alter table quality.rectification enable row level security;
alter table quality.rectification_step enable row level security;
create policy viewers on quality.norm_confirmation using (viewer_ids && platform.acting_institutions() or platform.over_network());
create policy viewers on quality.inspection using (viewer_ids && platform.acting_institutions() or platform.over_network());
create policy viewers on quality.finding using (viewer_ids && platform.acting_institutions() or platform.over_network());
create policy viewers on quality.rectification using (viewer_ids && platform.acting_institutions() or platform.over_network());
create policy viewers on quality.rectification_step using (viewer_ids && platform.acting_institutions() or platform.over_network());
-- What is completed or withdrawn is sealed: no update finds it any longer.
create policy sealed on quality.inspection as restrictive for update using (state in ('planned', 'begun')) with check (true);

grant select, insert on quality.norm_confirmation, quality.inspection, quality.finding, quality.rectification, quality.rectification_step
  to careloom_server;
grant update (issuer_id) on quality.norm to careloom_server; -- who publishes locks its norm
grant update (state, confirmed_at, confirmed_by) on quality.norm_confirmation to careloom_server;
grant update (state, answers, version, saved_at, end_reason, completed_at, score_basis_points, content_hash, viewer_ids)
  on quality.inspection to careloom_server;
grant update (state, round, due_at, evidence_by, closed_at, version) on quality.rectification to careloom_server;
