import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn } from '../../../kernel/time.ts'
import { type Actor, defineQuery, type Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import {
  amountsByInstitution,
  findTermsInForce,
  type Service,
  type Shares,
  shareService,
  type TermsInForce,
  takesPart,
  termsOn,
} from '../../agreements/index.ts'
import { mayTouch } from '../domain/visit.ts'
import { nameInstitutions } from '../store/calendar.ts'
import { findVisitService } from '../store/visit.ts'

const sharePermission = 'agreements.share.read'

/** Who gets what of one service, and by which agreements; the parts sum to the price. */
export const sharesView = T.Object({
  parties: T.Array(T.Object({ id: T.String(), name: bilingual, amountFen: T.Integer() })),
  agreements: T.Array(T.Object({ id: idOf('agreement'), code: T.String(), number: T.Integer() })),
})

export const mayReadShares = ({ permissions }: Actor): boolean => permissions.has(sharePermission)

/** The shares of services, each for an institution that takes part in it; null for others, and where agreements do not say. */
export async function sharesFor(work: Work, terms: readonly TermsInForce[], services: readonly Service[]) {
  const shared = services.map((service) => {
    const shares = shareService(terms, service)
    return shares.ok && takesPart(work.actor.institutionId, service, shares.value) ? { service, shares: shares.value } : null
  })
  const amounts = shared.map((one) => one && amountsByInstitution(one.service, one.shares))
  const names = await nameInstitutions(work, [...new Set(amounts.flatMap((one) => (one ? [...one.keys()] : [])))])
  return shared.map((one, place): T.Static<typeof sharesView> | null => {
    const amountsOf = amounts[place]
    if (!one || !amountsOf) return null
    const parties = [...amountsOf].map(([id, amountFen]) => ({
      id,
      name: names.get(id) ?? { zh: '', en: '' },
      amountFen: Number(amountFen),
    }))
    return { parties, agreements: agreementsOf(one.shares) }
  })
}

function agreementsOf({ links }: Shares) {
  const used = new Map(links.map(({ agreementId, code, number }) => [agreementId, { code, number }]))
  return [...used].flatMap(([id, { code, number }]) =>
    id !== null && code !== null && number !== null ? [{ id: id as Id<'agreement'>, code, number }] : [],
  )
}

/** Who gets what of a visit that is held or promised, by the agreements in force on its day. */
export const showShares = defineQuery({
  name: 'booking.show-shares',
  zh: '这次就诊的分配',
  en: 'Shares of a visit',
  permission: sharePermission,
  network: 'the agreements of all owners of a visit divide its price; only who takes part is told',
  input: T.Object({ visitId: idOf('visit') }),
  output: T.Object({ visitId: idOf('visit'), shares: nullable(sharesView) }),
  refusals: ['platform.not-found'],
  async run(work, { visitId }) {
    const found = await findVisitService(work, visitId)
    if (!found || !mayTouch(work.actor, found)) return refusePlatform('platform.not-found')
    const date = dateIn(found.zone, found.startsAt)
    const terms = await findTermsInForce(work, found.networkId, date, date)
    const [shares = null] = await sharesFor(work, termsOn(terms, date), [found.service])
    return ok({ visitId, shares })
  },
})
