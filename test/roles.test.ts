import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../src/apps/modules.ts'
import { roles } from '../src/apps/roles.ts'
import { confirmVisit, holdVisit } from '../src/modules/booking/index.ts'
import type { Command } from '../src/platform/operation/index.ts'
import { ask, perform } from '../src/platform/operation/perform.ts'
import { makeProposed } from './support/agreement.ts'
import { calls } from './support/calls.ts'
import { makeCareTargets } from './support/care.ts'
import { createTestSystem, type TestSystem } from './support/system.ts'
import { makeWorld, patientOf, run, shanghai, staffOf, type World } from './support/world.ts'

const staff = ['operator', 'manager', 'butler', 'clinician', 'technician']
const desk = staff.filter((role) => role !== 'technician')
const all = [...staff, 'patient']

/** Who may do what, written down a second time: a changed role must be meant. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'platform.list-parked-deliveries': ['operator'],
  'platform.retry-delivery': ['operator'],
  'platform.skip-delivery': ['operator'],
  'platform.search-terms': all,
  'platform.import-terms': [],
  'commitments.list-commitments': staff,
  'commitments.pause-commitment': ['operator', 'manager', 'butler'],
  'commitments.resume-commitment': ['operator', 'manager', 'butler'],
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
  'network.import-roster': ['operator'],
  'network.join-network': ['operator'],
  'network.end-membership': ['operator'],
  'network.watch-expiry': [],
  'people.find-people': ['butler', 'clinician'],
  'people.open-person': ['butler', 'clinician', 'technician', 'patient'],
  'people.show-portrait': ['butler', 'clinician', 'technician', 'patient'],
  'people.list-facts': ['butler', 'clinician', 'technician', 'patient'],
  'people.show-source': ['butler', 'clinician', 'technician', 'patient'],
  'people.import-bundle': [],
  'people.register-person': ['butler'],
  'people.sign-up': all,
  'people.invite-person': ['butler'],
  'people.reveal-identifier': ['butler'],
  'people.list-family': ['butler', 'clinician', 'technician', 'patient'],
  'people.add-family-member': ['patient'],
  'people.link-family': ['butler'],
  'people.end-family-member': ['butler', 'patient'],
  'people.list-consent-texts': all,
  'people.show-consents': ['butler', 'clinician', 'technician', 'patient'],
  'people.give-consent': ['patient'],
  'people.withdraw-consent': ['patient'],
  'people.record-consent': ['butler'],
  'people.list-openings': ['butler', 'clinician', 'technician', 'patient'],
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
  'triage.ask': ['butler', 'clinician', 'patient'],
  'triage.assess': ['butler', 'clinician', 'patient'],
  'triage.list-assessments': ['butler', 'clinician', 'patient'],
  'triage.find-assessment': ['butler', 'clinician', 'patient'],
  'triage.decide': ['clinician'],
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
  'booking.list-day': ['clinician'],
  'booking.list-site-day': desk,
  'booking.show-wall': desk,
  'booking.set-wall': ['operator', 'manager'],
  'booking.check-in-visit': ['butler', 'patient'],
  'booking.admit-walk-in': ['butler', 'clinician'],
  'booking.call-next': ['butler', 'clinician'],
  'booking.call-visit': ['butler', 'clinician'],
  'booking.recall-visit': ['butler', 'clinician'],
  'booking.undo-call': ['butler', 'clinician'],
  'booking.miss-visit': ['butler', 'clinician'],
  'booking.return-visit': ['butler', 'clinician'],
  'booking.start-visit': ['butler', 'clinician'],
  'booking.finish-visit': ['butler', 'clinician'],
  'booking.reassign-visit': ['butler', 'clinician'],
  'booking.mark-no-show': [],
  'care.show-consultation': ['clinician'],
  'care.save-draft': ['clinician'],
  'care.sign-note': ['clinician'],
  'care.add-addendum': ['clinician'],
  'care.list-departments': ['clinician'],
  'care.draft-order': ['clinician'],
  'care.sign-orders': ['clinician'],
  'care.record-allergy': ['clinician'],
  'care.refute-allergy': ['clinician'],
  'care.drop-draft': ['clinician'],
  'care.cancel-order': ['clinician'],
  'care.acknowledge-result': ['clinician'],
  'care.list-results': ['clinician'],
  'care.read-back-critical-value': ['clinician'],
  'care.handle-critical-value': ['clinician'],
  'care.list-worklist': ['technician'],
  'care.accept-order': ['technician'],
  'care.collect-specimen': ['technician'],
  'care.reject-order': ['technician'],
  'care.enter-result': ['technician'],
  'care.verify-result': ['technician'],
  'care.report-critical-value': ['technician'],
  'care.show-order': ['clinician', 'technician'],
  'care.offer-service': ['operator', 'manager'],
  'care.list-my-results': ['patient'],
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
    factId: held.visitId,
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
