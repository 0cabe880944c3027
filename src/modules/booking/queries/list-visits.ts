import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, plusDays, spanOfDays } from '../../../kernel/time.ts'
import { openAsked } from '../../../platform/grant/index.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery, type Work } from '../../../platform/operation/index.ts'
import {
  amountFen,
  bilingual,
  idOf,
  instant,
  nullable,
  page,
  pageKey,
  parsePageKey,
  plainDate,
  words,
} from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { resourceRoles, titles } from '../../network/index.ts'
import { endReasons, visitStatuses } from '../domain/visit.ts'
import { findVisitRow, listVisitRows, type VisitRow } from '../store/visit.ts'
import { visitsTopic } from '../topics.ts'

const limit = 50

export const visitView = T.Object({
  id: idOf('visit'),
  personId: idOf('person'),
  /** As on the institution's own card; null for the person herself. */
  personName: nullable(T.String()),
  status: words(visitStatuses, 'visitStatus'),
  offeringId: idOf('offering'),
  offering: bilingual,
  site: bilingual,
  zone: T.String(),
  startsAt: instant,
  endsAt: instant,
  priceFen: amountFen,
  heldUntil: nullable(instant),
  prolonged: T.Boolean(),
  endedBecause: nullable(words(endReasons, 'endReason')),
  version: T.Integer(),
  /** From which it was booked. */
  assessmentId: nullable(idOf('assessment')),
  /** Why it was booked against a red flag. */
  overrideReason: nullable(T.String()),
  resources: T.Array(
    T.Object({ role: words(resourceRoles, 'resourceRole'), title: nullable(words(titles, 'title')), name: bilingual, owner: bilingual }),
  ),
})

function viewOf({ offeringZh, offeringEn, siteZh, siteEn, priceFen, resources, ...visit }: VisitRow): T.Static<typeof visitView> {
  return {
    ...visit,
    offering: { zh: offeringZh, en: offeringEn },
    site: { zh: siteZh, en: siteEn },
    priceFen: Number(priceFen),
    resources: resources.map(({ role, title, nameZh, nameEn, ownerZh, ownerEn }) => ({
      role: role as 'expert',
      title: title as 'chief' | null,
      name: { zh: nameZh, en: nameEn },
      owner: { zh: ownerZh, en: ownerEn },
    })),
  }
}

/** Visits from a day on: of the patient or a family member, or those in which the acting institution has a part. */
export const listVisits = defineQuery({
  name: 'booking.list-visits',
  zh: '预约列表',
  en: 'Visits',
  permission: 'booking.visit.read',
  input: T.Object({
    from: T.Optional(plainDate),
    days: T.Optional(T.Integer({ minimum: 1, maximum: 366 })),
    personId: T.Optional(idOf('person')),
    after: T.Optional(T.String()),
  }),
  output: T.Object({ ...page(visitView).properties, live: liveView }),
  refusals: ['platform.person-not-open'],
  async run(work, { from: asked, days = 90, personId, after }) {
    const opened = work.actor.kind === 'patient' ? await openAsked(work, personId) : ok({ personId })
    if (!opened.ok) return opened
    const live = await includes(work, visitsTopic, topicOwner(work, opened.value.personId))
    const date = asked ?? dateIn(defaultZone, work.now)
    const key = parsePageKey(after)
    const span = spanOfDays(defaultZone, date, plusDays(date, days - 1))
    const rows = await listVisitRows(
      work,
      { ...span, personId: opened.value.personId ?? null },
      key ? { startsAt: key[0] ?? '', id: key[1] ?? '' } : null,
      limit + 1,
    )
    const items = rows.slice(0, limit).map(viewOf)
    const last = items.at(-1)
    return ok({ items, next: rows.length > limit && last ? pageKey(last.startsAt, last.id) : null, live })
  },
})

/** A patient follows her visits or a family member's, staff those of their institution. */
const topicOwner = ({ actor }: Work, personId: Id<'person'> | undefined): string =>
  (actor.kind === 'patient' ? personId : actor.institutionId) ?? actor.accountId

export const findVisit = defineQuery({
  name: 'booking.find-visit',
  zh: '预约详情',
  en: 'One visit',
  permission: 'booking.visit.read',
  input: T.Object({
    visitId: idOf('visit'),
    /** A patient's family member, when the visit is hers. */
    personId: T.Optional(idOf('person')),
  }),
  output: T.Object({ ...visitView.properties, live: liveView }),
  refusals: ['platform.not-found', 'platform.person-not-open'],
  async run(work, { visitId, personId }) {
    const opened = work.actor.kind === 'patient' ? await openAsked(work, personId) : ok({ personId })
    if (!opened.ok) return opened
    const live = await includes(work, visitsTopic, topicOwner(work, opened.value.personId))
    const row = await findVisitRow(work, visitId)
    return row ? ok({ ...viewOf(row), live }) : refuse('platform.not-found')
  },
})
