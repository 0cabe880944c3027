import { Type as T } from 'typebox'
import { bilingual, idOf, instant, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { chargeCategories } from '../../agreements/index.ts'
import type { Explanation, ShownStage } from '../domain/explain.ts'
import { statementStates } from '../domain/statement.ts'
import type { Line, Statement } from '../store/statement.ts'

/** Signed fen of CNY. */
const fen = T.Integer({ description: 'fen of CNY, may be negative' })
export const partyView = T.Object({ id: T.String(), name: bilingual })

/** Null in a draft: what only a settlement gives. */
export const headView = {
  party: partyView,
  /** The reader is this party, or acts for it. */
  isOwn: T.Boolean(),
  fromDate: plainDate,
  untilDate: plainDate,
  lines: T.Integer(),
  collectedFen: fen,
  totalFen: fen,
}
export const statementView = {
  id: idOf('statement'),
  number: T.String(),
  ...headView,
  state: words(statementStates, 'statementState'),
  dueAt: instant,
  confirmedAt: nullable(instant),
  version: T.Integer(),
}
export const agreementsView = T.Array(
  T.Object({ agreementId: idOf('agreement'), versionId: idOf('version'), code: T.String(), number: T.Integer(), title: bilingual }),
)

export const lineView = T.Object({
  /** Of a draft: of the service. */
  id: T.String(),
  place: T.Integer(),
  maskedName: T.String(),
  name: bilingual,
  serviceDate: plainDate,
  happenedAt: instant,
  collectedFen: fen,
  amountFen: fen,
})

const explainedParty = T.Object({ id: T.String(), name: bilingual, isTarget: T.Boolean() })
export const whyView = T.Object({
  line: lineView,
  /** `S-MALL-20261130-0007.12`; null in a draft. */
  number: nullable(T.String()),
  party: partyView,
  isOwn: T.Boolean(),
  payments: T.Array(
    T.Object({
      kind: words(['patient', 'payer'], 'paymentKind'),
      number: T.String(),
      label: bilingual,
      at: instant,
      amountFen: fen,
    }),
  ),
  paidFen: fen,
  charges: T.Array(
    T.Object({
      name: bilingual,
      category: words(chargeCategories, 'chargeCategory'),
      quantity: T.Number(),
      listFen: fen,
      discountFen: fen,
      netFen: fen,
    }),
  ),
  listFen: fen,
  discountFen: fen,
  netFen: fen,
  stages: T.Array(
    T.Object({
      kind: words(['bill', 'holding', 'use'], 'stageKind'),
      agreement: nullable(
        T.Object({ agreementId: idOf('agreement'), versionId: idOf('version'), code: T.String(), number: T.Integer(), title: bilingual }),
      ),
      isOpen: T.Boolean({ description: 'the reader’s party has signed it; else only what is on the way is told, the rest in othersFen' }),
      from: nullable(explainedParty),
      ofFen: fen,
      keptFen: fen,
      othersFen: fen,
      clauses: T.Array(bilingual),
      lines: T.Array(T.Object({ party: explainedParty, isAside: T.Boolean(), rate: T.String(), amountFen: fen, onWay: T.Boolean() })),
    }),
  ),
  shares: T.Array(T.Object({ party: explainedParty, amountFen: fen })),
  othersFen: fen,
  addsUp: T.Boolean(),
})
type WhyView = T.Static<typeof whyView>

export const viewOfStatement = (
  { id, number, partyId, fromDate, untilDate, lines, collectedFen, totalFen, state, dueAt, confirmedAt, version }: Statement,
  name: { zh: string; en: string } | undefined,
  isOwn: boolean,
) => ({
  ...{ id, number, fromDate, untilDate, lines, state, dueAt, confirmedAt, version, isOwn },
  party: { id: partyId, name: { zh: name?.zh ?? '', en: name?.en ?? '' } },
  collectedFen: Number(collectedFen),
  totalFen: Number(totalFen),
})

export const viewOfLine = ({ nameZh, nameEn, collectedFen, amountFen, ...line }: Line): T.Static<typeof lineView> => ({
  ...line,
  name: { zh: nameZh, en: nameEn },
  collectedFen: Number(collectedFen),
  amountFen: Number(amountFen),
})

/** Amounts as numbers. */
export function viewOfExplanation({ payments, charges, stages, shares, ...sums }: Explanation) {
  return {
    payments: payments.map(({ kind, number, label, at, amountFen }) => ({ kind, number, label, at, amountFen: Number(amountFen) })),
    charges: charges.map(({ name, category, quantity, listFen, discountFen, netFen }) => ({
      ...{ name, category, quantity },
      ...{ listFen: Number(listFen), discountFen: Number(discountFen), netFen: Number(netFen) },
    })),
    stages: stages.map(viewOfStage),
    shares: shares.map(({ party, amountFen }) => ({ party, amountFen: Number(amountFen) })),
    paidFen: Number(sums.paidFen),
    listFen: Number(sums.listFen),
    discountFen: Number(sums.discountFen),
    netFen: Number(sums.netFen),
    othersFen: Number(sums.othersFen),
    addsUp: sums.addsUp,
  }
}

const viewOfStage = ({ agreement, ofFen, keptFen, othersFen, clauses, lines, ...stage }: ShownStage): WhyView['stages'][number] => ({
  ...stage,
  agreement: agreement as WhyView['stages'][number]['agreement'],
  ofFen: Number(ofFen),
  othersFen: Number(othersFen),
  keptFen: Number(keptFen),
  clauses: [...clauses],
  lines: lines.map(({ amountFen, ...line }) => ({ ...line, amountFen: Number(amountFen) })),
})
