import { Link } from '@tanstack/react-router'
import type { ListCommitmentsAnswer } from '../../client/operations'
import { useSession } from '../../wire/session'
import { type AllWords, useWords } from '../../words/use-words'
import { useMayOpen } from '../frame/may-open'

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

/** The place in the navigation where what is owed of a kind is done; null: it has none. */
export const placeOf = (kind: string): string | null =>
  screens[kind]?.to ?? places[kind] ?? (kind.endsWith('-to-renew') ? '/network' : null)

const places: Readonly<Record<string, string>> = {
  'booking.hold-to-confirm': '/find',
  'booking.consultation': '/day',
  'billing.bill-to-pay': '/bills',
  'agreements.version-to-sign': '/agreements',
  'ledger.statement-to-confirm': '/statements',
}

type Props = {
  readonly of: Owed
  /** As the one filled button of a pane. */
  readonly filled?: boolean
  /** Whether a kind without a screen of its own leads to the board. */
  readonly otherwise?: boolean
}

/** Where what is owed can be done. */
export function Mend({ of: { kind, subjectId, state }, filled = false, otherwise = false }: Props) {
  const words = useWords()
  const may = useMayMend()
  const screen = may(kind) ? screens[kind] : undefined
  const className = filled ? 'btn primary wide' : undefined
  if (screen)
    return (
      <Link className={className} to={screen.to}>
        {screen.word(words)}
      </Link>
    )
  if (!may(kind)) return otherwise ? <ToBoard kind={kind} className={className} /> : null
  if (kind === 'booking.hold-to-confirm')
    return (
      <Link className={className} to="/find" search={{ hold: subjectId }}>
        {words.commitments.openHold}
      </Link>
    )
  if (kind === 'booking.consultation')
    return (
      <Link className={className} to="/consultation/$visitId" params={{ visitId: subjectId }}>
        {words.queue.openConsultation}
      </Link>
    )
  if (kind === 'billing.bill-to-pay')
    return (
      <Link className={className} to="/bills/$billId" params={{ billId: subjectId }}>
        {words.billing.takePayment}
      </Link>
    )
  if (kind === 'agreements.version-to-sign')
    return (
      <Link className={className} to="/agreements" search={{ state: 'proposed' }}>
        {words.agreements.sign}
      </Link>
    )
  if (kind === 'ledger.statement-to-confirm')
    return (
      <Link className={className} to="/statements" search={{ state: 'to-confirm' }}>
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
  if (kind.endsWith('-to-renew')) return <Renew state={state} className={className} />
  return otherwise ? <ToBoard kind={kind} className={className} /> : null
}

/** Whether the signed-in person may open the place where a kind is done; a kind without a place is anybody's. */
export function useMayMend(): (kind: string) => boolean {
  const mayOpen = useMayOpen()
  return (kind) => {
    const place = placeOf(kind)
    return place === null || mayOpen(place)
  }
}

function ToBoard({ kind, className }: { kind: string; className: string | undefined }) {
  const words = useWords().commitments
  return (
    <Link className={className} to="/commitments" search={{ kind, whose: 'all' }}>
      {words.board}
    </Link>
  )
}

/** What broke may have come here from another institution: its label says which, the map leads there. */
function Renew({ state, className }: Pick<Owed, 'state'> & { className: string | undefined }) {
  const { commitments, network } = useWords()
  const institutionId = useSession()?.institutionId
  return institutionId && state !== 'overdue' ? (
    <Link className={className} to="/network/institutions/$institutionId" params={{ institutionId }}>
      {commitments.openInstitution}
    </Link>
  ) : (
    <Link className={className} to="/network">
      {network.map}
    </Link>
  )
}
