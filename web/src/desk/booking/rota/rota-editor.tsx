import { useState } from 'react'
import type { ListSitesAnswer, ShowCalendarAnswer } from '../../../client/operations'
import { Field } from '../../../parts/field'
import { dateOf, useWeekday } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { isoNow } from '../../../parts/use-now'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, steps } from './rota.data'
import { addLine, copyToWorkdays, type Line, linesOn, nextPlanned, removeLine, replaceLine } from './rota.order'
import { RotaEffect } from './rota-effect'

type Sites = ListSitesAnswer['items']
type Props = { readonly calendar: ShowCalendarAnswer; readonly sites: Sites }

/** The week as lines, and beside it what they would give before they are saved. */
export function RotaEditor({ calendar, sites }: Props) {
  const words = useWords().booking
  const pick = useBilingual()
  const today = dateOf(isoNow())
  const [validFrom, setValidFrom] = useState(today)
  const [lines, setLines] = useState(() => linesOn(calendar.rota, today))
  const plan = useCommand(steps.planRota, calendar.id, { makesOld: afterChange })
  const next = nextPlanned(calendar.rota, validFrom)
  const firstSite =
    calendar.rota[0]?.siteId ?? sites.find(({ institutionId }) => institutionId === calendar.ownerId)?.id ?? sites[0]?.id ?? ''
  return (
    <>
      <section className="grow pane rota form" aria-label={words.week}>
        <h2>
          {pick(calendar.name)} <small className="note">{words.weekFrom}</small>
        </h2>
        <Field label={words.validFrom} help={next ? words.untilNext(next) : words.untilFurther}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={validFrom}
              onChange={({ target }) => {
                setValidFrom(target.value)
                setLines(linesOn(calendar.rota, target.value))
              }}
            />
          )}
        </Field>
        <table className="grid week">
          <caption className="sr">{words.week}</caption>
          <tbody>
            {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
              <WeekdayRow key={weekday} weekday={weekday} lines={lines} sites={sites} firstSite={firstSite} change={setLines} />
            ))}
          </tbody>
        </table>
        <RefusalNote refusal={plan.refusal} unsent={plan.unsent} />
        <p className="acts">
          <button
            type="button"
            className="btn primary"
            aria-busy={plan.pending}
            onClick={() => plan.run({ resourceId: calendar.id, validFrom, lines })}
          >
            {words.saveRota(validFrom)}
          </button>
          <button type="button" className="btn" onClick={() => setLines(linesOn(calendar.rota, validFrom))}>
            {words.undoChanges}
          </button>
        </p>
      </section>
      <RotaEffect calendar={calendar} validFrom={validFrom} lines={lines} />
    </>
  )
}

type RowProps = {
  readonly weekday: number
  readonly lines: readonly Line[]
  readonly sites: Sites
  readonly firstSite: string
  readonly change: (lines: Line[]) => void
}

function WeekdayRow({ weekday, lines, sites, firstSite, change }: RowProps) {
  const words = useWords().booking
  const name = useWeekday()(weekday)
  const own = lines.flatMap((line, place) => (line.weekday === weekday ? [{ line, place }] : []))
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="stretches">
        {own.length === 0 && <span className="note">{words.closed}</span>}
        {own.map(({ line, place }) => (
          <Stretch
            key={place}
            label={name}
            line={line}
            sites={sites}
            change={(part) => change(replaceLine(lines, place, part))}
            remove={() => change(removeLine(lines, place))}
          />
        ))}
      </td>
      <td className="row-acts">
        <button type="button" className="text" onClick={() => change(addLine(lines, weekday, firstSite))}>
          {words.addHours}
        </button>
        {own.length > 0 && (
          <button type="button" className="text" onClick={() => change(copyToWorkdays(lines, weekday))}>
            {words.copyToWorkdays}
          </button>
        )}
      </td>
    </tr>
  )
}

type StretchProps = {
  readonly label: string
  readonly line: Line
  readonly sites: Sites
  readonly change: (part: Partial<Line>) => void
  readonly remove: () => void
}

function Stretch({ label, line: { siteId, opens, closes }, sites, change, remove }: StretchProps) {
  const words = useWords().booking
  const pick = useBilingual()
  return (
    <span className="stretch">
      <select
        aria-label={`${label} ${words.site}`}
        value={siteId}
        onChange={({ target }) => change({ siteId: target.value as typeof siteId })}
      >
        {sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {pick(name)}
          </option>
        ))}
      </select>
      <TimeInput label={`${label} ${words.opens}`} value={opens} change={(time) => change({ opens: time })} />
      <span aria-hidden="true">–</span>
      <TimeInput label={`${label} ${words.closes}`} value={closes} change={(time) => change({ closes: time })} />
      <button type="button" className="text" aria-label={words.removeHours(label, opens, closes)} onClick={remove}>
        {words.remove}
      </button>
    </span>
  )
}

/** `09:30`, on 24 hours whatever the browser thinks; a half-typed time stays until it is one. */
function TimeInput({ label, value, change }: { label: string; value: string; change: (time: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <input
      className="time num"
      inputMode="numeric"
      maxLength={5}
      aria-label={label}
      value={typed ?? value}
      onChange={({ target }) => {
        const full = /^([01]\d|2[0-3]):[0-5]\d$/.test(target.value)
        setTyped(full ? null : target.value)
        if (full) change(target.value)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
