import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { ShowCalendarAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { Form, textOf } from '../../../parts/form'
import { dateOf, minutesBetween, plusMinutes, timeOf, useDays, useWeekday } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { isoNow } from '../../../parts/use-now'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, steps, trial } from './rota.data'
import type { Line } from './rota.order'

type Props = { readonly calendar: ShowCalendarAnswer; readonly validFrom: string; readonly lines: readonly Line[] }

/** What the week gives: places, clashes, promises that would be lost; the leave, and the free time of the next days. */
export function RotaEffect({ calendar, validFrom, lines }: Props) {
  const words = useWords().booking
  return (
    <aside className="hold col" aria-label={words.effect}>
      <div className="grow">
        <Trial calendar={calendar} validFrom={validFrom} lines={lines} />
        <LeaveSection calendar={calendar} />
        <FreeTime calendar={calendar} />
      </div>
    </aside>
  )
}

function Trial({ calendar, validFrom, lines }: Props) {
  const words = useWords().booking
  const weekday = useWeekday()
  const [minutes, setMinutes] = useState(30)
  const input = useDeferredValue(lines)
  const query = useQuery(trial(calendar.id, validFrom, input, minutes))
  return (
    <section>
      <h3>{words.effect}</h3>
      <label className="row-of">
        {words.perVisit}
        <select value={minutes} onChange={({ target }) => setMinutes(Number(target.value))}>
          {[15, 20, 30, 40, 45, 60].map((count) => (
            <option key={count} value={count}>
              {words.minutesOf(count)}
            </option>
          ))}
        </select>
      </label>
      <Answer of={query} rows={2}>
        {({ slotsPerWeek, clashes, lostPromises }) => (
          <>
            <p className="fig num">{words.slotsPerWeek(slotsPerWeek)}</p>
            {lostPromises > 0 && <p className="tag danger">{words.lostPromises(lostPromises)}</p>}
            {clashes.map(({ line, other, minutes: way }) => (
              <p key={`${line}-${other}`} className="tag clock">
                {words.rotaClash(weekday(input[line - 1]?.weekday ?? 1), way)}
              </p>
            ))}
            {clashes.length === 0 && lostPromises === 0 && <p className="tag done">{words.noClash}</p>}
          </>
        )}
      </Answer>
    </section>
  )
}

function LeaveSection({ calendar: { id, leave } }: { calendar: ShowCalendarAnswer }) {
  const words = useWords().booking
  const pick = useBilingual()
  const withdraw = useCommand(steps.withdrawLeave, id, { makesOld: afterChange })
  return (
    <section>
      <h3>{words.leave}</h3>
      {leave.length === 0 && <p className="note">{words.noLeave}</p>}
      {leave.map(({ id: leaveId, from, until, reason }) => (
        <p key={leaveId} className="num">
          {dateOf(from)} – {dateOf(plusMinutes(until, -1))} {pick(reason)}{' '}
          <button type="button" className="text" onClick={() => withdraw.run({ leaveId })}>
            {words.withdrawLeave}
          </button>
        </p>
      ))}
      <LeaveForm resourceId={id} />
      <RefusalNote refusal={withdraw.refusal} unsent={withdraw.unsent} />
    </section>
  )
}

function LeaveForm({ resourceId }: { resourceId: string }) {
  const words = useWords().booking
  const today = dateOf(isoNow())
  const take = useCommand(steps.takeLeave, resourceId, { makesOld: afterChange })
  const submit = (form: FormData) => {
    const reason = textOf(form, 'reason') ?? words.leaveReasonDefault
    take.run({ resourceId, from: String(form.get('from')), until: String(form.get('until')), reason: { zh: reason, en: reason } })
  }
  return (
    <Form className="form tight" submit={submit}>
      <span className="pair">
        <input type="date" name="from" aria-label={words.leaveFrom} defaultValue={today} required />
        <input type="date" name="until" aria-label={words.leaveUntil} defaultValue={today} required />
      </span>
      <input name="reason" aria-label={words.leaveReason} placeholder={words.leaveReason} maxLength={60} />
      <button type="submit" className="btn" aria-busy={take.pending}>
        {words.takeLeave}
      </button>
      <RefusalNote refusal={take.refusal} unsent={take.unsent} />
    </Form>
  )
}

/** Each of the next days: how much is open, how much of it is free. */
function FreeTime({ calendar: { days } }: { calendar: ShowCalendarAnswer }) {
  const words = useWords().booking
  const format = useDays(dateOf(isoNow()))
  const hoursOf = (spans: readonly { from: string; until: string }[]) =>
    (spans.reduce((total, { from, until }) => total + minutesBetween(from, until), 0) / 60).toFixed(1)
  return (
    <section>
      <h3>{words.freeTime}</h3>
      <ul className="free-time num">
        {days.map(({ date, open, free }) => (
          <li key={date}>
            <span className="nowrap">
              {format.short(date)} {format.weekday(date)}
            </span>
            {open.length === 0 ? (
              <span className="note">{words.closed}</span>
            ) : (
              <span title={free.map(({ from, until }) => `${timeOf(from)}–${timeOf(until)}`).join(' ')}>
                {words.freeOf(hoursOf(free), hoursOf(open))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
