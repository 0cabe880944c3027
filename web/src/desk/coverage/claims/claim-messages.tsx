import { enums } from '../../../client/enums'
import type { ShowClaimAnswer } from '../../../client/operations'
import { clockOf, dateOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
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

/** Day and time to the second, because answers come within seconds. */
const stamp = (iso: string) => `${dateOf(iso).slice(5)} ${clockOf(Date.parse(iso))}`

function One({ message }: { message: Message }) {
  const words = useWords().coverage
  const pick = useBilingual()
  const { direction, kind, state, query, fault, tries, nextAt, madeAt, sentAt, answeredAt, resource } = message
  const times = [madeAt, sentAt, answeredAt].filter((at) => at !== null).map(stamp)
  return (
    <li>
      <p>
        <b>{pick(enums.messageDirection[direction])}</b> {pick(enums.messageKind[kind])} ·{' '}
        <span className={state === 'parked' || state === 'queried' ? 'tag clock' : 'note'}>{pick(enums.messageState[state])}</span>{' '}
        <span className="note num">{[...new Set(times)].join(' → ')}</span>
      </p>
      {query && <p className="refusal">{pick(enums.claimQuery[query])}</p>}
      {fault && (
        <p className="note">{[words.faults(fault), words.tries(tries), nextAt && words.next(stamp(nextAt))].filter(Boolean).join(' · ')}</p>
      )}
      <Resource of={resource} />
    </li>
  )
}
