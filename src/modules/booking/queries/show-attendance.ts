import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, localText, type PlainDate } from '../../../kernel/time.ts'
import { openAsked } from '../../../platform/grant/index.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery, type Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { titles } from '../../network/index.ts'
import { mayAttend } from '../commands/attend.ts'
import { allows, shownStatus } from '../domain/attendance.ts'
import { priorities, queueRulesOn } from '../domain/queue-rules.ts'
import { visitStatuses } from '../domain/visit.ts'
import { visitCodeOf } from '../domain/visit-code.ts'
import { refuse as refuseBooking } from '../refusals.ts'
import { findVisitPlace, readAttendance, type VisitPlace } from '../store/attendance.ts'
import { dayTopic } from '../topics.ts'
import { findTurn } from './find-turn.ts'
import { clocksOf, sentenceOf, waitingUntilOf } from './queue-row.ts'

const attendanceView = T.Object({
  visitId: idOf('visit'),
  version: T.Integer(),
  status: words(visitStatuses, 'visitStatus'),
  /** Null: not checked in yet. */
  ticket: nullable(T.String()),
  /** What the phone shows as a QR code and the desk reads to check her in. */
  visitCode: T.String(),
  walkIn: T.Boolean(),
  priority: words(priorities, 'queuePriority'),
  offering: bilingual,
  expert: T.Object({ name: bilingual, title: nullable(words(titles, 'title')) }),
  site: T.Object({ id: idOf('site'), name: bilingual, zone: T.String() }),
  /** Where she is called to; before that, the room that is promised. */
  room: nullable(bilingual),
  startsAt: instant,
  plannedMinutes: T.Integer(),
  checkedInAt: nullable(instant),
  waitingSince: nullable(instant),
  /** Until when she should be with the doctor: the target of the wait's clock. */
  waitingUntil: nullable(instant),
  /** Why the wait's clock stands still. */
  pauseReason: nullable(T.String()),
  calledAt: nullable(instant),
  startedAt: nullable(instant),
  endedAt: nullable(instant),
  /** Whether she can check herself in with the wall's code now; else why not. */
  checkIn: T.Object({ may: T.Boolean(), obstacle: nullable(bilingual) }),
  /** How many are before her: who is in, who is called, who waits ahead, and who is booked to come before. */
  place: nullable(T.Integer()),
  /** When it is her turn: not before `from` in one of two cases, not after `until` in nine of ten. */
  expected: nullable(T.Object({ from: instant, until: instant })),
  /** Who is in and who comes next, by ticket; a `mark` says why somebody goes first. */
  lane: T.Array(
    T.Object({
      ticket: T.String(),
      status: words(visitStatuses, 'visitStatus'),
      mark: words(priorities, 'queuePriority'),
      mine: T.Boolean(),
    }),
  ),
  rules: T.Object({ missed: bilingual, order: bilingual }),
  live: liveView,
})

/** Where one visit stands today: for the person herself, her family, and the desks of it. */
export const showAttendance = defineQuery({
  name: 'booking.show-attendance',
  zh: '就诊进度',
  en: 'Where a visit stands today',
  permission: 'booking.visit.read',
  network: 'the place in a lane depends on visits of others; it answers tickets and counts, of nobody else more',
  input: T.Object({ visitId: idOf('visit'), personId: T.Optional(idOf('person')) }),
  output: attendanceView,
  refusals: ['platform.not-found', 'platform.person-not-open'],
  async run(work, { visitId, personId }) {
    const known = await findVisitPlace(work, visitId)
    const seen = known && (await maySee(work, known, personId))
    if (seen && !seen.ok) return seen
    if (!known || !seen?.value) return refuse('platform.not-found')
    const live = await includes(work, dayTopic, known.expertId)
    const place = (await findVisitPlace(work, visitId)) ?? known
    const here = await readAttendance(work, visitId)
    const clock = (await clocksOf(work, [place])).get(visitId)
    const today = dateIn(place.zone, work.now)
    const waitingSince = here?.waitingSince ?? null
    return ok({
      visitId,
      version: place.version,
      status: shownStatus(place.status, waitingSince, work.now),
      ticket: here?.ticket ?? null,
      visitCode: visitCodeOf(visitId),
      walkIn: here?.walkIn ?? false,
      priority: here?.priority ?? 'none',
      offering: place.offeringName,
      expert: { name: place.expertName, title: place.expertTitle },
      site: { id: place.siteId, name: place.siteName, zone: place.zone },
      room: place.roomName,
      startsAt: place.startsAt,
      plannedMinutes: here?.plannedMinutes ?? place.plannedMinutes,
      checkedInAt: here?.checkedInAt ?? null,
      waitingSince,
      waitingUntil: waitingUntilOf({ ...place, waitingSince }, clock),
      pauseReason: clock?.pauseReason ?? null,
      calledAt: here?.calledAt ?? null,
      startedAt: here?.startedAt ?? null,
      endedAt: here?.endedAt ?? null,
      checkIn: checkInOf(place, today),
      ...(await findTurn(work, place, here ?? null, today)),
      rules: rulesOf(today),
      live,
    })
  },
})

/** A patient sees her own visit and those of her family, staff what their institution or site serves. */
async function maySee(work: Work, place: VisitPlace, personId: Id<'person'> | undefined) {
  if (work.actor.kind !== 'patient') return ok(await mayAttend(work, place))
  const opened = await openAsked(work, personId)
  return opened.ok ? ok(opened.value.personId === place.personId) : opened
}

function checkInOf({ status, startsAt, zone }: VisitPlace, today: PlainDate) {
  const allowed = allows('check-in', { status })
  const refused = !allowed.ok
    ? allowed
    : dateIn(zone, startsAt) === today
      ? null
      : refuseBooking('booking.check-in-not-today', { startsAt: localText(zone, startsAt) })
  return { may: refused === null, obstacle: refused && sentenceOf(refused) }
}

function rulesOf(today: PlainDate) {
  const { returnPlaces, waitMinutes } = queueRulesOn(today)
  return {
    missed: {
      zh: `过号后请到前台说一声，会排在前 ${returnPlaces} 位之后，不用重新排队。`,
      en: `If you miss your call, tell the desk: ${returnPlaces} go before you, and you need not queue again.`,
    },
    order: {
      zh: `按等候时间先后；急、老、幼、军会提前，号码旁有标记。目标是等候不超过 ${waitMinutes} 分钟。`,
      en: `Who waits longest goes first; urgent, elderly, children and military go earlier and are marked. The aim is to wait ${waitMinutes} minutes at most.`,
    },
  }
}
