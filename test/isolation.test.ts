import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../src/apps/modules.ts'
import type { Id } from '../src/kernel/id.ts'
import { confirmVisit, holdVisit } from '../src/modules/booking/index.ts'
import { recordConsent } from '../src/modules/people/commands/consent.ts'
import { linkFamily } from '../src/modules/people/commands/family.ts'
import { invitePerson } from '../src/modules/people/commands/invite-person.ts'
import { assess } from '../src/modules/triage/index.ts'
import { createServer } from '../src/platform/http/index.ts'
import { createAccounts } from '../src/platform/session/index.ts'
import { makeProposed } from './support/agreement.ts'
import { calls, type Targets } from './support/calls.ts'
import { makeCareTargets } from './support/care.ts'
import { makeCoverTargets } from './support/cover.ts'
import { factOf, recordAll } from './support/facts.ts'
import { callRoute, tokenFor } from './support/http.ts'
import { importRecord } from './support/imports.ts'
import { makeJournalTargets } from './support/journal.ts'
import { makeStatementTargets } from './support/proceeds.ts'
import { makeQualityTargets } from './support/quality.ts'
import { createTestSystem, type TestSystem } from './support/system.ts'
import { makeWorld, run, shanghai } from './support/world.ts'

const routes = modules.flatMap((module) => module.routes)
const secrets = ['HY-SECRET', '隐私的膝盖', '隐私病', '隐私人', '隐私过敏', '13711112222', '2222', '1101051949']

let system: TestSystem
let server: FastifyInstance
let targets: Targets
let insider: string
let outsider: string

beforeAll(async () => {
  system = await createTestSystem()
  const { runtime } = system
  server = await createServer(runtime, system.serverUrl)
  const world = await makeWorld(runtime)
  const personId = await world.makePerson('隐私人', world.butler, {
    phone: '13711112222',
    idNumber: '11010519491231002X',
    birthDate: '1949-12-31',
  })
  const held = await run<{ visitId: Id<'visit'>; version: number }>(
    runtime,
    world.butler,
    holdVisit,
    world.request(personId, shanghai('2026-11-24', '10:00')),
  )
  await run(runtime, world.butler, confirmVisit, { visitId: held.visitId, version: held.version })
  await run(runtime, world.butler, holdVisit, world.request(personId, shanghai('2026-11-24', '15:00')))
  const careTargets = await makeCareTargets(runtime, world, personId)
  await recordAll(
    runtime,
    [world.operator, world.stranger].map((institutionId) => factOf({ personId, institutionId }, 'allergy', '隐私过敏')),
  )
  const { rows } = await system.owner.query(`select id from commitments.commitment where ended_at is null`)
  const { agreementId, versionId } = await makeProposed(runtime, world)
  const holderPersonId = await world.makePerson('隐私人的女儿')
  const linked = await run<{ proxyId: string }>(runtime, world.butler, linkFamily, { holderPersonId, personId, relation: 'parent' })
  await run(runtime, world.butler, recordConsent, { personId, purpose: 'service', textVersion: 1 })
  await run(runtime, world.butler, invitePerson, { personId })
  const { assessmentId } = await run<{ assessmentId: string }>(runtime, world.butler, assess, { personId, complaint: '隐私的膝盖疼' })
  targets = {
    world,
    personId,
    visitId: held.visitId,
    commitmentId: rows[0].id,
    proxyId: linked.proxyId,
    assessmentId,
    agreementId,
    versionId,
    ...careTargets,
    ...(await makeCoverTargets(system, world, personId)),
    ...(await makeJournalTargets(runtime, world, personId)),
    factId: await importRecord(system, '隐私病', { name: '隐私人', idNumber: '11010519491231002X', birthDate: '1949-12-31' }),
    ...(await makeQualityTargets(system, world)),
    ...(await makeStatementTargets(system, world, personId)),
  }
  const everyRole = (institutionId: Id<'institution'>) =>
    ['manager', 'butler', 'clinician', 'technician', 'operator', 'head', 'finance', 'quality'].map((role) => ({ institutionId, role }))
  await createAccounts(runtime, [
    { login: 'insider', password: 'x', name: { zh: '内', en: 'in' }, roles: everyRole(world.operator) },
    { login: 'outsider', password: 'x', name: { zh: '外', en: 'out' }, roles: everyRole(world.stranger) },
  ])
  insider = await tokenFor(server, 'insider', 'x')
  outsider = await tokenFor(server, 'outsider', 'x')
})
afterAll(async () => {
  await server.close()
  await system.close()
})

const privateTables = [
  'people.person',
  'people.identifier',
  'people.card',
  'people.search_token',
  'people.consent',
  'people.fact',
  'people.invitation',
  'people.source_resource',
  'platform.person_grant',
  'platform.person_proxy',
  'platform.person_opening',
  'triage.assessment',
  'booking.visit',
  'booking.hold',
  'booking.attendance',
  'commitments.commitment',
  'care.note',
  'care.addendum',
  'care.allergy',
  'care.order',
  'care.order_step',
  'care.result',
  'care.critical_value',
  'billing.service',
  'billing.charge',
  'billing.diagnosis',
  'billing.bill',
  'billing.bill_line',
  'billing.refund',
  'billing.refund_line',
  'billing.payment',
  'billing.payer_answer',
  'billing.payer_answer_line',
  'billing.deposit',
  'billing.deposit_entry',
  'integrity.history',
  'integrity.review',
  'integrity.reviewed_line',
  'integrity.verdict',
  'integrity.withdrawal',
  'coverage.member',
  'coverage.claim',
  'coverage.claim_line',
  'coverage.message',
  'ledger.proceeds',
  'ledger.settled_service',
]

/** What only the parties of an agreement see: table -> how its row is found. */
const partyTables = {
  'agreements.agreement': `id = $1`,
  'agreements.party': `agreement_id = $1`,
  'agreements.version': `agreement_id = $1`,
  'agreements.signature': `version_id in (select id from agreements.version where agreement_id = $1)`,
}

/** The books, which only the cashier and the parties of an account see. */
const journalTables = ['ledger.account', 'ledger.posting', 'ledger.transfer', 'ledger.balance', 'ledger.purpose_total']

/** What only the parties of a settlement see, the whole of it the cashier. */
const statementTables = ['ledger.period', 'ledger.settlement', 'ledger.settled_proceeds', 'ledger.statement', 'ledger.statement_line']

/** What only who inspects, who is inspected and those above see. */
const loopTables = [
  'quality.norm_confirmation',
  'quality.inspection',
  'quality.finding',
  'quality.rectification',
  'quality.rectification_step',
]

/** What rooms publish about persons and money: a view sees what its reader sees of the tables below it. */
const publishedViews = [
  'booking.published_visit',
  'care.published_order',
  'integrity.published_finding',
  'ledger.published_proceeds',
  'ledger.published_statement',
]

/** The operator's rows about the person and its agreement as one text. */
async function privateRows(): Promise<string> {
  const agreed = Object.entries(partyTables).map(
    ([table, where]) => `select '${table}' as name, t::text as row from ${table} t where ${where}`,
  )
  const { rows: agreements } = await system.owner.query(`${agreed.join(' union all ')} order by 1, 2`, [targets.agreementId])
  const parts = privateTables.map((table) => {
    const key = { 'people.person': 'id', 'booking.hold': 'visit_id', 'commitments.commitment': 'person_id' }[table] ?? 'person_id'
    return `select '${table}' as name, t::text as row from ${table} t where ${table === 'booking.hold' ? `${key} in (select id from booking.visit where person_id = $1)` : `${key} = $1`}`
  })
  const { rows } = await system.owner.query(`${parts.join(' union all ')} order by 1, 2`, [targets.personId])
  const loop = loopTables.map((table) => `select '${table}' as name, t::text as row from ${table} t`)
  const { rows: inspected } = await system.owner.query(`${loop.join(' union all ')} order by 1, 2`)
  return JSON.stringify([rows, agreements, inspected])
}

const idsOfTargets = () =>
  new RegExp(
    [
      targets.personId,
      targets.visitId,
      targets.commitmentId,
      targets.assessmentId,
      targets.agreementId,
      targets.versionId,
      targets.orderId,
      targets.claimId,
      targets.memberId,
      targets.accountId,
      targets.postingId,
      targets.statementId,
      targets.lineId,
      targets.waitingServiceId,
      targets.draftId,
      targets.billId,
      targets.findingId,
      targets.normId,
      targets.inspectionId,
      targets.rectificationId,
    ].join('|'),
  )

test('every route has a call in the table', () => {
  expect(routes.map(({ operation }) => operation.name).toSorted()).toEqual(Object.keys(calls).toSorted())
})

test('nothing but these is open to who is not signed in', () => {
  const open = routes.filter((route) => route.open).map(({ operation }) => operation.name)
  expect(open.toSorted()).toEqual(['people.list-consent-texts', 'people.sign-up'])
})

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
  const call = calls[route.operation.name]

  if (!route.open)
    test('nobody is answered without a session', async () => {
      const answer = await callRoute(server, route, call?.input(targets) ?? {}, null)
      expect(answer.statusCode).toBe(401)
      expect(answer.json().code).toBe('platform.not-signed-in')
    })

  test('another institution reads and changes nothing of a person that is not its own', async () => {
    const before = await privateRows()
    const answer = await callRoute(server, route, call?.input(targets) ?? {}, outsider)
    for (const secret of secrets) expect(answer.body).not.toContain(secret)
    expect(await privateRows()).toBe(before)
    if (call?.kind === 'private' && route.method === 'POST') expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    if (call?.kind === 'private' && route.method === 'GET') expect(JSON.stringify(answer.json())).not.toMatch(idsOfTargets())
    if (call?.kind === 'directory') expect(answer.statusCode).toBe(200)
  })
})

test.each(
  routes
    .filter(({ method, operation }) => method === 'GET' && calls[operation.name]?.kind === 'private')
    .map((route) => [route.operation.name, route] as const),
)('%s shows the rows to their owner, so that the test above can fail', async (_, route) => {
  const answer = await callRoute(server, route, calls[route.operation.name]?.input(targets) ?? {}, insider)
  expect(answer.body).toMatch(idsOfTargets())
})

test('with the tables’ own protection alone, a wrong institution or none sees no row', async () => {
  const client = new (await import('pg')).default.Client({ connectionString: system.serverUrl })
  await client.connect()
  for (const setting of ['{}', `{${targets.world.stranger}}`]) {
    await client.query('begin')
    await client.query(`select set_config('careloom.institutions', $1, true)`, [setting])
    for (const table of privateTables.filter((name) => name !== 'booking.hold')) {
      const { rows } = await client.query(
        `select count(*)::int from ${table} where ${table === 'people.person' ? 'id' : 'person_id'} = $1`,
        [targets.personId],
      )
      expect([table, rows[0].count]).toEqual([table, 0])
    }
    for (const table of [...Object.keys(partyTables), ...journalTables, ...statementTables, ...publishedViews, ...loopTables]) {
      const { rows } = await client.query(`select count(*)::int from ${table}`)
      expect([table, rows[0].count]).toEqual([table, 0])
    }
    await client.query('rollback')
  }
  await client.end()
})
