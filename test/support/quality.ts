import type { Id } from '../../src/kernel/id.ts'
import { dateIn, defaultZone, plus } from '../../src/kernel/time.ts'
import { setSuperior } from '../../src/modules/network/index.ts'
import { completeInspection, planInspection, publishNorm, saveInspection } from '../../src/modules/quality/index.ts'
import type { Actor } from '../../src/platform/operation/index.ts'
import { createAccounts } from '../../src/platform/session/index.ts'
import type { TestSystem } from './system.ts'
import { run, staffOf, type World } from './world.ts'

const name = (text: string) => ({ zh: text, en: text })
/** A checklist with an item of each severity. */
export const checklist = [
  { code: 'A1', text: name('手卫生'), severity: 'minor', coreSystem: null, indicatorCode: null },
  { code: 'B1', text: name('急救车'), severity: 'major', coreSystem: 7, indicatorCode: null },
  { code: 'C1', text: name('危急值'), severity: 'critical', coreSystem: 14, indicatorCode: 'critical-value' },
]
export const normInput = {
  networkCode: 'TEST',
  code: 'IC-1',
  follows: 0,
  title: name('院感与急救规范'),
  sections: [{ heading: name('总则'), text: name('洗手。') }],
  items: checklist,
  institutionIds: null,
}

type Outcome = 'passed' | 'not-passed' | 'not-applicable'
const answersOf = (outcomes: Readonly<Record<string, Outcome>>) =>
  checklist.map(({ code }) => ({
    itemCode: code,
    outcome: outcomes[code] ?? 'passed',
    note: outcomes[code] === 'not-passed' ? '看到的情况' : '',
    evidence: outcomes[code] === 'not-passed' ? [{ kind: 'measurement', text: '3 / 10' }] : [],
    indicatorCode: null,
  }))

/**
 * The hospital looks after the clinic in the line quality; it has a quality officer who inspects, and the imaging centre a head who may.
 * Both have accounts.
 */
export async function makeQualityWorld({ runtime, owner }: Pick<TestSystem, 'runtime' | 'owner'>, world: World) {
  const operator = staffOf(runtime, world.operator, 'operator')
  await run(runtime, operator, setSuperior, {
    networkCode: 'TEST',
    institutionId: world.clinic,
    line: 'quality',
    superiorId: world.hospital,
  })
  await createAccounts(
    runtime,
    (
      [
        ['inspector', world.hospital, 'quality'],
        ['second', world.imaging, 'head'],
      ] as const
    ).map(([login, institutionId, role]) => ({ login, password: 'x', name: name(login), roles: [{ institutionId, role }] })),
  )
  const { rows } = await owner.query(`select login, id from platform.account where login in ('inspector', 'second')`)
  const accountOf = (login: string): Id<'account'> => rows.find((row) => row.login === login).id
  const inspector: Actor = { ...staffOf(runtime, world.hospital, 'quality'), accountId: accountOf('inspector') }
  const second: Actor = { ...staffOf(runtime, world.imaging, 'head'), accountId: accountOf('second') }
  const publish = (more: object = {}, actor: Actor = operator) =>
    run<{ normId: Id<'norm'>; versionId: Id<'normVersion'>; number: number; sent: number }>(runtime, actor, publishNorm, {
      ...normInput,
      confirmUntil: dateIn(defaultZone, plus(runtime.clock.now(), { days: 6 })),
      ...more,
    })
  const planned = (versionId: Id<'normVersion'>, more: object = {}) => ({
    versionId,
    institutionId: world.clinic,
    siteId: world.east.siteId,
    day: dateIn(defaultZone, runtime.clock.now()),
    inspectorId: inspector.accountId,
    inspectorInstitutionId: world.hospital,
    announced: false,
    ...more,
  })
  const plan = async (versionId: Id<'normVersion'>, more: object = {}, actor: Actor = operator) =>
    (await run<{ inspectionId: Id<'inspection'> }>(runtime, actor, planInspection, planned(versionId, more))).inspectionId
  const answer = (inspectionId: Id<'inspection'>, outcomes: Readonly<Record<string, Outcome>> = {}, version = 1) =>
    run<{ version: number }>(runtime, inspector, saveInspection, { inspectionId, version, answers: answersOf(outcomes) })
  /** Plans, answers and completes an inspection of the clinic, and answers its rectifications by item. */
  const inspect = async (versionId: Id<'normVersion'>, outcomes: Readonly<Record<string, Outcome>>) => {
    const inspectionId = await plan(versionId)
    const { version } = await answer(inspectionId, outcomes)
    const done = await run<{ scoreBasisPoints: number | null; findings: number }>(runtime, inspector, completeInspection, {
      inspectionId,
      version,
    })
    const { rows: found } = await owner.query(
      `select r.id, f.item_code as code from quality.rectification r join quality.finding f on f.id = r.finding_id where f.inspection_id = $1`,
      [inspectionId],
    )
    const rectifications = Object.fromEntries(found.map(({ id, code }) => [code, id])) as Record<string, Id<'rectification'>>
    return { ...done, inspectionId, rectifications }
  }
  return {
    operator,
    inspector,
    second,
    manager: staffOf(runtime, world.clinic, 'manager'),
    publish,
    planned,
    plan,
    answer,
    inspect,
  }
}

/** What the tables of calls point at: a norm that the operator publishes, an inspection of the clinic and what has to be mended of it. */
export async function makeQualityTargets(system: Pick<TestSystem, 'runtime' | 'owner'>, world: World) {
  const quality = await makeQualityWorld(system, world)
  const { normId, versionId } = await quality.publish()
  const { inspectionId, rectifications } = await quality.inspect(versionId, { C1: 'not-passed' })
  return {
    normId: normId as string,
    normVersionId: versionId as string,
    inspectionId: inspectionId as string,
    rectificationId: rectifications.C1 as string,
  }
}
