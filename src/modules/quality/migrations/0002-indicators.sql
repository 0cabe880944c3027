-- What the network is measured by, as data: src/modules/quality/domain/indicator.ts says what may stand in it.
create table quality.indicator (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
  name_zh text not null,
  name_en text not null,
  better text not null check (better in ('higher', 'lower')),
  place int not null unique -- in lists
);
-- How it is counted, for a span of days, both included. A version never changes; the next one begins after its last day.
create table quality.indicator_version (
  code text not null references quality.indicator,
  version int not null check (version >= 1),
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  unit_zh text not null,
  unit_en text not null,
  digits int not null check (digits between 0 and 3), -- that are shown after the point
  smallest_count int not null check (smallest_count >= 1), -- below it nothing is judged
  parameters jsonb not null, -- name -> number
  denominator jsonb not null, -- {source, where}: rows that are counted
  exclusions jsonb not null, -- [[condition]]: of those, rows that do not count after all
  numerator jsonb not null, -- {of: 'share', where} or {of: 'mean', field} or {of: 'events', source, where, exclusions, per}
  primary key (code, version),
  constraint versions_are_apart exclude using gist (code with =, daterange(valid_from, valid_until, '[]') with &&)
);

-- What a network wants of an indicator from a day on: for all of it (no site), or an addition of one site. Nothing about a person.
create table quality.target (
  id uuid primary key,
  network_id uuid not null references network.network,
  indicator_code text not null references quality.indicator,
  site_id uuid references network.site,
  valid_from date not null,
  floor double precision,
  target double precision,
  set_at timestamptz not null,
  set_by uuid not null,
  institution_id uuid references network.institution, -- whose staff set it; null: the system
  constraint one_target_per_day unique nulls not distinct (network_id, indicator_code, site_id, valid_from)
);
grant select on quality.indicator, quality.indicator_version to careloom_server;
grant select, insert, update on quality.target to careloom_server;

insert into quality.indicator (code, name_zh, name_en, better, place) values
  ('wait-within-15', '候诊 15 分钟内占比', 'Waits within 15 minutes', 'higher', 1),
  ('consulting-minutes', '平均就诊时长', 'Mean consulting time', 'higher', 2),
  ('findings-per-100', '每百次就诊审核发现', 'Findings per 100 visits', 'lower', 3),
  ('orders-recognised', '检查检验结果互认率', 'Examinations recognised', 'higher', 4),
  ('settled-in-time', '款项按期结算率', 'Money settled in time', 'higher', 5);
insert into quality.indicator_version
  (code, version, valid_from, unit_zh, unit_en, digits, smallest_count, parameters, denominator, exclusions, numerator) values
  ('wait-within-15', 1, '2020-01-01', '%', '%', 1, 10, '{"minutes": 15}',
    '{"source": "visit", "where": [{"field": "arrivedAt", "is": "known"}]}',
    '[[{"field": "startedAt", "is": "unknown"}]]',
    '{"of": "share", "where": [{"field": "waitMinutes", "is": "at-most", "value": {"parameter": "minutes"}}]}'),
  ('consulting-minutes', 1, '2020-01-01', '分', 'min', 1, 10, '{}',
    '{"source": "visit", "where": [{"field": "startedAt", "is": "known"}]}',
    '[[{"field": "endedAt", "is": "unknown"}]]',
    '{"of": "mean", "field": "consultingMinutes"}'),
  ('findings-per-100', 1, '2020-01-01', '/百次', 'per 100', 1, 10, '{}',
    '{"source": "visit", "where": [{"field": "startedAt", "is": "known"}]}',
    '[]',
    '{"of": "events", "source": "finding", "where": [], "exclusions": [[{"field": "verdict", "is": "one-of", "codes": ["could-not-check"]}]], "per": 100}'),
  ('orders-recognised', 1, '2020-01-01', '%', '%', 1, 10, '{}',
    '{"source": "order", "where": [{"field": "kind", "is": "one-of", "codes": ["laboratory", "imaging"]}]}',
    '[[{"field": "state", "is": "one-of", "codes": ["cancelled", "rejected"]}]]',
    '{"of": "share", "where": [{"field": "recognised", "is": "yes"}]}'),
  ('settled-in-time', 1, '2020-01-01', '%', '%', 1, 10, '{"days": 30}',
    '{"source": "proceeds", "where": []}',
    '[[{"field": "settledAt", "is": "unknown"}, {"field": "age", "is": "at-most", "value": {"parameter": "days"}}]]',
    '{"of": "share", "where": [{"field": "daysToSettle", "is": "at-most", "value": {"parameter": "days"}}]}');
