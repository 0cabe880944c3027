import { sql } from 'kysely'
import { present } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/id.ts'
import { dateIn, defaultZone, instantAt, plusDays } from '../../kernel/time.ts'
import {
  completeInspection,
  confirmNorm,
  planInspection,
  planRectification,
  publishNorm,
  recheckRectification,
  saveInspection,
  showRectified,
} from '../../modules/quality/index.ts'
import { standingClock } from '../../platform/clock/index.ts'
import type { Actor, Command } from '../../platform/operation/index.ts'
import { perform } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { settle } from '../worker.ts'
import { staffActor } from './actor.ts'
import { lookUp } from './load-parties.ts'
import { look } from './look.ts'
import type { NetworkPlan } from './plan.ts'
import type { PlannedInspection, QualityPlan } from './quality-plan.ts'

type Institution = Id<'institution'>
type Story = {
  readonly runtime: Runtime
  readonly plan: NetworkPlan
  readonly quality: QualityPlan
  readonly idOf: (institution: string) => Institution
  /** Somebody who has an account, in his first institution. */
  readonly person: (login: string) => Actor
}

/**
 * Tells what has happened in the quality of a network in the days before it is opened, each step at its own moment through its command,
 * with the clocks that broke on the way. After the accounts, because inspectors are accounts.
 */
export async function loadQuality(runtime: Runtime, plan: NetworkPlan): Promise<void> {
  if (!plan.quality) return
  const directory = await lookUp(runtime)
  const idOf = (name: string) => present(directory.idOf('institution', name), name) as Institution
  const { rows } = await sql<{ id: Id<'account'>; login: string }>`select id, login from platform.account`.execute(runtime.database)
  const person = (login: string): Actor => {
    const planned = present(
      plan.accounts.find((account) => account.login === login),
      login,
    )
    const accountId = present(
      rows.find((row) => row.login === login),
      login,
    ).id
    return { ...staffActor(runtime, idOf(present(planned.institutions[0], login)), planned.role), accountId }
  }
  const story: Story = { runtime, plan, quality: plan.quality, idOf, person }
  const versionId = await publish(story)
  const inspections = plan.quality.inspections.toSorted((a, b) => b.daysAgo - a.daysAgo)
  for (const inspection of inspections) await inspect(story, versionId, inspection)
  await settle(runtime)
}

/** The same system at ten in the morning so many days ago, with all clocks that had broken by then. */
async function onDay({ runtime }: Story, daysAgo: number, hour = '10:00'): Promise<Runtime> {
  const today = dateIn(defaultZone, runtime.clock.now())
  const then: Runtime =
    daysAgo < 0 ? runtime : { ...runtime, clock: standingClock(instantAt(defaultZone, plusDays(today, -daysAgo), hour)) }
  await settle(then)
  return then
}

async function run<Answer>({ plan }: Story, runtime: Runtime, actor: Actor, command: unknown, input: object): Promise<Answer> {
  const { result } = await perform(runtime, command as Command, actor, input, { requestId: `demo ${plan.code}` })
  if (!result.ok)
    throw new Error(`the demo was refused: ${(command as Command).name} ${result.refusal.code} ${JSON.stringify(result.refusal.details)}`)
  return result.value as Answer
}

/** The norm as its issuer sends it; all but some have read it the next day. */
async function publish(story: Story): Promise<Id<'normVersion'>> {
  const { plan, quality, idOf, person } = story
  const { issuer, daysAgo, confirmInDays, unread, ...norm } = quality.norm
  const then = await onDay(story, daysAgo)
  const { versionId } = await run<{ versionId: Id<'normVersion'> }>(story, then, person(issuer), publishNorm, {
    ...norm,
    networkCode: plan.code,
    follows: 0,
    confirmUntil: plusDays(dateIn(defaultZone, then.clock.now()), confirmInDays),
    institutionIds: null,
  })
  const rows = await look(
    story.runtime,
    sql<{ institutionId: Institution }>`
    select institution_id from quality.norm_confirmation where version_id = ${versionId}`,
  )
  const waiting = new Set(unread.map(idOf))
  const next = await onDay(story, daysAgo - 1)
  for (const { institutionId } of rows)
    if (!waiting.has(institutionId)) await run(story, next, staffActor(next, institutionId, 'manager'), confirmNorm, { versionId })
  return versionId
}

/** Planned the day before; what is still to come is only planned. */
async function inspect(story: Story, versionId: Id<'normVersion'>, planned: PlannedInspection): Promise<void> {
  const { quality, idOf, person, runtime } = story
  const { daysAgo, institution, site, planner, announced, found } = planned
  const inspector = person(planned.inspector)
  const before = await onDay(story, daysAgo + 1)
  const { rows } = await sql<{ id: Id<'site'> }>`
    select id from network.published_site where name_zh = ${site}`.execute(runtime.database)
  const { inspectionId } = await run<{ inspectionId: Id<'inspection'> }>(story, before, person(planner), planInspection, {
    versionId,
    institutionId: idOf(institution),
    siteId: present(rows[0], site).id,
    day: plusDays(dateIn(defaultZone, runtime.clock.now()), -daysAgo),
    inspectorId: inspector.accountId,
    inspectorInstitutionId: inspector.institutionId,
    announced,
  })
  if (daysAgo < 0) return
  const then = await onDay(story, daysAgo)
  const answers = quality.norm.items.map(({ code }) => {
    const seen = found.find(({ item }) => item === code)
    return {
      itemCode: code,
      outcome: seen ? 'not-passed' : 'passed',
      note: seen?.note ?? '',
      evidence: seen?.evidence ?? [],
      indicatorCode: null,
    }
  })
  const { version } = await run<{ version: number }>(story, then, inspector, saveInspection, { inspectionId, version: 1, answers })
  await run(story, then, inspector, completeInspection, { inspectionId, version })
  await mend(story, inspectionId, planned)
}

type Step = { readonly daysAgo: number; readonly actor: Actor; readonly command: unknown; readonly input: object; readonly item: string }

/** What was answered to each finding, over all of them in the order of time. */
async function mend(story: Story, inspectionId: Id<'inspection'>, { found, mender, inspector }: PlannedInspection): Promise<void> {
  const { person, runtime } = story
  const steps = found.flatMap(({ item, plan, done, closed }): Step[] => [
    ...(plan ? [{ item, daysAgo: plan.daysAgo, actor: person(mender), command: planRectification, input: { plan: plan.text } }] : []),
    ...(done
      ? [
          {
            item,
            daysAgo: done.daysAgo,
            actor: person(mender),
            command: showRectified,
            input: { note: done.text, evidence: done.evidence },
          },
        ]
      : []),
    ...(closed
      ? [
          {
            item,
            daysAgo: closed.daysAgo,
            actor: person(inspector),
            command: recheckRectification,
            input: { passed: true, note: closed.text },
          },
        ]
      : []),
  ])
  for (const { item, daysAgo, actor, command, input } of steps.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    const then = await onDay(story, daysAgo, '16:00')
    const rows = await look(
      runtime,
      sql<{ rectificationId: string; version: number }>`
      select r.id as rectification_id, r.version from quality.rectification r join quality.finding f on f.id = r.finding_id
      where f.inspection_id = ${inspectionId} and f.item_code = ${item}`,
    )
    await run(story, then, actor, command, { ...present(rows[0], item), ...input })
  }
}
