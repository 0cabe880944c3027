import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defaultZone, spanOfDays } from '../../../kernel/time.ts'
import { openAsked } from '../../../platform/grant/index.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery, type Work } from '../../../platform/operation/index.ts'
import { idOf, page, pageKey, parsePageKey, plainDate } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { type BillFilter, listBillRows } from '../store/bill.ts'
import { deskTopic, ownTopic } from '../topics.ts'
import { billRowView, billState, viewOfRow } from './bill-view.ts'

const limit = 30
const output = T.Object({ ...page(billRowView).properties, live: liveView })

async function listPage(work: Work, filter: BillFilter, after: string | undefined) {
  const key = parsePageKey(after)
  const rows = await listBillRows(work, filter, key ? { issuedAt: key[0] ?? '', id: key[1] ?? '' } : null, limit + 1)
  const items = rows.slice(0, limit).map(viewOfRow)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? pageKey(last.issuedAt, last.billId) : null }
}

/** The bills that the acting institution collects, the newest first. */
export const listBills = defineQuery({
  name: 'billing.list-bills',
  zh: '账单列表',
  en: 'Bills',
  permission: 'billing.bill.read',
  input: T.Object({
    state: T.Optional(billState),
    personId: T.Optional(idOf('person')),
    from: T.Optional(plainDate),
    until: T.Optional(plainDate),
    after: T.Optional(T.String()),
  }),
  output,
  refusals: ['platform.role-not-held'],
  async run(work, { state = null, personId = null, from, until, after }) {
    const { institutionId } = work.actor
    if (!institutionId) return refusePlatform('platform.role-not-held')
    const live = await includes(work, deskTopic, institutionId)
    const filter = {
      ...{ collectorId: institutionId, personId, state },
      from: from ? spanOfDays(defaultZone, from, from).from : null,
      until: until ? spanOfDays(defaultZone, until, until).until : null,
    }
    return ok({ ...(await listPage(work, filter, after)), live })
  },
})

/** Bills of the person herself or a family member, the newest first. */
export const listMyBills = defineQuery({
  name: 'billing.list-my-bills',
  zh: '我的账单',
  en: 'My bills',
  permission: 'billing.own-bill.read',
  input: T.Object({ personId: T.Optional(idOf('person')), after: T.Optional(T.String()) }),
  output,
  refusals: ['platform.person-not-open'],
  async run(work, { personId: asked, after }) {
    const opened = await openAsked(work, asked)
    if (!opened.ok) return opened
    const { personId } = opened.value
    const live = await includes(work, ownTopic, personId)
    const filter = { collectorId: null, personId, state: null, from: null, until: null }
    return ok({ ...(await listPage(work, filter, after)), live })
  },
})
