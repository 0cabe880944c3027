import { enums } from '../../../client/enums'
import type { ListStuckMessagesAnswer } from '../../../client/operations'
import { dateOf, timeOf } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { useLive } from '../../../wire/live'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, steps, stuckMessages } from './claims.data'
import { faultText } from './fault-text'
import { Resource } from './resource'

/** Messages that belong to no claim and wait for a person; nothing is shown where there are none. */
export function StuckMessages() {
  const words = useWords().coverage
  const { data } = useLive(stuckMessages())
  if (!data || data.items.length === 0) return null
  return (
    <details className="stuck-messages">
      <summary>
        <span className="tag clock">{words.stuck(data.items.length)}</span> <span className="note">{words.stuckHint}</span>
      </summary>
      <ul>
        {data.items.map((message) => (
          <One key={message.messageId} message={message} />
        ))}
      </ul>
    </details>
  )
}

function One({ message }: { message: ListStuckMessagesAnswer['items'][number] }) {
  const words = useWords().coverage
  const pick = useBilingual()
  const maySend = useMay('coverage.claim.send')
  const { messageId, kind, state, query, fault, payer, madeAt, resource } = message
  const retry = useCommand(steps.retryMessage, messageId, { makesOld: afterChange })
  return (
    <li>
      <p>
        <b>{pick(payer)}</b> {pick(enums.messageKind[kind])} · {pick(enums.messageState[state])}{' '}
        <span className="note num">
          {dateOf(madeAt)} {timeOf(madeAt)}
        </span>{' '}
        {maySend && state === 'parked' && (
          <button type="button" className="text" aria-busy={retry.pending} onClick={() => retry.run({ messageId })}>
            {words.retry}
          </button>
        )}
      </p>
      {(query || fault) && <p className="note">{query ? pick(enums.claimQuery[query]) : fault && faultText(fault, words)}</p>}
      <RefusalNote refusal={retry.refusal} unsent={retry.unsent} />
      <Resource of={resource} />
    </li>
  )
}
