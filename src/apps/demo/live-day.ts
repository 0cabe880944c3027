import type { Id } from '../../kernel/id.ts'
import { dateIn, defaultZone, type Instant, instantAt, type PlainDate, plus, plusDays } from '../../kernel/time.ts'
import { callNext, checkInVisit, finishVisit, missVisit, returnVisit, startVisit } from '../../modules/booking/index.ts'
import type { Actor, Command } from '../../platform/operation/index.ts'
import { perform } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { settle } from '../worker.ts'
import { staffActor } from './actor.ts'
import { behaviourOf } from './behaviour.ts'
import { checkOut } from './check-out.ts'
import { type Row, readRows } from './day-rows.ts'
import { workDepartments, writeUp } from './write-up.ts'

/** One thing that somebody does at a moment; `key` is who, so that what was refused is not tried again at once. */
type Act = {
  readonly at: Instant
  readonly siteId: Id<'site'>
  /** The desk of the site. */
  readonly actor: Actor
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
  readonly lived: Lived
  readonly moveClock: (at: Instant) => Promise<void>
  readonly progress: (at: Instant, lived: Lived) => void
}
/** What is seen of one day: what happens next at each site, since when somebody is missed, and who has just been refused. */
type Today = {
  readonly day: PlainDate
  readonly actsAt: Map<Id<'site'>, readonly Act[]>
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
  const play: Play = { runtime, lived, moveClock, progress }
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
  const { runtime, lived, moveClock, progress } = play
  const day = dateIn(defaultZone, runtime.clock.now())
  const today: Today = { day, actsAt: new Map(), missedSince: new Map(), restsUntil: new Map() }
  await readActs(runtime, today, null)
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
    const { result } = await perform(runtime, act.command as Command, act.actor, act.input, { requestId: 'demo day' })
    if (result.ok) lived[act.what] += 1
    if (result.ok && act.what === 'finish') await checkOut(runtime, act.key as Id<'visit'>)
    else today.restsUntil.set(act.key, plus(runtime.clock.now(), { minutes: minutesUntilNextTry }))
    await readActs(runtime, today, act.siteId)
    progress(at, lived)
  }
}

/** Looks at one site again, or at all of them (null): only what has just been done there changes what happens next. */
async function readActs(runtime: Runtime, { day, actsAt, missedSince }: Today, siteId: Id<'site'> | null): Promise<void> {
  const rows = await readRows(runtime, day, siteId)
  const now = runtime.clock.now()
  for (const { visitId, status } of rows) if (status === 'missed' && !missedSince.has(visitId)) missedSince.set(visitId, now)
  for (const id of siteId ? [siteId] : new Set(rows.map((row) => row.siteId))) {
    const here = rows.filter((row) => row.siteId === id)
    const [first] = here
    const at = first && { siteId: id, actor: staffActor(runtime, first.institutionId, 'butler') }
    actsAt.set(id, at ? [...here.flatMap((row) => actOf(row, missedSince) ?? []), ...callsOf(here)].map((act) => ({ ...act, ...at })) : [])
  }
}

/** What happens next anywhere, not before now. */
function nextAct({ actsAt, restsUntil }: Today, now: Instant): Act | undefined {
  let next: Act | undefined
  for (const act of [...actsAt.values()].flat()) {
    const at = later(later(act.at, now), restsUntil.get(act.key) ?? now)
    if (!next || at < next.at) next = { ...act, at }
  }
  return next
}

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other)

type Done = Omit<Act, 'siteId' | 'actor'>

function actOf(row: Row, missedSince: ReadonlyMap<string, Instant>): Done | null {
  const { visitId, version, status, offering, startsAt, plannedMinutes, waitingSince, calledAt, startedAt } = row
  const { arrivesAfterMinutes, missesFirstCall, lengthFactor } = behaviourOf(visitId)
  const act = (what: Happening, at: Instant, command: unknown, input: object = { visitId, version }): Done => ({
    at,
    key: visitId,
    what,
    about: offering,
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
function callsOf(rows: readonly Row[]): Done[] {
  const busy = new Set(rows.filter(({ status }) => status === 'called' || status === 'in-progress').map(({ expertId }) => expertId))
  const firsts = new Map<string, Instant>()
  for (const { status, expertId, startsAt, waitingSince } of rows) {
    if (status !== 'arrived' || busy.has(expertId)) continue
    const from = waitingSince && waitingSince > startsAt ? waitingSince : plus(startsAt, { minutes: -earlyMinutes })
    const known = firsts.get(expertId)
    if (!known || from < known) firsts.set(expertId, from)
  }
  const siteId = rows[0]?.siteId
  return [...firsts].map(([expertId, at]) => ({
    at,
    key: expertId,
    what: 'call',
    about: '',
    command: callNext,
    input: { expertId, siteId },
  }))
}
