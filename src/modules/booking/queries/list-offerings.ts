import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { amountFen, bilingual, idOf, nullable, page, pageKey, parsePageKey, plainDate, words } from '../../../platform/operation/schema.ts'
import { chargeCategories } from '../../agreements/index.ts'
import { findNetworksOf, resourceRoles, type Specialty, specialties, titles } from '../../network/index.ts'
import { refuse } from '../refusals.ts'
import { findOffering, nameInstitutions } from '../store/calendar.ts'
import { listOfferingRows } from '../store/offering.ts'

const limit = 100

const offered = {
  id: idOf('offering'),
  ownerId: idOf('institution'),
  code: T.String(),
  name: bilingual,
  durationMinutes: T.Integer(),
  setupMinutes: T.Integer(),
  /** What the patient does before. */
  preparation: nullable(bilingual),
}

/** What can be booked today or later in the networks of the acting institution; a patient sees those of all. */
export const listOfferings = defineQuery({
  name: 'booking.list-offerings',
  zh: '服务项目',
  en: 'Offerings',
  permission: 'booking.offering.find',
  input: T.Object({
    /** Of whose experts it needs one. */
    specialty: T.Optional(words(Object.keys(specialties) as [Specialty, ...Specialty[]], 'specialty')),
    after: T.Optional(T.String()),
  }),
  output: page(T.Object({ ...offered, owner: bilingual, validUntil: nullable(plainDate) })),
  refusals: [],
  async run(work, { specialty, after }) {
    const { institutionId } = work.actor
    const today = dateIn(defaultZone, work.now)
    const networkIds = institutionId && (await findNetworksOf(work, institutionId, today))
    const rows = await listOfferingRows(work, networkIds, today, specialty ?? null, parsePageKey(after)?.[0] ?? null, limit + 1)
    const owners = await nameInstitutions(work, [...new Set(rows.map(({ ownerId }) => ownerId))])
    const items = rows.slice(0, limit).map(({ nameZh, nameEn, preparationZh, preparationEn, ...offering }) => ({
      ...offering,
      name: { zh: nameZh, en: nameEn },
      owner: owners.get(offering.ownerId) ?? { zh: '', en: '' },
      preparation: preparationZh === null ? null : { zh: preparationZh, en: preparationEn ?? preparationZh },
    }))
    return ok({ items, next: rows.length > limit ? pageKey(items.at(-1)?.id ?? '') : null })
  },
})

/** One offering with what it needs and its prices on a day. */
export const showOffering = defineQuery({
  name: 'booking.show-offering',
  zh: '服务项目详情',
  en: 'One offering',
  permission: 'booking.offering.find',
  input: T.Object({ offeringId: idOf('offering'), date: T.Optional(plainDate) }),
  output: T.Object({
    ...offered,
    networkId: idOf('network'),
    needs: T.Array(T.Object({ role: words(resourceRoles, 'resourceRole'), kind: T.String() })),
    prices: T.Array(
      T.Object({
        siteId: nullable(idOf('site')),
        title: words(titles, 'title'),
        category: words(chargeCategories, 'chargeCategory'),
        amountFen,
      }),
    ),
  }),
  refusals: ['booking.offering-unknown'],
  async run(work, { offeringId, date }) {
    const offering = await findOffering(work, offeringId, date ?? dateIn(defaultZone, work.now))
    if (!offering) return refuse('booking.offering-unknown')
    return ok({ ...offering, needs: [...offering.needs], prices: [...offering.prices] })
  },
})
