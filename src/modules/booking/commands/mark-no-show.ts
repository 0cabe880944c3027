import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, type Instant, plus } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { noShow } from '../domain/attendance.ts'
import { queueRulesOn } from '../domain/queue-rules.ts'
import type { Visit } from '../domain/visit.ts'
import { visitNotAttended } from '../events.ts'
import { lockVisit, saveVisit } from '../store/visit.ts'
import { tellVisit } from '../topics.ts'

export const noShowKind = 'booking.mark-no-show'

/** When a booked visit is given up if nobody came. */
export const noShowAt = ({ startsAt }: Pick<Visit, 'startsAt'>): Instant =>
  plus(startsAt, { minutes: queueRulesOn(dateIn(defaultZone, startsAt)).noShowMinutes })

/** The worker's: nobody came to a booked visit until the end of grace. What it holds is free; she may still walk in. */
export const markNoShow = defineCommand({
  name: 'booking.mark-no-show',
  zh: '记为爽约',
  en: 'Mark as no-show',
  permission: 'booking.visit.mark-no-show',
  network: 'a visit belongs to the owners of all its resources',
  input: T.Object({ visitId: idOf('visit') }),
  output: T.Object({ marked: T.Boolean() }),
  refusals: [],
  async run(work, { visitId }) {
    const visit = await lockVisit(work, visitId)
    const marked = visit && noShow(visit, dateIn(defaultZone, visit.startsAt), work.now)
    if (!marked) return ok({ marked: false })
    await saveVisit(work, marked)
    await tellVisit(work, visitId)
    await work.publish(visitNotAttended.of(visitId, { visitId }))
    return ok({ marked: true })
  },
})
