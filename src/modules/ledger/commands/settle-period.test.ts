import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreeWithExpert, at, givenBack, injectionPaid, record } from '../../../../test/support/proceeds.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { overNetwork } from '../../../../test/support/work.ts'
import { agree, makeWorld, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { ask } from '../../../platform/operation/perform.ts'
import { createAccounts } from '../../../platform/session/index.ts'
import { listStatements } from '../queries/list-statements.ts'
import { previewSettlement } from '../queries/preview-settlement.ts'
import { showDraft, showDraftLine } from '../queries/show-draft.ts'
import { showLine } from '../queries/show-line.ts'
import { showStatement } from '../queries/show-statement.ts'
import { findBalances } from '../store/balance.ts'
import { confirmStatement } from './confirm-statement.ts'
import { settlePeriod } from './settle-period.ts'

let system: TestSystem
let world: World
let personId: Id<'person'>
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  await agreeWithExpert(system.runtime, world)
  personId = await world.makePerson('周静怡')
})
afterAll(() => system.close())

const finance = () => staffOf(system.runtime, world.operator, 'finance')
const settle = (until: string) => tryCommand(system.runtime, finance(), settlePeriod, { networkId: world.networkId, until })
type Statements = { items: { id: string; number: string; party: { id: string }; totalFen: number; state: string; version: number }[] }
type Actor = ReturnType<typeof staffOf>
async function asked<Answer>(query: Parameters<typeof ask>[1], actor: Actor, input: object): Promise<Answer> {
  const result = await ask(system.runtime, query, actor, input, 'test')
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value as Answer
}
const statementsAs = async (actor: Actor) => (await asked<Statements>(listStatements, actor, {})).items
const sharesOf = async () => {
  const parties = [world.operator, world.clinic, world.hospital, world.imaging].map((id) => ({ kind: 'institution' as const, id }))
  const all = [...parties, { kind: 'practitioner' as const, id: world.expert as string }]
  const balances = await overNetwork(system.runtime, (work) =>
    findBalances(
      work,
      all.map((party) => ({ networkId: world.networkId, party, purpose: 'share' as const })),
    ),
  )
  return balances.map(({ debitFen, creditFen }) => Number(creditFen - debitFen))
}
/** The expert with an account of his own. */
async function doctor(institutionId = world.hospital): Promise<Actor> {
  const login = `doctor${Math.random()}`
  await createAccounts(system.runtime, [
    {
      ...{ login, password: 'x', name: { zh: '许明远', en: 'Xu' }, practitionerId: world.expert as never },
      roles: [{ institutionId, role: 'clinician' }],
    },
  ])
  const { rows } = await system.owner.query('select id from platform.account where login = $1', [login])
  return { ...staffOf(system.runtime, institutionId, 'clinician'), accountId: rows[0].id }
}

describe('one network, settled twice', () => {
  const paid = () => injectionPaid(world, personId)
  let first: ReturnType<typeof paid>

  test('what is not over, and what has nothing in it, is not settled', async () => {
    expect(await settle('2026-11-23')).toMatchObject({ ok: false, refusal: { code: 'ledger.period-not-over' } })
    expect(await settle('2026-11-20')).toMatchObject({ ok: false, refusal: { code: 'ledger.nothing-to-settle' } })
    const stranger = staffOf(system.runtime, world.stranger, 'finance')
    const input = { networkId: world.networkId, until: '2026-11-20' }
    expect(await tryCommand(system.runtime, stranger, settlePeriod, input)).toMatchObject({ refusal: { code: 'platform.not-found' } })
  })

  test('the draft and the preview say what the settlement then does', async () => {
    first = paid()
    await record(system.runtime, first, first, injectionPaid(world, personId, { happenedAt: at('2026-11-22') }))
    const xu = await doctor()
    const whose = { networkId: world.networkId, partyId: world.expert }
    const draft = await asked<{ lines: number; totalFen: number }>(showDraft, xu, whose)
    expect(draft).toMatchObject({ lines: 2, totalFen: 2 * 60_739, isOwn: true })
    const why = await asked(showDraftLine, xu, { ...whose, serviceId: first.serviceId })
    expect(why).toMatchObject({ addsUp: true, number: null, line: { amountFen: 60_739, maskedName: '周*怡' } })
    const preview = await asked(previewSettlement, finance(), { networkId: world.networkId, until: '2026-11-20' })
    expect(preview).toMatchObject({ services: 1, collectedFen: 159_600, fromDate: '2026-11-18', unshared: [] })
  })

  test('every party gets a statement, the shares are posted, and what happened later waits', async () => {
    expect(await settle('2026-11-20')).toMatchObject({ ok: true, value: { services: 1, statements: 5, unshared: 0 } })
    // base 1,406.00: expert's hospital 759.24, of it the expert 607.39; operator 98.42; the rest to the clinic, which pays 180.00 for the device
    expect(await sharesOf()).toEqual([9_842, 54_834 + 19_000 - 18_000, 15_185, 18_000, 60_739])
    const statements = await statementsAs(finance())
    expect(statements.map(({ totalFen }) => totalFen).toSorted((a, b) => a - b)).toEqual([9_842, 15_185, 18_000, 55_834, 60_739])
    expect(await settle('2026-11-20')).toMatchObject({ ok: false, refusal: { code: 'ledger.period-settled' } })
  })

  test('a line says why, from what was kept, and each reader sees what is his to see', async () => {
    const xu = await doctor()
    const [own, ...others] = await statementsAs(xu)
    expect([own?.party.id, others.length]).toEqual([world.expert, 0])
    const shown = await asked<{ items: { id: string }[] }>(showStatement, xu, { statementId: own?.id })
    expect(shown).toMatchObject({ totalFen: 60_739, mayConfirm: true, agreements: [{ code: 'A-2026-1' }, { code: 'B-2026-1' }] })
    const why = await asked<{ number: string }>(showLine, xu, { lineId: shown.items[0]?.id })
    expect(why).toMatchObject({
      ...{ addsUp: true, paidFen: 159_600, listFen: 168_000, discountFen: 8_400, netFen: 159_600, othersFen: 0 },
      stages: [
        { kind: 'bill', ofFen: 159_600, agreement: { code: 'A-2026-1' } },
        { kind: 'holding', ofFen: 75_924, agreement: { code: 'B-2026-1' } },
        { kind: 'use', ofFen: 18_000 },
      ],
    })
    expect(await asked(showLine, xu, { lineId: why.number })).toEqual(why)
    expect(await asked(showLine, await doctor(world.stranger), { lineId: why.number })).toMatchObject({
      addsUp: true,
      stages: [
        { isOpen: false, ofFen: 159_600, othersFen: 159_600 - 75_924, clauses: [], lines: [{ amountFen: 75_924, rate: '' }] },
        { isOpen: true, ofFen: 75_924 },
      ],
      othersFen: 159_600 - 60_739,
    })
    const imaging = staffOf(system.runtime, world.imaging, 'manager')
    const [device] = await statementsAs(imaging)
    const lines = await asked<{ items: { id: string }[] }>(showStatement, imaging, { statementId: device?.id })
    const seen = await asked(showLine, imaging, { lineId: lines.items[0]?.id })
    expect(seen).toMatchObject({ addsUp: true, stages: [{ ofFen: 159_600 }, { kind: 'use', ofFen: 18_000 }] })
    expect(JSON.stringify(seen)).not.toContain('60739')
    await expect(asked(showStatement, imaging, { statementId: own?.id })).rejects.toThrow('platform.not-found')
    expect(await statementsAs(staffOf(system.runtime, world.stranger, 'manager'))).toEqual([])
    expect(await statementsAs(staffOf(system.runtime, world.hospital, 'clinician'))).toEqual([])
  })

  test('a statement is confirmed once, by the party itself', async () => {
    const xu = await doctor()
    const [own] = await statementsAs(xu)
    const input = { statementId: own?.id as string, version: own?.version }
    const confirm = (actor: Actor) => tryCommand(system.runtime, actor, confirmStatement, input)
    const owed = async () =>
      (await system.owner.query('select state from commitments.commitment where subject_id = $1', [own?.id])).rows.map(({ state }) => state)
    expect(await owed()).toEqual(['running'])
    expect(await confirm(staffOf(system.runtime, world.operator, 'operator'))).toMatchObject({
      refusal: { code: 'ledger.not-your-statement' },
    })
    expect(await confirm(staffOf(system.runtime, world.hospital, 'manager'))).toMatchObject({ refusal: { code: 'platform.not-found' } })
    expect(await confirm(xu)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await owed()).toEqual(['met'])
    expect(await confirm(xu)).toMatchObject({ refusal: { code: 'ledger.statement-confirmed' } })
  })

  test('a refund in a later period walks the same chain with a minus and ends at nothing, though other terms were signed for that day since', async () => {
    await agree(system.runtime, {
      ...{ networkId: world.networkId, code: 'C-2026-1' },
      parties: [
        { role: 'hospital', partyId: world.hospital },
        { role: 'clinic', partyId: world.clinic },
      ],
      terms: {
        use: [
          { user: 'clinic', owner: 'hospital', resource: { role: 'expert', kind: 'orthopaedics' }, price: { per: 'use', amountFen: 999 } },
        ],
        split: null,
      },
    })
    const before = await sharesOf()
    const back = givenBack(first, 40n, at('2026-11-21'))
    const rest = { ...givenBack(first, 60n, at('2026-11-22')), reason: 'refused' as const }
    await record(system.runtime, back, rest)
    const draft = await asked<{ items: { collectedFen: number; amountFen: number; id: string }[] }>(showDraft, await doctor(), {
      ...{ networkId: world.networkId, partyId: world.expert },
    })
    expect(draft.items.find(({ id }) => id === first.serviceId)).toMatchObject({ collectedFen: -159_600, amountFen: -60_739 })
    expect(await settle('2026-11-22')).toMatchObject({ ok: true, value: { services: 2 } })
    const [, , , , expert] = await sharesOf()
    expect(expert).toBe(60_739)
    const total = (list: readonly number[]) => list.reduce((sum, fen) => sum + fen, 0)
    expect(total(await sharesOf())).toBe(159_600)
    expect(total(before)).toBe(159_600)
    const own = (await statementsAs(await doctor()))[0]
    const lines = await asked<{ items: { id: string; amountFen: number }[] }>(showStatement, await doctor(), { statementId: own?.id })
    const minus = lines.items.find(({ amountFen }) => amountFen < 0)
    expect(await asked(showLine, await doctor(), { lineId: minus?.id })).toMatchObject({
      ...{ addsUp: true, netFen: -159_600, stages: [{ ofFen: -159_600 }, { ofFen: -75_924 }, { kind: 'use', ofFen: -18_000 }] },
    })
  })
})

test('a service that no agreement divides waits with its reason and stops nothing else', async () => {
  const other = injectionPaid(world, personId, { happenedAt: at('2026-11-22') })
  const stray = injectionPaid(world, personId, {
    happenedAt: at('2026-11-22'),
    more: { service: { ...other.service, offererId: world.stranger } },
  })
  await record(system.runtime, other, stray)
  const preview = await asked<{ unshared: { serviceId: string; reason: { zh: string } }[] }>(previewSettlement, finance(), {
    ...{ networkId: world.networkId, until: '2026-11-22' as PlainDate },
  })
  expect(preview.unshared).toMatchObject([{ serviceId: stray.serviceId }])
  expect(preview.unshared[0]?.reason.zh).toContain('外人')
})
