import { type Static, Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery, type Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { chargeCategories } from '../../agreements/index.ts'
import { type Finding, type Review, verdicts } from '../../integrity/index.ts'
import { findOpenFindings, reviewCharges } from '../commands/review-charges.ts'
import { findInstitutionNames, listBillRows } from '../store/bill.ts'
import { findDeposit } from '../store/deposit.ts'
import { findPersonName } from '../store/person-name.ts'
import { type KeptCharge, type KeptService, listOpenCharges, listServices } from '../store/service.ts'
import { checkoutTopic } from '../topics.ts'
import { billRowView, viewOfRow } from './bill-view.ts'
import { quoteBeside, quoteView } from './quote.ts'

const chargeView = T.Object({
  chargeId: idOf('charge'),
  name: bilingual,
  category: words(chargeCategories, 'chargeCategory'),
  quantity: T.Integer(),
  amountFen: T.Integer({ description: 'list price of the whole quantity, fen of CNY' }),
})
const findingView = T.Object({
  lineId: T.String(),
  item: bilingual,
  ruleCode: T.String(),
  ruleName: bilingual,
  verdict: words(verdicts, 'verdict'),
  sentence: bilingual,
  basis: bilingual,
  needs: T.Unsafe<'reason' | 'override' | 'nothing'>({ type: 'string', enum: ['reason', 'override', 'nothing'] }),
  /** Reasons that are usual. */
  reasons: T.Array(bilingual),
})

/** What a cashier needs to close a visit: open charges by owner, findings, who pays what, deposit, bills there are. */
export const showCheckout = defineQuery({
  name: 'billing.show-checkout',
  zh: '结账',
  en: 'Checkout of a visit',
  permission: 'billing.bill.read',
  network: 'the rules, the cover and the agreements of all owners of the visit decide what is asked of whom',
  input: T.Object({ visitId: idOf('visit') }),
  output: T.Object({
    live: liveView,
    visitId: idOf('visit'),
    networkId: idOf('network'),
    serviceDate: plainDate,
    person: T.Object({ personId: idOf('person'), name: nullable(T.String()) }),
    services: T.Array(
      T.Object({ serviceId: idOf('service'), name: bilingual, owner: bilingual, at: instant, charges: T.Array(chargeView) }),
    ),
    /** Null: nothing is open. */
    quote: nullable(quoteView),
    findings: T.Array(findingView),
    checkedRules: T.Integer(),
    couldNotCheck: T.Array(findingView),
    depositFen: T.Integer({ description: 'what the person has left in advance, fen' }),
    bills: T.Array(billRowView),
  }),
  refusals: ['platform.not-found'],
  async run(work, { visitId }) {
    const live = await includes(work, checkoutTopic, visitId)
    const services = await listServices(work, visitId, 'as they are')
    const [first] = services
    if (!first || first.collectorId !== work.actor.institutionId) return refusePlatform('platform.not-found')
    const { personId, networkId, collectorId, serviceDate } = first
    const charges = await listOpenCharges(work, visitId)
    const open = services
      .map((service) => ({ ...service, charges: charges.filter(({ serviceId }) => serviceId === service.id) }))
      .filter((service) => service.charges.length > 0)
    const rows = await listBillRows(work, { collectorId, personId, state: null, from: null, until: null, visitId }, null, 50)
    return ok({
      ...{ live, visitId, networkId, serviceDate, person: { personId, name: await findPersonName(work, personId) } },
      services: await viewOfServices(work, open),
      quote: open.length > 0 ? await quoteBeside(work, { networkId, personId, visitId, services: open }, []) : null,
      ...(await findingsOf(work, services, charges)),
      depositFen: Number(await findDeposit(work, personId, collectorId)),
      bills: rows.map(viewOfRow),
    })
  },
})

async function viewOfServices(work: Work, services: readonly (KeptService & { readonly charges: readonly KeptCharge[] })[]) {
  const names = await findInstitutionNames(
    work,
    services.map(({ service }) => service.hostId),
  )
  return services.map(({ id, name, service, at, charges }) => ({
    ...{ serviceId: id, name, at, owner: names.get(service.hostId) ?? { zh: '', en: '' } },
    charges: charges.map(({ chargeId, name: of, category, quantity, amountFen }) => ({
      ...{ chargeId, name: of, category, quantity, amountFen: Number(amountFen) },
    })),
  }))
}

async function findingsOf(work: Work, services: readonly KeptService[], charges: readonly KeptCharge[]) {
  if (charges.length === 0) return { findings: [], checkedRules: 0, couldNotCheck: [] }
  const review = await reviewCharges(work, 'looked at', work.newId(), services, charges)
  const { open } = await findOpenFindings(work, review)
  return {
    findings: open.map((finding) => viewOfFinding(review, finding)),
    checkedRules: review.checkedRules,
    couldNotCheck: review.couldNotCheck.map((finding) => viewOfFinding(review, finding)),
  }
}

function viewOfFinding(
  { claim }: Review,
  { lineId, ruleCode, ruleName, verdict, sentence, basis, needs, reasons }: Finding,
): Static<typeof findingView> {
  const item = claim.lines.find((line) => line.lineId === lineId)?.name ?? { zh: '', en: '' }
  return { lineId, item, ruleCode, ruleName, verdict, sentence, basis, needs, reasons: [...reasons] }
}
