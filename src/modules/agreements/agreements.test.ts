import type { FastifyInstance } from 'fastify'
import { Type as T } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementInput, makeProposed, sevenPercent } from '../../../test/support/agreement.ts'
import { callRoute, tokenFor } from '../../../test/support/http.ts'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { makeWorld, run, staffOf, tryCommand, type World } from '../../../test/support/world.ts'
import type { Id } from '../../kernel/id.ts'
import { ok } from '../../kernel/result.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { createServer } from '../../platform/http/index.ts'
import { type Actor, defineCommand, defineQuery, type Work } from '../../platform/operation/index.ts'
import { ask, perform, systemActor } from '../../platform/operation/perform.ts'
import { createAccounts } from '../../platform/session/index.ts'
import {
  changeDraft,
  draftAgreement,
  draftVersion,
  endAgreement,
  findTermsInForce,
  proposeVersion,
  signVersion,
  termsOn,
  withdrawVersion,
} from './index.ts'
import { agreements } from './module.ts'
import { listAgreements } from './queries/list-agreements.ts'
import { showAgreement } from './queries/show-agreement.ts'

let system: TestSystem
let world: World
let server: FastifyInstance
let operator: Actor
let hospital: Actor
let stranger: Actor
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  server = await createServer(system.runtime, system.serverUrl)
  operator = staffOf(system.runtime, world.operator, 'operator')
  hospital = staffOf(system.runtime, world.hospital, 'manager')
  stranger = staffOf(system.runtime, world.stranger, 'manager')
})
afterAll(async () => {
  await server.close()
  await system.close()
})

type Drafted = { agreementId: Id<'agreement'>; versionId: Id<'version'>; code: string }
const attempt = async (actor: Actor, command: unknown, input: object) => {
  const result = await tryCommand(system.runtime, actor, command, input)
  return result.ok ? 'ok' : result.refusal.code
}
const show = async (agreementId: Id<'agreement'>, actor = operator) => {
  const shown = await ask(system.runtime, showAgreement, actor, { agreementId }, 'r')
  if (!shown.ok) throw new Error(shown.refusal.code)
  return shown.value
}
const statesOf = async (agreementId: Id<'agreement'>) =>
  (await show(agreementId)).versions.map(({ number, state, validUntil }) => `${number} ${state} ${validUntil}`)
const inNetwork = <Answer>(look: (work: Work) => Promise<Answer>) =>
  ask(
    system.runtime,
    defineQuery({
      name: 'test.look',
      zh: '',
      en: '',
      permission: null,
      network: 'test',
      input: T.Object({}),
      output: T.Any(),
      refusals: [],
      run: async (work) => ok(await look(work)),
    }),
    systemActor,
    {},
    'r',
  ) as Promise<{ ok: true; value: Answer }>
const inForceOn = async (date: string) =>
  termsOn(
    (await inNetwork((work) => findTermsInForce(work, world.networkId, date as PlainDate, date as PlainDate))).value,
    date as PlainDate,
  )
    .map(({ code, number }) => `${code} v${number}`)
    .filter((name) => !name.startsWith('A-2026-1 ')) // the world's own
const openCommitments = async (agreementId: Id<'agreement'>) => {
  const { rows } = await system.owner.query(
    `select count(*)::int from commitments.commitment c join agreements.signature s on s.id = c.subject_id join agreements.version v on v.id = s.version_id
     where v.agreement_id = $1 and c.ended_at is null`,
    [agreementId],
  )
  return rows[0].count
}
const signBoth = async (versionId: Id<'version'>) => {
  await run(system.runtime, operator, signVersion, { versionId })
  await run(system.runtime, hospital, signVersion, { versionId })
}

test('an agreement lives from draft to signatures, is superseded by its next version from that day, and ends', async () => {
  const { agreementId, versionId, code } = await run<Drafted>(system.runtime, operator, draftAgreement, agreementInput(world))
  expect(code).toMatch(/^A-2026-\d{3}$/)
  expect(await attempt(hospital, signVersion, { versionId })).toBe('agreements.not-proposed')
  expect(await attempt(hospital, proposeVersion, { versionId })).toBe('ok')
  expect(await attempt(operator, changeDraft, { versionId, terms: sevenPercent, validFrom: '2026-02-01', validUntil: null })).toBe(
    'agreements.not-a-draft',
  )
  expect(await openCommitments(agreementId)).toBe(2)
  await signBoth(versionId)
  expect(await openCommitments(agreementId)).toBe(0)
  expect(await statesOf(agreementId)).toEqual(['1 in-force null'])

  const next = { agreementId, terms: sevenPercent, validFrom: '2026-12-01', validUntil: null }
  const second = await run<Drafted>(system.runtime, hospital, draftVersion, next)
  expect(await attempt(operator, draftVersion, next)).toBe('agreements.draft-open')
  await run(system.runtime, hospital, proposeVersion, { versionId: second.versionId })
  await signBoth(second.versionId)
  expect(await statesOf(agreementId)).toEqual(['1 in-force 2026-11-30', '2 signed null'])
  expect([await inForceOn('2025-12-31'), await inForceOn('2026-11-30'), await inForceOn('2026-12-01')]).toEqual([
    [],
    [`${code} v1`],
    [`${code} v2`],
  ])

  const early = await run<Drafted>(system.runtime, operator, draftVersion, { ...next, validFrom: '2026-12-01' })
  await run(system.runtime, operator, proposeVersion, { versionId: early.versionId })
  await run(system.runtime, operator, signVersion, { versionId: early.versionId })
  expect(await attempt(hospital, signVersion, { versionId: early.versionId })).toBe('agreements.version-in-the-way')

  expect(await attempt(stranger, endAgreement, { agreementId, lastDay: '2026-11-24', reason: '外人' })).toBe('platform.not-found')
  expect(await attempt(hospital, endAgreement, { agreementId, lastDay: '2026-11-22', reason: '昨天' })).toBe('agreements.day-past')
  expect(await attempt(hospital, endAgreement, { agreementId, lastDay: '2026-11-24', reason: '搬走' })).toBe('ok')
  expect(await statesOf(agreementId)).toEqual(['1 in-force 2026-11-24', '2 withdrawn null', '3 withdrawn null'])
  expect([await inForceOn('2026-11-24'), await inForceOn('2026-11-25'), await openCommitments(agreementId)]).toEqual([
    [`${code} v1`],
    [],
    0,
  ])
  expect(await attempt(operator, draftVersion, next)).toBe('agreements.ended')
})

test('two people of one party sign at once: one signature', async () => {
  const { versionId } = await makeProposed(system.runtime, world)
  const results = await Promise.all(
    Array.from({ length: 10 }, () => attempt(staffOf(system.runtime, world.operator, 'manager'), signVersion, { versionId })),
  )
  expect(results.toSorted()).toEqual([...Array(9).fill('agreements.already-signed'), 'ok'])
  const { rows } = await system.owner.query(
    `select count(*)::int as signed, bool_and(s.terms_hash = v.terms_hash) as same from agreements.signature s join agreements.version v on v.id = s.version_id where v.id = $1 and signed_on is not null`,
    [versionId],
  )
  expect(rows[0]).toEqual({ signed: 1, same: true })
  await withdraw(versionId)
})

const withdraw = (versionId: Id<'version'>) => run(system.runtime, operator, withdrawVersion, { versionId, reason: '测试结束' })

test('the last two signatures at once: both are written, and the version is signed', async () => {
  const { agreementId, versionId } = await makeProposed(system.runtime, world, { validFrom: '2027-01-01' })
  expect(await Promise.all([attempt(operator, signVersion, { versionId }), attempt(hospital, signVersion, { versionId })])).toEqual([
    'ok',
    'ok',
  ])
  expect(await statesOf(agreementId)).toEqual(['1 signed null'])
})

test('signed versions of one agreement cannot overlap, whoever writes them', async () => {
  const { agreementId } = await makeProposed(system.runtime, world, { validFrom: '2027-06-01' })
  const write = (number: number) =>
    system.owner.query(
      `insert into agreements.version (id, agreement_id, number, terms, terms_hash, valid_from, state, institution_ids, made_at)
       values (gen_random_uuid(), $1, $2, '{}', 'x', '2028-01-01', 'signed', '{}', '2026-01-01')`,
      [agreementId, number],
    )
  await write(8)
  await expect(write(9)).rejects.toThrow('signed_versions_are_apart')
  await system.owner.query(`delete from agreements.version where agreement_id = $1 and number = 8`, [agreementId])
})

test('a signature that was owed too long and went to the operator is closed by signing, and by withdrawing', async () => {
  const { agreementId, versionId } = await makeProposed(system.runtime, world)
  await system.owner.query(
    `update commitments.commitment set owner_institution_id = $1, state = 'overdue' where label_zh = '共享协议' and ended_at is null`,
    [world.operator],
  )
  expect(await attempt(hospital, signVersion, { versionId })).toBe('ok')
  expect(await openCommitments(agreementId)).toBe(1)
  await withdraw(versionId)
  expect(await openCommitments(agreementId)).toBe(0)
  expect(await attempt(operator, signVersion, { versionId })).toBe('agreements.not-proposed')
})

test('a stranger sees no agreement and cannot sign; a party that names nobody of its own cannot draft', async () => {
  const { agreementId, versionId } = await makeProposed(system.runtime, world)
  expect(await ask(system.runtime, listAgreements, stranger, {}, 'r')).toEqual({ ok: true, value: { items: [], next: null } })
  expect((await ask(system.runtime, showAgreement, stranger, { agreementId }, 'r')).ok).toBe(false)
  for (const command of [signVersion, proposeVersion]) expect(await attempt(stranger, command, { versionId })).toBe('platform.not-found')
  expect(await attempt(stranger, draftAgreement, agreementInput(world))).toBe('agreements.not-a-party')
  const listed = await ask(system.runtime, listAgreements, hospital, { state: 'proposed' }, 'r')
  expect(listed.ok && listed.value.items.find(({ id }) => id === agreementId)).toMatchObject({ state: 'proposed', toSign: true })
})

test('parties, days and codes that cannot stand are refused by their place', async () => {
  const draft = (more: object) => attempt(operator, draftAgreement, { ...agreementInput(world), ...more })
  const [first, second] = agreementInput(world).parties
  expect(await draft({ parties: [first, { ...second, role: 'expert' }] })).toBe('agreements.role-reserved')
  expect(await draft({ parties: [first, { ...second, partyId: world.operator }] })).toBe('agreements.party-twice')
  expect(await draft({ parties: [first, { ...second, partyId: '00000000-0000-7000-8000-00000000ffff' }] })).toBe('agreements.party-unknown')
  expect(await draft({ validUntil: '2025-12-31' })).toBe('agreements.days-reversed')
  expect(await draft({ code: 'MY-1' })).toBe('ok')
  const withStranger = { networkId: undefined, parties: [first, { ...second, partyId: world.stranger }] } // who has not joined
  expect(await draft(withStranger)).toBe('agreements.network-unclear')
  expect(await draft({ code: 'MY-1' })).toBe('agreements.code-taken')
})

test('over HTTP a wrong step is named by its own place, open ends stay open, and a preview adds up', async () => {
  await createAccounts(system.runtime, [
    { login: 'drafter', password: 'x', name: { zh: '起草', en: 'drafter' }, roles: [{ institutionId: world.operator, role: 'operator' }] },
  ])
  const token = await tokenFor(server, 'drafter', 'x')
  const route = (name: string) => {
    const found = agreements.routes.find(({ operation }) => operation.name === name)
    if (!found) throw new Error(name)
    return found
  }
  const split = sevenPercent.split
  const tier = {
    step: 'tier',
    of: 'base',
    to: 'operator',
    tiers: [
      { upToFen: 100_000, basisPoints: 1000 },
      { upToFen: null, basisPoints: 2000 },
    ],
  }
  const terms = { use: [], split: { ...split, steps: [tier, ...(split?.steps.slice(1) ?? [])] } }
  const parties = [
    { role: 'operator', name: { zh: '运营', en: 'Operator' } },
    { role: 'hospital', name: { zh: '医院', en: 'Hospital' } },
  ]
  const example = { host: 'hospital', expert: null, device: null, minutes: 30, charges: [{ category: 'professional', amountFen: 200_000 }] }
  const preview = await callRoute(server, route('agreements.preview-terms'), { parties, terms, example }, token)
  expect(preview.json().shares).toEqual([
    { party: 'operator', name: parties[0]?.name, amountFen: 30_000 },
    { party: 'hospital', name: parties[1]?.name, amountFen: 170_000 },
  ])
  const wrong = { ...terms, split: { ...terms.split, steps: [{ ...tier, tiers: [] }] } }
  const refused = await callRoute(server, route('agreements.preview-terms'), { parties, terms: wrong, example }, token)
  expect(refused.json().details.field).toBe('terms.split.steps.0.tiers')
  const drafted = (await callRoute(server, route('agreements.draft-agreement'), { ...agreementInput(world), terms }, token)).json()
  const shown = await callRoute(server, route('agreements.show-agreement'), drafted, token)
  expect(shown.json().chosen.terms).toEqual(terms)
})

test('an export read into another network is exported the same, and read twice changes nothing', async () => {
  const { configuration } = agreements
  if (!configuration) throw new Error('no configuration')
  const command = (run: (work: Work) => Promise<unknown>) =>
    defineCommand({
      name: 'test.configure',
      zh: '',
      en: '',
      permission: null,
      network: 'test',
      input: T.Object({}),
      output: T.Any(),
      refusals: [],
      run: async (work) => (await run(work)) as never,
    })
  const take = async (code: string) =>
    (await inNetwork((work) => configuration.take(work, code))).value as { agreements: { code: string }[] }
  const give = async (part: object) =>
    (
      await perform(
        system.runtime,
        command((work) => configuration.give(work, 'OTHER', part)),
        systemActor,
        {},
        { requestId: 'r' },
      )
    ).result
  await system.owner.query(
    `insert into network.network select gen_random_uuid(), 'OTHER', kind, name_zh, name_en, operator_id from network.network where code = 'TEST'`,
  )
  const part = await take('TEST')
  expect(part.agreements.length).toBeGreaterThan(3)
  expect((await give(part)).ok).toBe(true)
  expect(await take('OTHER')).toEqual(part)
  expect((await give(part)).ok).toBe(true)
  const [first, ...others] = part.agreements
  const differs = await give({ agreements: [{ ...first, title: { zh: '别的', en: 'Other' } }, ...others] })
  expect(differs.ok ? null : differs.refusal).toMatchObject({
    code: 'platform.configuration-differs',
    details: { place: `agreements ${first?.code}` },
  })
})
