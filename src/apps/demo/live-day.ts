import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Id } from '../../kernel/id.ts'
import { dateIn, defaultZone, type Instant, instantAt, plus, plusDays } from '../../kernel/time.ts'
import { callNext, checkInVisit, finishVisit, listSiteDay, missVisit, returnVisit, startVisit } from '../../modules/booking/index.ts'
import type { Actor, Command } from '../../platform/operation/index.ts'
import { ask, perform } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { settle } from '../worker.ts'
import { staffActor } from './actor.ts'
import { behaviourOf } from './behaviour.ts'
import { checkOut } from './check-out.ts'
import { look } from './look.ts'
import { workDepartments, writeUp } from './write-up.ts'

type Row = Static<typeof listSiteDay.output>['items'][number]
type Site = { readonly id: Id<'site'>; readonly actor: Actor }
/** One thing that somebody does at a moment; `key` is who, so that what was refused is not tried again at once. */
type Act = {
  readonly at: Instant
  readonly key: string
  readonly what: Happening
  readonly about: string
  readonly command: unknown
  readonly input: object
}

export const happenings = ['check-in', 'call', 'start', 'miss', 'return', 'finish'] as const
type Happening = (typeof happenings)[number]
export type Lived = Record<Happening, number>

const minutesToRoom = 2
const minutesUntilMissed = 4
const minutesAway = 6
/** How long before her own time somebody may be called. */
const earlyMinutes = 5
const minutesUntilNextTry = 3
/** The longest that clocks and departments wait for the next patient to do something. */
const stepMinutes = 15

/** Who plays, what has happened, and how the clock is moved and the progress shown. */
type Play = {
  readonly runtime: Runtime
  readonly sites: readonly Site[]
  /** Visits that are left to somebody. */
  readonly played: ReadonlySet<string>
  readonly lived: Lived
  readonly moveClock: (at: Instant) => Promise<void>
  readonly progress: (at: Instant, lived: Lived) => void
}
/** What is seen of one day: the rows of each site, since when somebody is missed, and who has just been refused. */
type Today = {
  readonly rowsOf: Map<Site, readonly Row[]>
  readonly missedSince: Map<string, Instant>
  readonly restsUntil: Map<string, Instant>
}

/**
 * Lives through a stretch of time in the demo networks: patients come, some late, some not; they are called, seen, and pay. Every
 * step is a command at its own moment; persons who have an account are left alone, because somebody plays them.
 */
export async function liveThrough(
  runtime: Runtime,
  until: Instant,
  moveClock: Play['moveClock'],
  progress: Play['progress'],
): Promise<Lived> {
  const lived = Object.fromEntries(happenings.map((what) => [what, 0])) as Lived
  const play: Play = { runtime, sites: await findSites(runtime), played: await findPlayed(runtime), lived, moveClock, progress }
  while (runtime.clock.now() < until) {
    const midnight = instantAt(defaultZone, plusDays(dateIn(defaultZone, runtime.clock.now()), 1), '00:00')
    const horizon = midnight < until ? midnight : until
    await liveToday(play, horizon)
    await moveClock(horizon)
    await settle(runtime)
    progress(horizon, lived)
  }
  return lived
}

async function liveToday(play: Play, horizon: Instant): Promise<void> {
  const { runtime, sites, lived, moveClock, progress } = play
  const today: Today = { rowsOf: new Map(), missedSince: new Map(), restsUntil: new Map() }
  for (const site of sites) await readSite(play, today, site)
  for (;;) {
    const now = runtime.clock.now()
    const act = nextAct(today, now)
    const step = plus(now, { minutes: stepMinutes })
    const at = act && act.at < step ? act.at : step
    if (at >= horizon) return
    if (at > now) await moveClock(at)
    await settle(runtime)
    await workDepartments(runtime, at)
    if (!act || act.at > at) continue
    if (act.what === 'finish') await writeUp(runtime, act.key as Id<'visit'>, act.about)
    const { result } = await perform(runtime, act.command as Command, act.site.actor, act.input, { requestId: 'demo day' })
    if (result.ok) lived[act.what] += 1
    if (result.ok && act.what === 'finish') await checkOut(runtime, act.key as Id<'visit'>)
    else today.restsUntil.set(act.key, plus(runtime.clock.now(), { minutes: minutesUntilNextTry }))
    await readSite(play, today, act.site)
    progress(at, lived)
  }
}

async function readSite({ runtime, played }: Play, { rowsOf, missedSince }: Today, site: Site): Promise<void> {
  const rows = (await readDay(runtime, site)).filter(({ visitId }) => !played.has(visitId))
  for (const { visitId, status } of rows)
    if (status === 'missed' && !missedSince.has(visitId)) missedSince.set(visitId, runtime.clock.now())
  rowsOf.set(site, rows)
}

/** What happens next anywhere, not before now. */
function nextAct({ rowsOf, missedSince, restsUntil }: Today, now: Instant): (Act & { readonly site: Site }) | undefined {
  const acts = [...rowsOf].flatMap(([site, rows]) =>
    [...rows.flatMap((row) => actOf(row, missedSince) ?? []), ...callsOf(rows, site)].map((act) => ({
      ...act,
      site,
      at: latest(act.at, now, restsUntil.get(act.key) ?? now),
    })),
  )
  return acts.toSorted((one, other) => (one.at < other.at ? -1 : 1))[0]
}

const latest = (...moments: readonly Instant[]): Instant => moments.toSorted().at(-1) as Instant

function actOf(row: Row, missedSince: ReadonlyMap<string, Instant>): Act | null {
  const { visitId, version, status, offering, startsAt, plannedMinutes, waitingSince, calledAt, startedAt } = row
  const { arrivesAfterMinutes, missesFirstCall, lengthFactor } = behaviourOf(visitId)
  const act = (what: Happening, at: Instant, command: unknown, input: object = { visitId, version }): Act => ({
    at,
    key: visitId,
    what,
    about: offering.zh,
    command,
    input,
  })
  if (status === 'booked')
    return arrivesAfterMinutes === null
      ? null
      : act('check-in', plus(startsAt, { minutes: arrivesAfterMinutes }), checkInVisit, { visit: visitId, version })
  if (status === 'called' && calledAt) {
    // Who has come back from a missed call waits since then, and is there.
    const isAway = missesFirstCall && waitingSince === startsAt
    return isAway
      ? act('miss', plus(calledAt, { minutes: minutesUntilMissed }), missVisit)
      : act('start', plus(calledAt, { minutes: minutesToRoom }), startVisit)
  }
  if (status === 'missed') return act('return', plus(missedSince.get(visitId) ?? startsAt, { minutes: minutesAway }), returnVisit)
  if (status === 'in-progress' && startedAt)
    return act('finish', plus(startedAt, { minutes: Math.max(3, Math.round(plannedMinutes * lengthFactor)) }), finishVisit)
  return null
}

/** Each expert who is free calls the next of those who are here. */
function callsOf(rows: readonly Row[], { id: siteId }: Site): Act[] {
  const busy = new Set(rows.filter(({ status }) => status === 'called' || status === 'in-progress').map(({ expertId }) => expertId))
  const firsts = new Map<string, Instant>()
  for (const { status, expertId, startsAt, waitingSince } of rows) {
    if ((status !== 'arrived' && status !== 'waiting') || busy.has(expertId)) continue
    const from = waitingSince && waitingSince > startsAt ? waitingSince : plus(startsAt, { minutes: -earlyMinutes })
    const known = firsts.get(expertId)
    if (!known || from < known) firsts.set(expertId, from)
  }
  return [...firsts].map(([expertId, at]) => ({
    at,
    key: expertId,
    what: 'call',
    about: '',
    command: callNext,
    input: { expertId, siteId },
  }))
}

async function readDay(runtime: Runtime, { id: siteId, actor }: Site): Promise<Row[]> {
  const rows: Row[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const read = await ask(runtime, listSiteDay, actor, { siteId, ...(after ? { after: after as Id<'visit'> } : {}) }, 'demo day')
    if (!read.ok) throw new Error(`the demo's day was refused: ${read.refusal.code}`)
    rows.push(...read.value.items)
    after = read.value.next
  }
  return rows
}

async function findSites(runtime: Runtime): Promise<Site[]> {
  const rows = await look(
    runtime,
    sql<{ id: Id<'site'>; institutionId: Id<'institution'> }>`
      select distinct s.id, s.institution_id from network.published_site s join booking.visit v on v.site_id = s.id`,
  )
  return rows.map(({ id, institutionId }) => ({ id, actor: staffActor(runtime, institutionId, 'butler') }))
}

/** Visits of persons who have an account. */
async function findPlayed(runtime: Runtime): Promise<ReadonlySet<string>> {
  const rows = await look(
    runtime,
    sql<{ id: string }>`select v.id from booking.visit v join platform.account a on a.person_id = v.person_id`,
  )
  return new Set(rows.map(({ id }) => id))
}
