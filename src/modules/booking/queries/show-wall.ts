import { Type as T } from 'typebox'
import { maskName } from '../../../kernel/masked-name.ts'
import { ok } from '../../../kernel/result.ts'
import { weekdayOf } from '../../../kernel/time.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { priorities } from '../domain/queue-rules.ts'
import { listHere, listLaneExperts, type QueueRow } from '../store/queue.ts'
import { readPresenceCode, readShowsNames } from '../store/site-day.ts'
import { queueTopic } from '../topics.ts'
import { inLane } from './list-queue.ts'
import { findSiteAtWork } from './site-at-work.ts'

const nextShown = 3

const called = T.Object({
  ticket: T.String(),
  /** Null: the site shows numbers only. */
  maskedName: nullable(T.String()),
  mark: words(priorities, 'queuePriority'),
})

/** What hangs on the wall of a site: per expert who is called or in, and the next three. No id of anybody is in it. */
export const showWall = defineQuery({
  name: 'booking.show-wall',
  zh: '候诊大屏',
  en: 'The wall of a site',
  permission: 'booking.wall.show',
  network: 'a wall shows tickets of all institutions at a site, and no id of anybody',
  input: T.Object({ siteId: idOf('site') }),
  output: T.Object({
    site: T.Object({ name: bilingual, zone: T.String() }),
    presenceCode: T.String(),
    showsNames: T.Boolean(),
    lanes: T.Array(
      T.Object({
        expert: bilingual,
        room: nullable(bilingual),
        current: nullable(T.Object({ ...called.properties, calledAt: instant, calls: T.Integer(), isIn: T.Boolean() })),
        next: T.Array(called),
      }),
    ),
    live: liveView,
  }),
  refusals: ['booking.site-unknown'],
  async run(work, { siteId }) {
    const live = await includes(work, queueTopic, siteId)
    const found = await findSiteAtWork(work, siteId)
    if (!found.ok) return found
    const { site, day, span, serves } = found.value
    const showsNames = await readShowsNames(work, siteId)
    const rows = (await listHere(work, siteId, day)).filter(serves)
    const experts = await listLaneExperts(work, siteId, { day, weekday: weekdayOf(day), ...span })
    const shown = ({ ticket, anyName, priority }: QueueRow) => ({
      ticket: ticket ?? '',
      maskedName: showsNames && anyName !== null ? maskName(anyName) : null,
      mark: priority,
    })
    const lanes = experts.flatMap(({ id, name }) => {
      const lane = inLane(
        rows.filter(({ expertId }) => expertId === id),
        work.now,
      )
      const current = lane.find(({ status }) => status === 'called') ?? lane.find(({ status }) => status === 'in-progress')
      const next = lane.filter(({ status }) => status === 'arrived').slice(0, nextShown)
      const [first = null] = current ? [current] : next
      return first === null
        ? []
        : [
            {
              expert: name,
              room: first.roomName,
              current: current?.calledAt
                ? { ...shown(current), calledAt: current.calledAt, calls: current.calls, isIn: current.status === 'in-progress' }
                : null,
              next: next.map(shown),
            },
          ]
    })
    return ok({
      site: { name: site.name, zone: site.zone },
      presenceCode: await readPresenceCode(work, siteId, day),
      showsNames,
      lanes,
      live,
    })
  },
})
