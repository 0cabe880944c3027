import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { openAsked } from '../../../platform/grant/index.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, page, pageKey, parsePageKey } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { listOpenCriticalValues, listResultsOfPerson, listResultsToRead, type ResultRow } from '../store/worklist.ts'
import { resultsTopic } from '../topics.ts'
import { criticalView, orderKind, resultView, viewOfContent, viewOfCritical } from './views.ts'

const mostToRead = 100
const limit = 20

const itemView = T.Object({
  orderId: idOf('order'),
  visitId: idOf('visit'),
  personId: idOf('person'),
  /** As on the institution's own card; null for the person herself. */
  personName: nullable(T.String()),
  kind: orderKind,
  item: bilingual,
  performer: bilingual,
  result: resultView,
  critical: T.Boolean(),
  releasedAt: instant,
  readAt: nullable(instant),
})

function viewOf({ itemZh, itemEn, performerZh, performerEn, content, version, ...row }: ResultRow): T.Static<typeof itemView> {
  return {
    ...row,
    item: { zh: itemZh, en: itemEn },
    performer: { zh: performerZh, en: performerEn },
    result: viewOfContent(content),
  }
}

/** What has come back to the acting institution and nobody has read, and critical values that are not handled; the oldest hundred. */
export const listResults = defineQuery({
  name: 'care.list-results',
  zh: '待阅结果',
  en: 'Results to read',
  permission: 'care.result.read',
  input: T.Object({}),
  output: T.Object({
    live: liveView,
    toRead: T.Array(itemView),
    criticalValues: T.Array(
      T.Object({ ...criticalView.properties, visitId: idOf('visit'), item: bilingual, personName: nullable(T.String()) }),
    ),
  }),
  refusals: ['platform.role-not-held'],
  async run(work) {
    const { institutionId } = work.actor
    if (!institutionId) return refuse('platform.role-not-held')
    const live = await includes(work, resultsTopic, institutionId)
    const toRead = await listResultsToRead(work, mostToRead)
    const criticalValues = await listOpenCriticalValues(work, mostToRead)
    return ok({
      live,
      toRead: toRead.map(viewOf),
      criticalValues: criticalValues.map(({ visitId, item, personName, ...critical }) => ({
        ...viewOfCritical(critical),
        visitId,
        item,
        personName,
      })),
    })
  },
})

/** Released results of the person herself or a family member, the newest first. */
export const listMyResults = defineQuery({
  name: 'care.list-my-results',
  zh: '我的结果',
  en: 'My results',
  permission: 'care.own-result.read',
  input: T.Object({ personId: T.Optional(idOf('person')), after: T.Optional(T.String()) }),
  output: T.Object({ ...page(itemView).properties, live: liveView }),
  refusals: ['platform.person-not-open'],
  async run(work, { personId: asked, after }) {
    const opened = await openAsked(work, asked)
    if (!opened.ok) return opened
    const { personId } = opened.value
    const live = await includes(work, 'people.person', personId)
    const key = parsePageKey(after)
    const rows = await listResultsOfPerson(work, personId, key ? { releasedAt: key[0] ?? '', id: key[1] ?? '' } : null, limit + 1)
    const items = rows.slice(0, limit).map(viewOf)
    const last = items.at(-1)
    return ok({ items, next: rows.length > limit && last ? pageKey(last.releasedAt, last.orderId) : null, live })
  },
})
