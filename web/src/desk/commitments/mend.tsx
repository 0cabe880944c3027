import { Link } from '@tanstack/react-router'
import type { ListCommitmentsAnswer } from '../../client/operations'
import { useSession } from '../../wire/session'
import { useWords } from '../../words/use-words'

type Owed = Pick<ListCommitmentsAnswer['items'][number], 'kind' | 'subjectId' | 'state'>

/** Where what is owed can be done. */
export function Mend({ of: { kind, subjectId, state } }: { of: Owed }) {
  const { agreements, commitments: words, network, queue } = useWords()
  const institutionId = useSession()?.institutionId
  if (kind === 'booking.hold-to-confirm')
    return (
      <Link to="/find" search={{ hold: subjectId }}>
        {words.openHold}
      </Link>
    )
  if (kind === 'booking.wait') return <Link to="/front-desk">{queue.desk}</Link>
  if (kind === 'booking.consultation') return <Link to="/day">{queue.dayList}</Link>
  if (kind === 'agreements.version-to-sign')
    return (
      <Link to="/agreements" search={{ state: 'proposed' }}>
        {agreements.sign}
      </Link>
    )
  if (!kind.endsWith('-to-renew')) return null
  // What broke may have come here from another institution: its label says which, the map leads there.
  return institutionId && state !== 'overdue' ? (
    <Link to="/network/institutions/$institutionId" params={{ institutionId }}>
      {words.openInstitution}
    </Link>
  ) : (
    <Link to="/network">{network.map}</Link>
  )
}
