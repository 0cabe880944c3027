-- Published for those who count: one row per signed order, as far as the reader may see orders.
create view care.published_order with (security_invoker = true) as
  select o.id as order_id, o.network_id, o.visit_id, o.person_id, o.orderer_id as requester_id, o.performer_id,
    array[o.orderer_id, o.performer_id] as institution_ids, o.kind, o.item_code, o.item_zh as name_zh, o.item_en as name_en, o.urgency,
    o.state, o.signed_at, o.due_at,
    (select s.at from care.order_step s where s.order_id = o.id and s.state = 'completed') as completed_at,
    false as recognised -- no result can be recognised yet: the orders that could have been are counted, none of them was
  from care.order o where o.state <> 'draft';
comment on view care.published_order is 'Signed orders of tests, studies and drugs, and how far they are';
comment on column care.published_order.requester_id is 'whose clinician signed it';
comment on column care.published_order.recognised is 'an earlier result was taken over instead of repeating the examination';
grant select on care.published_order to careloom_server;

create index of_network on care.order (network_id, signed_at) where state <> 'draft';

-- The same rows for the same readers: what costs least is asked first.
alter policy orderer_performer_or_opened on care.order
  using (platform.over_network() or orderer_id = any (platform.acting_institutions())
    or (state <> 'draft' and performer_id = any (platform.acting_institutions()))
    or (state <> 'draft' and person_id = platform.opened_person()));
