import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { quote, quoteView } from '../../billing/index.ts'
import { priceVisit } from '../commands/charge-visit.ts'
import { mayTouch } from '../domain/visit.ts'
import { findVisitService } from '../store/visit.ts'

/** What a visit that is held or promised will cost, who pays how much of it, and who gets what. */
export const showQuote = defineQuery({
  name: 'booking.show-quote',
  zh: '这次就诊的报价',
  en: 'Quote of a visit',
  permission: 'booking.visit.read',
  network: 'the cover of the person and the agreements of all owners decide who pays and who gets what; only who takes part is told',
  input: T.Object({ visitId: idOf('visit') }),
  output: T.Object({ visitId: idOf('visit'), quote: quoteView }),
  refusals: ['platform.not-found'],
  async run(work, { visitId }) {
    const found = await findVisitService(work, visitId)
    if (!found) return refusePlatform('platform.not-found')
    const family = work.actor.kind === 'patient' && (await openPerson(work, found.personId)).ok
    if (!family && !mayTouch(work.actor, found)) return refusePlatform('platform.not-found')
    const { networkId, personId, startsAt } = found
    return ok({ visitId, quote: await quote(work, { networkId, personId, visitId: null, services: [priceVisit(work, found, startsAt)] }) })
  },
})
