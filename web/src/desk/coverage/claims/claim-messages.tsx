import { enums } from '../../../client/enums'
import type { ShowClaimAnswer } from '../../../client/operations'
import { stampOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import { faultText } from './fault-text'
import { Resource } from './resource'

type Message = ShowClaimAnswer['messages'][number]

/** What went to the payer and what came from it, as it was written. */
export function ClaimMessages({ messages }: { messages: readonly Message[] }) {
  const words = useWords().coverage
  return (
    <section>
      <h3>{words.messages}</h3>
      {messages.length === 0 && <p className="note">{words.noMessages}</p>}
      <ol className="claim-messages">
        {messages.map((message) => (
          <One key={message.messageId} message={message} />
        ))}
      </ol>
    </section>
  )
}

function One({ message }: { message: Message }) {
  const words = useWords().coverage
  const pick = useBilingual()
  const { direction, kind, state, query, fault, tries, nextAt, madeAt, sentAt, answeredAt, resource } = message
  const times = [madeAt, sentAt, answeredAt].filter((at) => at !== null).map((at) => stampOf(at))
  return (
    <li>
      <p>
        <b>{pick(enums.messageDirection[direction])}</b> {pick(enums.messageKind[kind])} ·{' '}
        <span className={state === 'parked' || state === 'queried' ? 'tag clock' : 'note'}>{pick(enums.messageState[state])}</span>{' '}
        <span className="note num">{[...new Set(times)].join(' → ')}</span>
      </p>
      {query && <p className="refusal">{pick(enums.claimQuery[query])}</p>}
      {fault && ['waiting', 'parked'].includes(state) && (
        <p className="note">
          {[faultText(fault, words), words.tries(tries), nextAt && words.next(stampOf(nextAt))].filter(Boolean).join(' · ')}
        </p>
      )}
      <Resource of={resource} />
    </li>
  )
}
