import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimOf, lineOf } from '../../../../test/support/claims.ts'
import { review } from '../../../../test/support/reviews.ts'
import { createTestSystem, monday, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, staffOf, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import { plus } from '../../../kernel/time.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { ask } from '../../../platform/operation/perform.ts'
import type { ClaimLine } from '../index.ts'
import { listFindings } from './list-findings.ts'
import { listRules } from './list-rules.ts'
import { showFinding } from './show-finding.ts'

let system: TestSystem
let world: World
let personId: Id<'person'>
let clinicHead: Actor
let hospitalHead: Actor
const newId = () => crypto.randomUUID()
const keep = (actor: Actor, lines: ClaimLine[]) =>
  review(
    system.runtime,
    actor,
    'order',
    claimOf(lines, {
      ...{ claimId: newId(), networkId: world.networkId, personId, visitId: newId() as never },
      institutionId: actor.institutionId as Id<'institution'>,
    }),
    'all',
  )
const hba1c = (days: number) => lineOf(newId(), 'lab', 'HBA1C', plus(monday, { days }))

beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  personId = await world.makePerson('某人')
  clinicHead = staffOf(system.runtime, world.clinic, 'head')
  hospitalHead = staffOf(system.runtime, world.hospital, 'head')
  await keep(hospitalHead, [hba1c(0)])
  await keep(clinicHead, [hba1c(3)])
  await keep(
    clinicHead,
    Array.from({ length: 55 }, (_, place) => lineOf(`film ${place}`, 'imaging', 'XR-BONEAGE', monday)),
  )
})
afterAll(() => system.close())

const list = async (actor: Actor, input: object = {}) => {
  const answer = await ask(system.runtime, listFindings, actor, input, 'r')
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

test('findings come the newest first, page by page, none twice', async () => {
  const first = await list(clinicHead)
  const second = await list(clinicHead, { after: first.next })
  expect([first.items.length, second.items.length, second.next]).toEqual([50, 6, null])
  const ids = [...first.items, ...second.items].map(({ findingId }) => findingId)
  expect(ids).toEqual([...new Set(ids)].toSorted().toReversed())
  expect(second.items.at(-1)).toMatchObject({ ruleCode: 'GZ10000102014000' })
})

test('they are narrowed by rule and by verdict, and are those of the institution', async () => {
  expect((await list(clinicHead, { rule: 'GZ10000102014000' })).items).toMatchObject([{ verdict: 'violation', amountFen: 10_000 }])
  expect((await list(clinicHead, { verdict: 'doubtful' })).items).toEqual([])
  expect((await list(hospitalHead)).items).toEqual([])
})

test('a finding opens what it was decided on; a line of another institution is counted, not shown', async () => {
  const [{ findingId } = { findingId: '' }] = (await list(clinicHead, { rule: 'GZ10000102014000' })).items
  expect(await ask(system.runtime, showFinding, clinicHead, { findingId: findingId as Id<'finding'> }, 'r')).toMatchObject({
    ok: true,
    value: { reason: '测试理由', involved: [], involvedElsewhere: 1, lineAmountFen: 10_000, answeredAt: expect.any(String) },
  })
  expect(await ask(system.runtime, showFinding, hospitalHead, { findingId: findingId as Id<'finding'> }, 'r')).toMatchObject({
    refusal: { code: 'platform.not-found' },
  })
})

test('the rules in force say how often they found something', async () => {
  const answer = await ask(system.runtime, listRules, clinicHead, {}, 'r')
  expect(answer.ok && answer.value.items.map(({ code, found }) => [code, found])).toEqual([
    ['GZ10000102006000', 55],
    ['GZ10000102007000', 0],
    ['GZ10000102014000', 1],
  ])
})
