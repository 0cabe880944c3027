import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, patientOf, run, shanghai, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import { ask } from '../../../platform/operation/perform.ts'
import { confirmVisit, holdVisit } from '../../booking/index.ts'
import { recordConsent } from '../commands/consent.ts'
import { invitePerson } from '../commands/invite-person.ts'
import { revealIdentifier } from '../commands/reveal-identifier.ts'
import { listFamily } from './list-family.ts'
import { listOpenings } from './list-openings.ts'
import { openPerson } from './open-person.ts'
import { showConsents } from './show-consents.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
})
afterAll(() => system.close())

/** Pages of who saw, all of them. */
async function openingsFor(actor: Parameters<typeof ask>[2], personId?: Id<'person'>) {
  const items = []
  let after: string | undefined
  do {
    const answer = await ask(system.runtime, listOpenings, actor, { ...(personId ? { personId } : {}), ...(after ? { after } : {}) }, 'r')
    if (!answer.ok) throw new Error(answer.refusal.code)
    items.push(...answer.value.items)
    after = answer.value.next ?? undefined
  } while (after)
  return items
}
const next = () => system.runtime.clock.setOffset(system.runtime.clock.offset() + 1000)

test('whatever staff does with a person is in her list, newest first, with institution, reason and operation', async () => {
  const personId = await world.makePerson('周静怡')
  const held = await run<{ visitId: string; version: number }>(
    system.runtime,
    world.butler,
    holdVisit,
    world.request(personId, shanghai('2026-11-24', '10:00')),
  )
  next()
  await run(system.runtime, world.butler, confirmVisit, { visitId: held.visitId, version: held.version })
  next()
  const clinician = staffOf(system.runtime, world.hospital, 'clinician')
  await ask(system.runtime, openPerson, clinician, { personId }, 'r')
  await ask(system.runtime, listFamily, clinician, { personId }, 'r')
  await ask(system.runtime, showConsents, clinician, { personId }, 'r')
  next()
  await run(system.runtime, world.butler, recordConsent, { personId, purpose: 'service', textVersion: 1 })
  await run(system.runtime, world.butler, invitePerson, { personId })
  const seen = await openingsFor(patientOf(system.runtime, personId))
  expect(seen.map(({ institution, operation }) => `${institution?.zh} ${operation}`).toSorted()).toEqual(
    [
      '医院 people.list-family',
      '医院 people.open-person',
      '医院 people.show-consents',
      '运营 booking.hold-visit',
      '运营 people.invite-person',
      '运营 people.record-consent',
    ].toSorted(),
  )
  expect(seen.map(({ openedAt }) => openedAt)).toEqual(
    seen
      .map(({ openedAt }) => openedAt)
      .toSorted()
      .reverse(),
  )
  expect(seen.find(({ operation }) => operation === 'people.open-person')).toMatchObject({ reason: 'visit', account: null })
  expect(await openingsFor(clinician, personId)).toHaveLength(3) // an institution reads its own
  expect(await openingsFor(staffOf(system.runtime, world.stranger, 'butler'), personId)).toEqual([])
})

test('a whole number is given for a stated reason only, is kept nowhere, and the person reads the reason', async () => {
  const idNumber = '11010519491231002X'
  const personId = await world.makePerson('查宛如', world.butler, { phone: '13912345678', idNumber, birthDate: '1949-12-31' })
  const reveal = (reason: string) => tryCommand(system.runtime, world.butler, revealIdentifier, { personId, reason }, `reveal ${reason}`)
  expect(await reveal('与保险公司核对证件')).toMatchObject({ ok: true, value: { idNumber, phone: '13912345678' } })
  expect(await reveal('与保险公司核对证件')).toMatchObject({ refusal: { code: 'platform.answered-once' } })
  const { rows } = await system.owner.query(
    `select (select string_agg(k::text, '') from platform.idempotency k) || (select string_agg(a::text, '') from platform.audit a) as kept`,
  )
  expect(rows[0].kept).not.toContain(idNumber)
  expect(await openingsFor(patientOf(system.runtime, personId))).toMatchObject([
    { operation: 'people.reveal-identifier', statedReason: '与保险公司核对证件' },
  ])
  const audited = await system.owner.query(`select outcome from platform.audit where operation = 'people.reveal-identifier'`)
  expect(audited.rows).toEqual([{ outcome: 'done' }])
})

test('a long list comes page by page, each opening once', async () => {
  const personId = await world.makePerson('解缙')
  for (let look = 0; look < 65; look += 1) await ask(system.runtime, openPerson, world.butler, { personId }, 'r')
  const seen = await openingsFor(patientOf(system.runtime, personId))
  expect(new Set(seen.map(({ id }) => id)).size).toBe(65)
})
