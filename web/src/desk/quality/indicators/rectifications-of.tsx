import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Answer } from '../../../parts/answer'
import { StatusMark } from '../../../parts/status-mark'
import { useMay } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import { DueChip } from '../due-chip'
import { rectificationsOf } from './indicators.data'

/** What has to be mended because of an indicator, as far as the reader may see it. */
export function RectificationsOf({ code }: { code: string }) {
  const words = useWords().indicators
  const may = useMay('quality.inspection.read')
  if (!may) return null
  return (
    <section>
      <h2>{words.rectifications}</h2>
      <List code={code} />
    </section>
  )
}

function List({ code }: { code: string }) {
  const words = useWords().indicators
  const pick = useBilingual()
  const list = useInfiniteQuery(rectificationsOf(code))
  return (
    <Answer of={list} rows={1}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0) return <p className="note">{words.rectificationsHint}</p>
        return (
          <table className="grid">
            <caption className="sr">{words.rectifications}</caption>
            <tbody>
              {items.map(({ id, item, institution, state, openedAt, dueAt }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to="/rectifications" search={{ indicator: code, rectification: id }}>
                      {pick(item)}
                    </Link>
                  </th>
                  <td>{pick(institution.name)}</td>
                  <td className="nowrap">
                    <DueChip since={openedAt} until={dueAt} />
                  </td>
                  <td className="nowrap">
                    <StatusMark of="rectificationState" value={state} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }}
    </Answer>
  )
}
