/** For each rule of `careloom verify` how the owner of the database breaks it, past every command and constraint. */
export const breaks: Readonly<Record<string, readonly string[]>> = {
  'platform.audit-sealed': [`update platform.audit set outcome = 'other' where id = (select min(id) from platform.audit)`],
  'platform.registrations-of-oneself': [
    `update platform.person_grant set subject_id = gen_random_uuid() where id = (select id from platform.person_grant where reason = 'registration' limit 1)`,
  ],
  'platform.openings-granted': [
    `update platform.person_opening set opened_at = opened_at - interval '10 years' where id = (select id from platform.person_opening limit 1)`,
  ],
  'commitments.owned': [
    `update commitments.commitment set owner_institution_id = gen_random_uuid() where id = (select id from commitments.commitment where ended_at is null limit 1)`,
  ],
  'commitments.moved-on': [
    `update commitments.commitment set state = 'running', due_at = started_at - interval '1 day'
      where id = (select id from commitments.commitment where ended_at is null and measure = 'within' and state = 'running' limit 1)`,
  ],
  'commitments.timed': [`delete from platform.due where kind = 'commitments.break-commitment'`],
  'people.cards-granted': [`update people.card set visible_until = visible_until + interval '9 years'`],
  'people.consents-stand': [
    `insert into platform.person_grant (id, person_id, institution_id, reason, subject_id, valid_from, valid_until)
      select gen_random_uuid(), person_id, institution_id, 'consent', gen_random_uuid(), valid_from, 'infinity' from platform.person_grant limit 1`,
  ],
  'agreements.signatures-owed': [
    `update agreements.version set state = 'proposed' where id = (select id from agreements.version where state = 'signed' limit 1)`,
    `update agreements.signature set signed_on = null, terms_hash = null`,
  ],
  'booking.holds-apart': [
    `alter table booking.hold drop constraint hold_is_exclusive`,
    `insert into booking.hold (visit_id, resource_id, role, owner_id, site_id, starts_at, ends_at)
      select (select id from booking.visit v where v.id <> h.visit_id and not exists (select from booking.hold o where o.visit_id = v.id and o.resource_id = h.resource_id) limit 1),
        resource_id, role, owner_id, site_id, starts_at, ends_at from booking.hold h where active limit 1`,
  ],
  'booking.holds-live': [
    `update booking.hold set active = false where visit_id = (select id from booking.visit where status = 'booked' limit 1)`,
  ],
  'booking.people-apart': [
    `alter table booking.visit drop constraint person_is_at_one_place`,
    `update booking.visit v set person_id = other.person_id, starts_at = other.starts_at, ends_at = other.ends_at
      from (select * from booking.visit where status = 'booked' order by id limit 1) other
      where v.id = (select id from booking.visit where status = 'booked' order by id desc limit 1)`,
  ],
  'booking.experts-apart': [
    `update booking.attendance a set expert_id = other.expert_id, started_at = other.started_at, checked_in_at = other.checked_in_at,
        waiting_since = other.waiting_since, ended_at = other.ended_at
      from (select * from booking.attendance where ended_at > started_at order by visit_id limit 1) other
      where a.visit_id = (select max(visit_id::text)::uuid from booking.attendance where ended_at > started_at)`,
  ],
  'booking.rooms-apart': [
    `update booking.attendance a set room_id = other.room_id, started_at = other.started_at, checked_in_at = other.checked_in_at,
        waiting_since = other.waiting_since, ended_at = other.ended_at
      from (select * from booking.attendance where ended_at > started_at and room_id is not null order by visit_id limit 1) other
      where a.visit_id = (select max(visit_id::text)::uuid from booking.attendance where ended_at > started_at)`,
  ],
  'booking.attendance-fits': [
    `update booking.visit set status = 'arrived' where id = (select id from booking.visit where status = 'completed' limit 1)`,
  ],
  'booking.visits-grant': [
    `update booking.visit set status = 'cancelled', ended_because = 'cancelled' where id = (select id from booking.visit where status = 'booked' limit 1)`,
  ],
  'booking.holds-owed': [
    `update booking.visit set status = 'held', held_until = starts_at where id = (select id from booking.visit where status = 'booked' limit 1)`,
  ],
  'booking.waits-owed': [
    `update booking.visit set status = 'called' where id = (select id from booking.visit where status = 'completed' limit 1)`,
  ],
  'booking.consultations-owed': [
    `update booking.visit set status = 'in-progress' where id = (select id from booking.visit where status = 'completed' limit 1)`,
  ],
  'care.notes-as-signed': [
    `update care.note set content = jsonb_set(content, '{plan}', '"another"') where id = (select id from care.note where state = 'signed' limit 1)`,
  ],
  'care.referrals-grant': [
    `update care.order set state = 'cancelled', end_reason = 'gone' where id = (select id from care.order where state = 'completed' limit 1)`,
  ],
  'care.orders-owed': [`update care.order set state = 'accepted' where id = (select id from care.order where state = 'completed' limit 1)`],
  'care.results-owed': [
    `update care.result set read_at = released_at, read_by = gen_random_uuid() where order_id = (select order_id from care.result where released_at is not null and read_at is null limit 1)`,
  ],
  'care.critical-values-told': [
    `insert into care.critical_value (id, order_id, person_id, orderer_id, performer_id, analyte_code, name_zh, name_en, value, unit, flag, state)
      select gen_random_uuid(), id, person_id, orderer_id, performer_id, 'K', '钾', 'Potassium', 7, 'mmol/L', 'critical-high', 'to-report' from care.order limit 1`,
  ],
  'care.critical-values-handled': [
    `insert into care.critical_value (id, order_id, person_id, orderer_id, performer_id, analyte_code, name_zh, name_en, value, unit, flag, state, read_back_at)
      select gen_random_uuid(), id, person_id, orderer_id, performer_id, 'K', '钾', 'Potassium', 7, 'mmol/L', 'critical-high', 'read-back', signed_at
      from care.order where signed_at is not null limit 1`,
  ],
  'coverage.claim-lines-add-up': [
    `update coverage.claim set state = 'paid'`,
    `update coverage.claim_line set answered_fen = payer_fen + 1`,
  ],
  'coverage.claims-grant': [`update coverage.claim set collector_id = gen_random_uuid()`],
  'coverage.claims-owed': [`update coverage.claim set answered_revision = revision`],
  'billing.lines-are-charges': [
    `update billing.charge set amount_fen = amount_fen + 1 where id = (select charge_id from billing.bill_line limit 1)`,
  ],
  'billing.bills-add-up': [
    `update billing.bill set list_fen = list_fen - 1, patient_fen = patient_fen - 1, patient_paid_fen = patient_paid_fen - 1
      where id = (select id from billing.bill where state = 'paid' and patient_fen > 0 limit 1)`,
  ],
  'billing.payments-add-up': [`delete from billing.payment where id = (select id from billing.payment limit 1)`],
  'billing.deposits-add-up': [
    `insert into billing.deposit (person_id, collector_id, network_id, balance_fen) select person_id, collector_id, network_id, 1 from billing.bill limit 1`,
  ],
  'billing.proceeds-collected': [
    `delete from ledger.settled_proceeds`,
    `delete from ledger.proceeds where id = (select id from ledger.proceeds limit 1)`,
  ],
  'billing.bills-owed': [
    `update commitments.commitment set state = 'withdrawn', ended_at = started_at
      where id = (select id from commitments.commitment where kind = 'billing.bill-to-pay' and ended_at is null limit 1)`,
  ],
  'billing.refunds-owed': [
    `update billing.service set withdrawn_at = at, withdraw_reason = 'gone' where id = (select c.service_id from billing.bill_line l join billing.charge c on c.id = l.charge_id where l.list_fen > 0 limit 1)`,
  ],
  'ledger.journal-sealed': [
    `update ledger.transfer set amount_fen = amount_fen + 1 where posting_id = (select posting_id from ledger.transfer limit 1)`,
  ],
  'ledger.statements-transferred': [
    `update ledger.statement set total_fen = total_fen + 1 where id = (select id from ledger.statement limit 1)`,
  ],
  'ledger.settlements-collected': [`update ledger.settlement set collected_fen = collected_fen + 1`],
  'ledger.statements-owed': [
    `update ledger.statement set state = 'confirmed', confirmed_at = made_at, confirmed_by = gen_random_uuid() where id = (select id from ledger.statement limit 1)`,
  ],
  'quality.rectification-clocked': [`delete from commitments.commitment where kind = 'quality.rectification' and ended_at is null`],
  'quality.recheck-clocked': [`delete from commitments.commitment where kind = 'quality.recheck' and ended_at is null`],
  'quality.unread-norm-clocked': [`delete from commitments.commitment where kind = 'quality.norm-to-confirm' and ended_at is null`],
  'quality.inspection-clocked': [`delete from commitments.commitment where kind = 'quality.inspection-to-carry-out' and ended_at is null`],
}
