import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimOf, lineOf } from '../../../../test/support/claims.ts'
import { review, through } from '../../../../test/support/reviews.ts'
import { careloom } from '../../../../test/support/start.ts'
import { createTestSystem, monday, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, staffOf, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import { plus } from '../../../kernel/time.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { everything, transact } from '../../../platform/transaction/index.ts'
import { auditClaims, type Claim, type ClaimLine, withdrawLines } from '../index.ts'

let system: TestSystem
let world: World
let head: Actor
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  head = staffOf(system.runtime, world.clinic, 'head')
})
afterAll(() => system.close())

type Found = Parameters<Parameters<typeof auditClaims>[2]['difference']>[0]

async function audit() {
  const differences: Found[] = []
  const watch = { difference: (found: Found) => void differences.push(found), progress: () => undefined }
  const span = { from: plus(monday, { days: -400 }), until: plus(monday, { days: 400 }) }
  const run = async (db: TestSystem['runtime']['database']) => ({ commit: false, value: await auditClaims(db, span, watch) })
  return { ...(await transact(system.runtime.database, everything, run)), found: differences }
}

/** Numbers below a limit, the same in every run. */
function randomOf(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const items = [
  ['lab', 'HBA1C'],
  ['lab', 'HBA1C'],
  ['lab', 'VITD'],
  ['lab', 'CBC'],
  ['imaging', 'MR-KNEE'],
  ['imaging', 'XR-BONEAGE'],
] as const
const diagnoses = [null, ['M17.9'], ['E11.9', 'I10']]
const births = ['1980-03-12', '2012-06-01', null] as const

type Signed = { readonly claim: Claim; readonly verdicts: readonly object[]; readonly withdrawnBefore: number }
const verdictsOf = (result: unknown) => (result as { value: { verdicts: readonly object[] } }).value.verdicts

/** A person's half year: visits with orders, some taken back, each visit billed some time later or never. Answers how many bills agreed with their orders. */
async function live(personId: Id<'person'>, seed: number): Promise<number> {
  const random = randomOf(seed)
  const open: Signed[] = []
  let [withdrawals, agreed] = [0, 0]
  const bill = async ({ claim, verdicts, withdrawnBefore }: Signed) => {
    const again = verdictsOf(await review(system.runtime, head, 'checkout', { ...claim, claimId: crypto.randomUUID() }, 'all'))
    if (withdrawnBefore !== withdrawals) return // what is known has changed
    expect(again).toEqual(verdicts)
    agreed += 1
  }
  for (let at = plus(monday, { days: random(20) }); at < plus(monday, { days: 180 }); at = plus(at, { days: random(25), minutes: 1 })) {
    const lines = Array.from({ length: 1 + random(4) }, (): ClaimLine => {
      const [system, code] = items[random(items.length)] ?? items[0]
      return lineOf(crypto.randomUUID(), system, code, at, { quantity: 1 + random(2), amountFen: BigInt(100 + random(90_000)) })
    })
    const claim = claimOf(lines, {
      ...{ claimId: crypto.randomUUID(), networkId: world.networkId, personId, institutionId: world.clinic },
      ...{
        visitId: crypto.randomUUID() as Id<'visit'>,
        diagnoses: diagnoses[random(3)] ?? null,
        birthDate: (births[random(3)] ?? null) as never,
      },
    })
    open.push({ claim, verdicts: verdictsOf(await review(system.runtime, head, 'order', claim, 'all')), withdrawnBefore: withdrawals })
    if (random(8) === 0) {
      const { lineId, quantity } = lines[0] as ClaimLine
      await through(system.runtime, head, (work) => withdrawLines(work, [{ lineId, quantity, amountFen: 0n }]))
      withdrawals += 1
    }
    if (open.length > 1 && random(2) === 0) await bill(open.splice(random(open.length), 1)[0] as Signed)
  }
  return agreed
}

test('order entry, checkout and the audit say the same of the same known facts', async () => {
  let agreed = 0
  for (const [place, name] of ['一', '二', '三', '四', '五', '六'].entries()) agreed += await live(await world.makePerson(name), place + 1)
  expect(agreed).toBeGreaterThan(15)
  const { claims, lines, findings, differences, found } = await audit()
  expect(found).toEqual([])
  expect(differences).toBe(0)
  expect(claims).toBeGreaterThan(80)
  expect(lines).toBeGreaterThan(150)
  expect(findings).toBeGreaterThan(50)
})

/** Runs the audit after a change that only the database's owner can make, and takes it back. */
async function tampered(change: string, undo: string) {
  await system.owner.query(change)
  const found = await audit()
  await system.owner.query(undo)
  expect((await audit()).differences).toBe(0)
  return found
}

const one = async (where: string): Promise<{ id: string; reviewId: string; lineId: string; ruleCode: string }> => {
  const { rows } = await system.owner.query(
    `select id, review_id as "reviewId", line_id as "lineId", rule_code as "ruleCode" from integrity.verdict where ${where} order by id limit 1`,
  )
  return rows[0]
}

test('a kept verdict that was changed is found', async () => {
  const { id, reviewId, lineId, ruleCode } = await one(`verdict = 'clear'`)
  const set = (verdict: string) => `update integrity.verdict set verdict = '${verdict}' where id = '${id}'`
  const { differences, found } = await tampered(set('not-yet-knowable'), set('clear'))
  expect(differences).toBe(1)
  expect(found).toMatchObject([{ reviewId, lineId, ruleCode, kept: { verdict: 'not-yet-knowable' }, now: { verdict: 'clear' } }])
})

test('a kept line that was changed is found, in its own verdict or in that of lines it was counted with', async () => {
  const { reviewId, lineId } = await one(`rule_code = 'GZ10000102006000'`)
  const code = (to: string) => `update integrity.reviewed_line set code = '${to}' where review_id = '${reviewId}' and line_id = '${lineId}'`
  expect((await tampered(code('XR-HAND'), code('XR-BONEAGE'))).found).toMatchObject([{ lineId, now: null }])
  const { rows } = await system.owner.query(
    `select involved_line_ids[1] as line from integrity.verdict where verdict = 'violation' and cardinality(involved_line_ids) = 1 limit 1`,
  )
  const date = (days: string) => `update integrity.reviewed_line set date = date ${days} where line_id = '${rows[0].line}'`
  expect((await tampered(date('- 200'), date('+ 200'))).differences).toBeGreaterThan(0)
})

test('a fact that was changed is found', async () => {
  const { reviewId } = await one(`rule_code = 'GZ10000102007000' and verdict = 'doubtful'`)
  const facts = (diagnosis: string) =>
    `update integrity.review set facts = jsonb_set(facts, '{diagnoses}', '${diagnosis}') where id = '${reviewId}'`
  expect((await tampered(facts('["M17.9"]'), facts('["E11.9", "I10"]'))).found).toMatchObject([{ reviewId, now: { verdict: 'clear' } }])
})

test('the verb says so in another process: a line per difference, a summary, and exit code 1', async () => {
  const { id } = await one(`verdict = 'clear'`)
  const environment = { DATABASE_URL: system.ownerUrl }
  const file = join(mkdtempSync(join(tmpdir(), 'careloom-audit-')), 'audit.ndjson')
  expect(await careloom(['integrity', 'audit', '--until', '2026-11-01'], environment).ended).toMatchObject({
    code: 0,
    output: expect.stringContaining('{"claims":0,"lines":0,"findings":0,"differences":0}'),
  })
  await system.owner.query(`update integrity.verdict set verdict = 'not-yet-knowable' where id = $1`, [id])
  const { code } = await careloom(['integrity', 'audit', '--out', file], environment).ended
  await system.owner.query(`update integrity.verdict set verdict = 'clear' where id = $1`, [id])
  expect(code).toBe(1)
  const written = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(written).toMatchObject([{ kept: { verdict: 'not-yet-knowable' }, now: { verdict: 'clear' } }, { differences: 1 }])
}, 60_000)
