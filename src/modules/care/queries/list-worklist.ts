import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, page, pageKey, parsePageKey, words } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { ageOn, sexes } from '../../people/index.ts'
import { criticalStates } from '../domain/critical-value.ts'
import { type OrderState, orderKinds, orderStates, urgencies } from '../domain/order.ts'
import { listWorklistRows } from '../store/worklist.ts'
import { worklistTopic } from '../topics.ts'

const limit = 50
const shownStates: Readonly<Record<'open' | 'done', readonly OrderState[]>> = {
  open: ['requested', 'accepted', 'collected'],
  done: ['completed', 'rejected', 'cancelled'],
}

const itemView = T.Object({
  orderId: idOf('order'),
  personName: nullable(T.String()),
  sex: nullable(words(sexes, 'sex')),
  ageYears: nullable(T.Integer()),
  kind: words(orderKinds, 'orderKind'),
  item: bilingual,
  urgency: words(urgencies, 'urgency'),
  state: words(orderStates, 'orderState'),
  orderer: bilingual,
  signedAt: instant,
  dueAt: instant,
  /** There is a result that waits for its verification. */
  entered: T.Boolean(),
  critical: nullable(words(criticalStates, 'criticalState')),
  version: T.Integer(),
})

/** What the acting institution has to do as a department: critical values to tell first, then urgent orders, then by due time. */
export const listWorklist = defineQuery({
  name: 'care.list-worklist',
  zh: '科室工作列表',
  en: 'Worklist of a department',
  permission: 'care.worklist.work',
  input: T.Object({ shows: T.Optional(words(['open', 'done'], 'worklistFilter')), after: T.Optional(T.String()) }),
  output: T.Object({ ...page(itemView).properties, live: liveView }),
  refusals: ['platform.role-not-held'],
  async run(work, { shows = 'open', after }) {
    const { institutionId } = work.actor
    if (!institutionId) return refuse('platform.role-not-held')
    const live = await includes(work, worklistTopic, institutionId)
    const key = parsePageKey(after)
    const from = key ? { rank: key[0] ?? '', dueAt: key[1] ?? '', id: key[2] ?? '' } : null
    const rows = await listWorklistRows(work, { states: shownStates[shows], critical: shows === 'open' }, from, limit + 1)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const today = dateIn(defaultZone, work.now)
    const items = shown.map(({ personId, itemZh, itemEn, ordererZh, ordererEn, birthDate, rank, ...row }) => ({
      ...row,
      item: { zh: itemZh, en: itemEn },
      orderer: { zh: ordererZh, en: ordererEn },
      ageYears: birthDate && ageOn(birthDate, today),
    }))
    return ok({ items, next: rows.length > limit && last ? pageKey(String(last.rank), last.dueAt, last.orderId) : null, live })
  },
})
