import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ListInspectionsAnswer } from '../../../client/operations'
import { Form, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { StatusMark } from '../../../parts/status-mark'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { scoreText } from '../score'
import { afterChange, steps } from './inspections.data'

type Item = ListInspectionsAnswer['items'][number]

/** Inspections, each with its one next action. */
export function InspectionsTable({ items }: { items: readonly Item[] }) {
  const words = useWords().loop
  return (
    <table className="grid">
      <caption className="sr">{words.inspections}</caption>
      <thead>
        <tr>
          <th>{words.where}</th>
          <th>{words.day}</th>
          <th>{words.norm}</th>
          <th>{words.inspector}</th>
          <th>{words.state}</th>
          <th>{words.result}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ item }: { item: Item }) {
  const words = useWords().loop
  const pick = useBilingual()
  const [leaving, setLeaving] = useState(false)
  const { id, day, institution, site, normCode, normNumber, inspector, state, announced, mine, withdrawable } = item
  return (
    <>
      <tr>
        <th scope="row">
          <Link to="/inspections/$inspectionId" params={{ inspectionId: id }}>
            {pick(institution.name)}
          </Link>{' '}
          <small className="note">{pick(site)}</small>
        </th>
        <td className="num nowrap">{day}</td>
        <td className="num nowrap">
          {normCode} <span className="note">{words.version(normNumber)}</span>
        </td>
        <td>
          {inspector.name && pick(inspector.name)} <small className="note">{pick(inspector.institution.name)}</small>
        </td>
        <td className="nowrap">
          <StatusMark of="inspectionState" value={state} />{' '}
          {state === 'planned' && <span className="note">{announced ? words.announced : words.unannounced}</span>}
        </td>
        <td className="num">
          <Outcome of={item} />
        </td>
        <td className="nowrap">
          <Link to="/inspections/$inspectionId" params={{ inspectionId: id }}>
            {mine ? words.carryOut : words.open1}
          </Link>{' '}
          {withdrawable && !leaving && (
            <button type="button" className="text" onClick={() => setLeaving(true)}>
              {words.withdraw}
            </button>
          )}
        </td>
      </tr>
      {leaving && (
        <tr>
          <td colSpan={7}>
            <Withdraw inspectionId={id} leave={() => setLeaving(false)} />
          </td>
        </tr>
      )}
    </>
  )
}

function Outcome({ of: { state, scoreBasisPoints, findings, openRectifications, answered, items } }: { of: Item }) {
  const words = useWords().loop
  if (state === 'begun') return <span className="note">{words.answered(answered, items)}</span>
  if (state !== 'completed') return null
  return (
    <>
      <b>{scoreBasisPoints === null ? words.noScore : words.score(scoreText(scoreBasisPoints))}</b>{' '}
      <span className="note">
        {words.findings(findings)}
        {openRectifications > 0 && ` · ${words.openFindings(openRectifications)}`}
      </span>
    </>
  )
}

function Withdraw({ inspectionId, leave }: { inspectionId: string; leave: () => void }) {
  const { loop: words, shell } = useWords()
  const withdraw = useCommand(steps.withdrawInspection, inspectionId, { makesOld: afterChange, onDone: leave })
  return (
    <Form className="inline-form" submit={(form) => withdraw.run({ inspectionId, reason: textOf(form, 'reason') ?? '' })}>
      <input name="reason" aria-label={words.withdrawReason} placeholder={words.withdrawReason} required minLength={2} maxLength={200} />
      <button type="submit" className="btn" aria-busy={withdraw.pending}>
        {words.withdraw}
      </button>
      <button type="button" className="btn" onClick={leave}>
        {shell.close}
      </button>
      <RefusalNote refusal={withdraw.refusal} unsent={withdraw.unsent} />
    </Form>
  )
}
