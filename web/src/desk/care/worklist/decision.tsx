import { useState } from 'react'
import type { ShowOrderAnswer } from '../../../client/operations'
import { Form, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { afterChange, steps } from './worklist.data'

type Props = { readonly of: ShowOrderAnswer; readonly done: () => void }

/** The one thing to do next with an order, and sending it back with a reason. */
export function Decision({ of: { order, next }, done }: Props) {
  const words = useWords().care
  const [rejects, setRejects] = useState(false)
  const { orderId, version, result } = order
  const accept = useCommand(steps.acceptOrder, orderId, { makesOld: afterChange })
  const collect = useCommand(steps.collectSpecimen, orderId, { makesOld: afterChange })
  const verify = useCommand(steps.verifyResult, orderId, {
    makesOld: afterChange,
    onDone: ({ criticalValueIds }) => criticalValueIds.length === 0 && done(), // a critical value stays open to be told
  })
  if (next.length === 0) return null
  if (rejects) return <Reject orderId={orderId} version={version} leave={() => setRejects(false)} />
  const choices = [
    { when: next.includes('accepted'), word: words.accept, command: accept },
    { when: next.includes('collected'), word: words.collect, command: collect },
    { when: next.includes('completed') && result !== null, word: words.verify, command: verify },
  ]
  const choice = choices.find(({ when }) => when)
  return (
    <div className="foot">
      {choices.map(({ word, command }) => (
        <RefusalNote key={word} refusal={command.refusal} unsent={command.unsent} />
      ))}
      {next.includes('rejected') && (
        <button type="button" className="btn" onClick={() => setRejects(true)}>
          {words.reject}
        </button>
      )}
      {choice && (
        <button
          type="button"
          className="btn primary"
          aria-busy={choice.command.pending}
          onClick={() => choice.command.run({ orderId, version })}
        >
          {choice.word}
        </button>
      )}
    </div>
  )
}

function Reject({ orderId, version, leave }: { orderId: string; version: number; leave: () => void }) {
  const { care: words, shell } = useWords()
  const reject = useCommand(steps.rejectOrder, orderId, { makesOld: afterChange, onDone: leave })
  return (
    <Form className="form foot" submit={(form) => reject.run({ orderId, version, reason: textOf(form, 'reason') ?? '' })}>
      <input name="reason" aria-label={words.rejectReason} placeholder={words.rejectReason} required minLength={2} />
      <RefusalNote refusal={reject.refusal} unsent={reject.unsent} />
      <p className="acts">
        <button type="submit" className="btn" aria-busy={reject.pending}>
          {words.reject}
        </button>
        <button type="button" className="btn" onClick={leave}>
          {shell.close}
        </button>
      </p>
    </Form>
  )
}
