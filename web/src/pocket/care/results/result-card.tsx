import { dateOf, timeOf } from '../../../parts/moment'
import { ResultValues } from '../../../parts/result-values'
import { useBilingual, useWords } from '../../../words/use-words'
import type { MyResult } from './results.data'

/** One result: what was asked, by whom it was made, and what it says; no reading of it beyond its range. */
export function ResultCard({ of: { item, performer, releasedAt, critical, result } }: { of: MyResult }) {
  const words = useWords().care
  const pick = useBilingual()
  const { values, finding, impression, dispensed } = result
  const outside = values?.filter(({ flag }) => flag !== null).length ?? 0
  return (
    <section className="sheet" aria-label={pick(item)}>
      <h2>
        {pick(item)}
        <span className="note num">
          {dateOf(releasedAt)} {timeOf(releasedAt)}
        </span>
      </h2>
      <p className="dim">{pick(performer)}</p>
      {critical && <p className="notice">{words.criticalPlain}</p>}
      {values && <p>{outside === 0 ? words.allInRange(values.length) : words.someOutside(outside, values.length)}</p>}
      {values && <ResultValues values={values} />}
      {finding && <p>{finding}</p>}
      {impression && (
        <p>
          <b>{impression}</b>
        </p>
      )}
      {dispensed && <p className="num">{words.dispensedPlain(dispensed.quantity, dispensed.unit)}</p>}
    </section>
  )
}
