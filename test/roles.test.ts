import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../src/apps/modules.ts'
import { roles } from '../src/apps/roles.ts'
import { confirmVisit, holdVisit } from '../src/modules/booking/index.ts'
import type { Command } from '../src/platform/operation/index.ts'
import { ask, perform } from '../src/platform/operation/perform.ts'
import { makeProposed } from './support/agreement.ts'
import { calls } from './support/calls.ts'
import { makeCareTargets } from './support/care.ts'
import { makeCoverTargets } from './support/cover.ts'
import { makeJournalTargets } from './support/journal.ts'
import { makeStatementTargets } from './support/proceeds.ts'
import { makeQualityTargets } from './support/quality.ts'
import { createTestSystem, type TestSystem } from './support/system.ts'
import { makeWorld, patientOf, run, shanghai, staffOf, type World } from './support/world.ts'

const staff = ['operator', 'manager', 'butler', 'clinician', 'head', 'technician', 'finance', 'quality']
const desk = staff.filter((role) => !['technician', 'finance', 'quality'].includes(role))
const all = [...staff, 'patient']
const statements = ['operator', 'manager', 'clinician', 'head', 'finance']

/** Who may do what, written down a second time: a changed role must be meant. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'platform.list-parked-deliveries': ['operator'],
  'platform.retry-delivery': ['operator'],
  'platform.skip-delivery': ['operator'],
  'platform.search-terms': all,
  'platform.import-terms': [],
  'commitments.list-commitments': staff,
  'commitments.pause-commitment': ['operator', 'manager', 'butler', 'finance', 'quality'],
  'commitments.resume-commitment': ['operator', 'manager', 'butler', 'finance', 'quality'],
  'commitments.break-commitment': [],
  'network.list-institutions': all,
  'network.list-sites': all,
  'network.list-resources': all,
  'network.show-map': all,
  'network.show-institution': all,
  'network.list-practitioners': all,
  'network.show-practitioner': all,
  'network.found-network': ['operator'],
  'network.register-institution': ['operator'],
  'network.open-site': ['operator'],
  'network.add-room': ['operator', 'manager'],
  'network.add-device': ['operator', 'manager'],
  'network.register-practitioner': ['operator'],
  'network.add-licence': ['operator', 'manager'],
  'network.renew-licence': ['operator', 'manager'],
  'network.file-practice': ['operator', 'manager'],
  'network.renew-filing': ['operator', 'manager'],
  'network.set-travel-time': ['operator'],
  'network.set-superior': ['operator'],
  'network.import-roster': ['operator'],
  'network.join-network': ['operator'],
  'network.end-membership': ['operator'],
  'network.watch-expiry': [],
  'people.find-people': ['butler', 'clinician', 'head', 'finance'],
  'people.open-person': ['butler', 'clinician', 'head', 'technician', 'patient', 'finance'],
  'people.show-portrait': ['butler', 'clinician', 'head', 'technician', 'patient', 'finance'],
  'people.list-facts': ['butler', 'clinician', 'head', 'technician', 'patient', 'finance'],
  'people.show-source': ['butler', 'clinician', 'head', 'technician', 'patient', 'finance'],
  'people.import-bundle': [],
  'people.register-person': ['butler'],
  'people.import-persons': ['butler'],
  'people.sign-up': all,
  'people.invite-person': ['butler'],
  'people.reveal-identifier': ['butler'],
  'people.list-family': ['butler', 'clinician', 'head', 'technician', 'patient', 'finance'],
  'people.add-family-member': ['patient'],
  'people.link-family': ['butler'],
  'people.end-family-member': ['butler', 'patient'],
  'people.list-consent-texts': all,
  'people.show-consents': ['butler', 'clinician', 'head', 'technician', 'patient', 'finance'],
  'people.give-consent': ['patient'],
  'people.withdraw-consent': ['patient'],
  'people.record-consent': ['butler'],
  'people.list-openings': ['butler', 'clinician', 'head', 'technician', 'patient', 'finance'],
  'coverage.show-cover': ['butler', 'clinician', 'head', 'finance', 'patient'],
  'coverage.list-claims': ['finance'],
  'coverage.show-claim': ['finance'],
  'coverage.list-stuck-messages': ['finance'],
  'coverage.define-plan': ['operator', 'finance'],
  'coverage.connect-payer': ['operator'],
  'coverage.record-member': ['butler', 'finance'],
  'coverage.end-member': ['butler', 'finance'],
  'coverage.check-eligibility': ['butler', 'finance'],
  'coverage.resend-claim': ['finance'],
  'coverage.retry-message': ['finance'],
  'coverage.take-answer': [],
  'coverage.note-sent': [],
  'agreements.list-agreements': ['operator', 'manager'],
  'agreements.show-agreement': ['operator', 'manager'],
  'agreements.preview-terms': ['operator', 'manager'],
  'agreements.draft-agreement': ['operator', 'manager'],
  'agreements.draft-version': ['operator', 'manager'],
  'agreements.change-draft': ['operator', 'manager'],
  'agreements.propose-version': ['operator', 'manager'],
  'agreements.sign-version': ['operator', 'manager'],
  'agreements.withdraw-version': ['operator', 'manager'],
  'agreements.end-agreement': ['operator', 'manager'],
  'quality.list-indicators': ['operator', 'manager', 'head', 'finance', 'quality'],
  'quality.show-indicator': ['operator', 'manager', 'head', 'finance', 'quality'],
  'quality.list-indicator-rows': ['operator', 'manager', 'head', 'finance', 'quality'],
  'quality.set-target': ['operator', 'manager', 'quality'],
  'integrity.list-findings': ['operator', 'manager', 'head', 'finance', 'quality'],
  'integrity.show-finding': ['operator', 'manager', 'head', 'finance', 'quality'],
  'integrity.list-rules': ['operator', 'manager', 'head', 'finance', 'quality'],
  'triage.ask': ['butler', 'clinician', 'head', 'patient'],
  'triage.assess': ['butler', 'clinician', 'head', 'patient'],
  'triage.list-assessments': ['butler', 'clinician', 'head', 'patient'],
  'triage.find-assessment': ['butler', 'clinician', 'head', 'patient'],
  'triage.decide': ['clinician', 'head'],
  'booking.list-offerings': all,
  'booking.find-days': all,
  'booking.find-promises': all,
  'booking.define-offering': ['operator', 'manager'],
  'booking.show-offering': all,
  'booking.reprice-offering': ['operator', 'manager'],
  'booking.retire-offering': ['operator', 'manager'],
  'booking.show-calendar': all,
  'booking.plan-rota': ['operator', 'manager'],
  'booking.try-rota': ['operator', 'manager'],
  'booking.take-leave': ['operator', 'manager'],
  'booking.withdraw-leave': ['operator', 'manager'],
  'ledger.list-accounts': ['operator', 'finance'],
  'ledger.show-account': ['operator', 'finance'],
  'ledger.show-posting': ['operator', 'finance'],
  'ledger.list-statements': statements,
  'ledger.show-statement': statements,
  'ledger.show-line': statements,
  'ledger.show-draft': statements,
  'ledger.show-draft-line': statements,
  'ledger.confirm-statement': ['operator', 'manager', 'clinician', 'head'],
  'ledger.preview-settlement': ['operator', 'finance'],
  'ledger.settle-period': ['operator', 'finance'],
  'booking.show-shares': ['operator', 'manager', 'butler'],
  'booking.list-visits': all,
  'booking.find-visit': all,
  'booking.hold-visit': ['butler', 'patient'],
  'booking.confirm-visit': ['butler', 'patient'],
  'booking.prolong-hold': ['butler', 'patient'],
  'booking.cancel-visit': ['butler', 'patient'],
  'booking.expire-hold': [],
  'booking.show-attendance': all,
  'booking.list-queue': desk,
  'booking.list-day': ['clinician', 'head'],
  'booking.list-site-day': desk,
  'booking.show-wall': desk,
  'booking.set-wall': ['operator', 'manager'],
  'booking.check-in-visit': ['butler', 'patient'],
  'booking.admit-walk-in': ['butler', 'clinician', 'head'],
  'booking.call-next': ['butler', 'clinician', 'head'],
  'booking.call-visit': ['butler', 'clinician', 'head'],
  'booking.recall-visit': ['butler', 'clinician', 'head'],
  'booking.undo-call': ['butler', 'clinician', 'head'],
  'booking.miss-visit': ['butler', 'clinician', 'head'],
  'booking.return-visit': ['butler', 'clinician', 'head'],
  'booking.start-visit': ['butler', 'clinician', 'head'],
  'booking.finish-visit': ['butler', 'clinician', 'head'],
  'booking.reassign-visit': ['butler', 'clinician', 'head'],
  'booking.mark-no-show': [],
  'billing.set-price': ['operator', 'manager'],
  'billing.issue-bill': ['butler', 'finance'],
  'billing.record-payment': ['butler', 'finance'],
  'billing.make-refund': ['finance'],
  'billing.take-deposit': ['butler', 'finance'],
  'billing.return-deposit': ['butler', 'finance'],
  'billing.record-remittance': [],
  'billing.show-checkout': ['operator', 'butler', 'finance'],
  'billing.list-bills': ['operator', 'butler', 'finance'],
  'billing.show-bill': ['operator', 'butler', 'finance'],
  'billing.preview-refund': ['finance'],
  'billing.list-my-bills': ['patient'],
  'billing.show-my-bill': ['patient'],
  'booking.show-quote': all,
  'care.quote-basket': ['clinician', 'head'],
  'care.show-consultation': ['clinician', 'head'],
  'care.save-draft': ['clinician', 'head'],
  'care.sign-note': ['clinician', 'head'],
  'care.add-addendum': ['clinician', 'head'],
  'care.list-departments': ['clinician', 'head'],
  'care.draft-order': ['clinician', 'head'],
  'care.check-basket': ['clinician', 'head'],
  'care.sign-orders': ['clinician', 'head'],
  'care.record-allergy': ['clinician', 'head'],
  'care.refute-allergy': ['clinician', 'head'],
  'care.drop-draft': ['clinician', 'head'],
  'care.cancel-order': ['clinician', 'head'],
  'care.acknowledge-result': ['clinician', 'head'],
  'care.list-results': ['clinician', 'head'],
  'care.read-back-critical-value': ['clinician', 'head'],
  'care.handle-critical-value': ['clinician', 'head'],
  'care.list-worklist': ['technician'],
  'care.accept-order': ['technician'],
  'care.collect-specimen': ['technician'],
  'care.reject-order': ['technician'],
  'care.enter-result': ['technician'],
  'care.verify-result': ['technician'],
  'care.report-critical-value': ['technician'],
  'care.show-order': ['clinician', 'head', 'technician'],
  'care.offer-service': ['operator', 'manager'],
  'care.list-my-results': ['patient'],
  'quality.list-norms': ['operator', 'manager', 'head', 'quality'],
  'quality.show-norm': ['operator', 'manager', 'head', 'quality'],
  'quality.publish-norm': ['operator', 'quality'],
  'quality.confirm-norm': ['manager', 'head'],
  'quality.list-looked-after': ['operator', 'quality'],
  'quality.list-inspectors': ['operator', 'quality'],
  'quality.list-inspections': ['operator', 'manager', 'head', 'quality'],
  'quality.show-inspection': ['operator', 'manager', 'head', 'quality'],
  'quality.plan-inspection': ['operator', 'quality'],
  'quality.withdraw-inspection': ['operator', 'quality'],
  'quality.save-inspection': ['quality', 'head'],
  'quality.complete-inspection': ['quality', 'head'],
  'quality.list-rectifications': ['operator', 'manager', 'head', 'quality'],
  'quality.show-rectification': ['operator', 'manager', 'head', 'quality'],
  'quality.plan-rectification': ['manager', 'head'],
  'quality.submit-evidence': ['manager', 'head'],
  'quality.recheck-rectification': ['quality', 'head'],
  'quality.note-escalation': [],
}

const operations = modules.flatMap(({ routes, inner }) => [...routes.map(({ operation }) => operation), ...inner])
let system: TestSystem
let world: World
let targets: Parameters<(typeof calls)[string]['input']>[0]
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  const personId = await world.makePerson('某人')
  const held = await run<{ visitId: string; version: number }>(
    system.runtime,
    world.butler,
    holdVisit,
    world.request(personId, shanghai('2026-11-24', '10:00')),
  )
  await run(system.runtime, world.butler, confirmVisit, held)
  const { agreementId, versionId } = await makeProposed(system.runtime, world)
  targets = {
    world,
    personId,
    visitId: held.visitId,
    commitmentId: held.visitId,
    proxyId: held.visitId,
    assessmentId: held.visitId,
    agreementId,
    versionId,
    ...(await makeCareTargets(system.runtime, world, personId)),
    ...(await makeJournalTargets(system.runtime, world, personId)),
    factId: held.visitId,
    ...(await makeCoverTargets(system, world, personId)),
    ...(await makeQualityTargets(system, world)),
    ...(await makeStatementTargets(system, world, personId)),
  }
})
afterAll(() => system.close())

test('the table names every operation and every role', () => {
  expect(Object.keys(allowed).toSorted()).toEqual(operations.map(({ name }) => name).toSorted())
  expect(Object.keys(roles).toSorted()).toEqual(all.toSorted())
})

test.each(Object.keys(roles).flatMap((role) => operations.map((operation) => [role, operation.name, operation] as const)))(
  '%s and %s',
  async (role, name, operation) => {
    const actor = role === 'patient' ? patientOf(system.runtime, targets.personId as never) : staffOf(system.runtime, world.operator, role)
    const input = calls[name]?.input(targets) ?? { commitmentId: targets.commitmentId, visitId: targets.visitId }
    const result =
      operation.kind === 'query'
        ? await ask(system.runtime, operation, actor, input, 'r')
        : (await perform(system.runtime, operation as Command, actor, input, { requestId: 'r', dryRun: true })).result
    const denied =
      !result.ok && result.refusal.code === 'platform.not-permitted' && result.refusal.details.permission === operation.permission
    expect(denied).toBe(!allowed[name]?.includes(role))
  },
)
