-- Who delivered it, so that nobody who counts has to open the whole service.
alter table ledger.proceeds add column host_id uuid not null generated always as ((service ->> 'hostId')::uuid) stored;

-- Published for those who count: what came in or was given back, and when it was divided, as far as the reader may see the books.
create view ledger.published_proceeds with (security_invoker = true) as
  select p.id as proceeds_id, p.network_id, p.visit_id, p.service_id, p.person_id, p.collector_id,
    p.host_id, p.institution_ids, p.name_zh, p.name_en, p.service_date, p.reason, p.net_fen, p.happened_at,
    d.settlement_id, s.settled_at, date_part('epoch', s.settled_at - p.happened_at) / 86400 as days_to_settle,
    (select case when bool_and(t.state = 'confirmed') then max(t.confirmed_at) end from ledger.statement t
      where t.settlement_id = d.settlement_id) as confirmed_at
  from ledger.proceeds p
  left join ledger.settled_proceeds d on d.proceeds_id = p.id
  left join ledger.settlement s on s.id = d.settlement_id;
comment on view ledger.published_proceeds is 'What was collected for a service, or given back, and when it was divided among the parties';
comment on column ledger.published_proceeds.host_id is 'the institution that delivered the service';
comment on column ledger.published_proceeds.happened_at is 'when it was paid, given back or refused';
comment on column ledger.published_proceeds.settled_at is 'when a settlement divided it; null: it waits for the next one';
comment on column ledger.published_proceeds.confirmed_at is 'when the last party confirmed its statement of that settlement; null: not all have';
comment on column ledger.published_proceeds.net_fen is 'fen of CNY after discounts; below zero: given back';

-- Which statement of a settlement is whose.
create view ledger.published_statement with (security_invoker = true) as
  select id as statement_id, settlement_id, network_id, party_id, state, confirmed_at from ledger.statement;
grant select on ledger.published_proceeds, ledger.published_statement to careloom_server;

-- Its rows are wide and never change: who counts reads the index alone.
create index of_network on ledger.proceeds (network_id, happened_at) include (id, host_id, institution_ids);

-- The same rows for the same readers: what costs least is asked first.
alter policy parties on ledger.proceeds using (platform.over_network() or institution_ids && platform.acting_institutions());
alter policy parties on ledger.settled_proceeds using (platform.over_network() or institution_ids && platform.acting_institutions());
alter policy parties on ledger.settlement using (platform.over_network() or institution_ids && platform.acting_institutions());
