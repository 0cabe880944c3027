import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { openAsked } from '../../../platform/grant/index.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { titles } from '../../network/index.ts'
import { priorities } from '../domain/queue-rules.ts'
import { visitStatuses } from '../domain/visit.ts'

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
    return refuse('platform.not-found')
  },
})
