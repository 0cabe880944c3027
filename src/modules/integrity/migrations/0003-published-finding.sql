-- Published for those who count: one row per thing that a review found or could not check, as far as the reader may see reviews.
create view integrity.published_finding with (security_invoker = true) as
  select v.id as finding_id, w.network_id, w.visit_id, w.person_id, w.institution_id, w.institution_ids, w.moment, w.reviewed_at,
    v.rule_code, r.name_zh, r.name_en, v.verdict
  from integrity.verdict v
  join integrity.review w on w.id = v.review_id
  left join integrity.rule r on r.code = v.rule_code
  where v.verdict in ('violation', 'doubtful', 'could-not-check');
comment on view integrity.published_finding is 'What reviews of orders and bills found, or could not check';
comment on column integrity.published_finding.institution_id is 'who orders or delivers what was reviewed';
comment on column integrity.published_finding.moment is 'order: before the order was signed; checkout: before the bill was made out';
grant select on integrity.published_finding to careloom_server;

create index of_network on integrity.review (network_id, reviewed_at);
create index found_by_review on integrity.verdict (review_id) where verdict in ('violation', 'doubtful', 'could-not-check');

-- The same rows for the same readers: what costs least is asked first.
alter policy own_or_opened on integrity.review
  using (platform.over_network() or institution_ids && platform.acting_institutions() or person_id = platform.opened_person());
alter policy own_or_opened on integrity.verdict
  using (platform.over_network() or institution_ids && platform.acting_institutions() or person_id = platform.opened_person());
