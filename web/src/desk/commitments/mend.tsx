import { Link } from '@tanstack/react-router'
import type { ListCommitmentsAnswer } from '../../client/operations'
import { useSession } from '../../wire/session'
import { type AllWords, useWords } from '../../words/use-words'

type Owed = Pick<ListCommitmentsAnswer['items'][number], 'kind' | 'subjectId' | 'state'>

/** The screens where what is owed of a kind is done, where no more than the kind is needed. */
const screens: Readonly<
  Record<
    string,
    { readonly to: '/front-desk' | '/worklist' | '/results' | '/bills' | '/claims'; readonly word: (words: AllWords) => string }
  >
> = {
  'booking.wait': { to: '/front-desk', word: ({ queue }) => queue.desk },
  'care.order': { to: '/worklist', word: ({ care }) => care.worklist },
  'care.critical-value': { to: '/worklist', word: ({ care }) => care.worklist },
  'coverage.claim-to-answer': { to: '/claims', word: ({ coverage }) => coverage.toClaims },
  'care.result-to-read': { to: '/results', word: ({ care }) => care.results },
  'billing.refund-to-make': { to: '/bills', word: ({ billing }) => billing.bills },
  'care.critical-value-to-handle': { to: '/results', word: ({ care }) => care.results },
}

/** Where what is owed can be done. */
export function Mend({ of: { kind, subjectId, state } }: { of: Owed }) {
  const words = useWords()
  const screen = screens[kind]
  if (screen) return <Link to={screen.to}>{screen.word(words)}</Link>
  if (kind === 'booking.hold-to-confirm')
    return (
      <Link to="/find" search={{ hold: subjectId }}>
        {words.commitments.openHold}
      </Link>
    )
  if (kind === 'booking.consultation')
    return (
      <Link to="/consultation/$visitId" params={{ visitId: subjectId }}>
        {words.queue.openConsultation}
      </Link>
    )
  if (kind === 'billing.bill-to-pay')
    return (
      <Link to="/bills/$billId" params={{ billId: subjectId }}>
        {words.billing.takePayment}
      </Link>
    )
  if (kind === 'agreements.version-to-sign')
    return (
      <Link to="/agreements" search={{ state: 'proposed' }}>
        {words.agreements.sign}
      </Link>
    )
  if (kind === 'ledger.statement-to-confirm')
    return (
      <Link to="/statements" search={{ state: 'to-confirm' }}>
        {words.statements.list}
      </Link>
    )
  if (kind === 'quality.norm-to-confirm')
    return (
      <Link to="/norms" search={{ asked: subjectId }}>
        {words.loop.toNorm}
      </Link>
    )
  if (kind === 'quality.inspection-to-carry-out')
    return (
      <Link to="/inspections/$inspectionId" params={{ inspectionId: subjectId }}>
        {words.loop.toInspection}
      </Link>
    )
  if (kind === 'quality.rectification' || kind === 'quality.recheck')
    return (
      <Link to="/rectifications" search={{ rectification: subjectId }}>
        {words.loop.toRectification}
      </Link>
    )
  return kind.endsWith('-to-renew') ? <Renew state={state} /> : null
}

/** What broke may have come here from another institution: its label says which, the map leads there. */
function Renew({ state }: Pick<Owed, 'state'>) {
  const { commitments, network } = useWords()
  const institutionId = useSession()?.institutionId
  return institutionId && state !== 'overdue' ? (
    <Link to="/network/institutions/$institutionId" params={{ institutionId }}>
      {commitments.openInstitution}
    </Link>
  ) : (
    <Link to="/network">{network.map}</Link>
  )
}
