import { useInfiniteQuery } from '@tanstack/react-query'
import { enums } from '../../../client/enums'
import type { ListIndicatorRowsAnswer, ShowIndicatorAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { ExportCsv } from '../../../parts/export-csv'
import { dateOf, timeOf } from '../../../parts/moment'
import { More } from '../../../parts/more'
import { useBilingual, useWords } from '../../../words/use-words'
import { rows } from './indicators.data'
import type { IndicatorsView, Part } from './indicators.view'
import { RowsTable, useValueText } from './rows-table'

type Props = {
  readonly shown: ShowIndicatorAnswer
  readonly view: IndicatorsView
  readonly change: (part: Partial<IndicatorsView>) => void
}
type Item = ListIndicatorRowsAnswer['items'][number]

/** What one would look at first: of a share what missed, else what was counted. */
const firstPart = ({ rows: counts, unit }: ShowIndicatorAnswer): Part =>
  unit.en === '%' && counts.denominator > 0 ? 'denominator' : 'numerator'

/** The rows behind the number, by how they count; what is listed can be saved as it stands. */
export function Rows({ shown, view, change }: Props) {
  const words = useWords().indicators
  const pick = useBilingual()
  const part = view.part ?? firstPart(shown)
  const list = useInfiniteQuery(rows(view, shown.code, part))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const counts = shown.rows
  const isMissed = part === 'denominator' && shown.unit.en === '%'
  return (
    <section aria-label={words.rows(counts[part])}>
      <div className="h-row">
        <h2>{isMissed ? words.rowsOfShare(counts[part]) : words.rows(counts[part])}</h2>
        <span className="end">
          <Save items={items} code={shown.code} />
        </span>
      </div>
      <fieldset className="seg" aria-label={words.part}>
        {(['numerator', 'denominator', 'excluded'] as const).map((one) => (
          <button key={one} type="button" className="num" aria-pressed={one === part} onClick={() => change({ part: one })}>
            {pick(enums.rowPart[one])} {counts[one]}
          </button>
        ))}
      </fieldset>
      {counts.ownOnly && <p className="note">{words.rowsOwn}</p>}
      <Answer of={list}>
        {() =>
          items.length === 0 ? (
            <Empty title={words.noRows} hint={words.noRowsHint} />
          ) : (
            <>
              <RowsTable items={items} part={part} />
              <More of={list} />
            </>
          )
        }
      </Answer>
    </section>
  )
}

function Save({ items, code }: { items: readonly Item[]; code: string }) {
  const words = useWords().indicators
  const pick = useBilingual()
  const textOf = useValueText()
  const fields = items[0]?.values.map(({ field }) => pick(field)) ?? []
  const place = ({ institution, site }: Item) =>
    [institution, site]
      .filter((one) => one !== null)
      .map(pick)
      .join(' · ')
  return (
    <ExportCsv
      name={`${words.file}-${code}`}
      label={words.export}
      head={[words.when, words.where, words.what, words.patient, ...fields, words.part, words.why]}
      rows={items.map((item) => [
        `${dateOf(item.at)} ${timeOf(item.at)}`,
        place(item),
        pick(item.name),
        item.patient ?? words.unknownPatient,
        ...item.values.map(textOf),
        pick(enums.rowPart[item.part]),
        item.because ? pick(item.because) : '',
      ])}
    />
  )
}
