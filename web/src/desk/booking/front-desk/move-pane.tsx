import { enums } from '../../../client/enums'
import { Field } from '../../../parts/field'
import { Form, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { StatusMark } from '../../../parts/status-mark'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterStep, type QueuedVisit } from '../queue.data'
import { Who } from '../queue-cells'
import { type Queue, verbs } from './front-desk.data'

type Props = { readonly queue: Queue; readonly visitId: string; readonly leave: () => void }

/** Another room or expert for somebody who is here. */
export function MovePane({ queue, visitId, leave }: Props) {
  const { queue: words, shell } = useWords()
  const visit = queue.lanes.flatMap(({ rows }) => rows).find((row) => row.visitId === visitId)
  return (
    <aside className="hold col" aria-label={words.move}>
      {visit ? (
        <MoveForm queue={queue} visit={visit} leave={leave} />
      ) : (
        <div className="state">
          <p>{words.left}</p>
          <button type="button" className="btn" onClick={leave}>
            {shell.close}
          </button>
        </div>
      )}
    </aside>
  )
}

function MoveForm({ queue: { lanes, rooms }, visit, leave }: { queue: Queue; visit: QueuedVisit; leave: () => void }) {
  const { queue: words, shell } = useWords()
  const pick = useBilingual()
  const { visitId, version, ticket, status } = visit
  const move = useCommand(verbs.reassignVisit, visitId, { makesOld: afterStep, onDone: leave })
  const own = lanes.find(({ expert }) => expert.id === visit.expertId)?.expert
  const kind = rooms.find(({ id }) => id === visit.room?.id)?.kind
  const submit = (form: FormData) => move.run({ visitId, version, expertId: textOf(form, 'expert'), roomId: textOf(form, 'room') })
  const experts = lanes.flatMap(({ expert }) => (expert.kind === own?.kind && expert.id !== own.id ? [expert] : []))
  return (
    <Form className="form pane tight grow" submit={submit}>
      <h2>
        <span className="num">{ticket}</span> <Who visit={visit} />
      </h2>
      <p>
        <StatusMark of="visitStatus" value={status} />
      </p>
      <p className="note">{words.moveLead}</p>
      <Field label={words.expert}>
        {(control) => (
          <select {...control} name="expert">
            <option value="">{`${words.asNow} · ${own ? pick(own.name) : ''}`}</option>
            {experts.map(({ id, name, title }) => (
              <option key={id} value={id}>
                {[pick(name), title && pick(enums.title[title])].filter(Boolean).join(' · ')}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.room}>
        {(control) => (
          <select {...control} name="room">
            <option value="">{`${words.asNow} · ${visit.room ? pick(visit.room.name) : ''}`}</option>
            {rooms
              .filter((room) => room.kind === kind && room.id !== visit.room?.id)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {pick(name)}
                </option>
              ))}
          </select>
        )}
      </Field>
      <RefusalNote refusal={move.refusal} unsent={move.unsent} />
      <p className="acts">
        <button type="submit" className="btn primary" aria-busy={move.pending}>
          {words.moveSubmit}
        </button>
        <button type="button" className="btn" onClick={leave}>
          {shell.close}
        </button>
      </p>
    </Form>
  )
}
