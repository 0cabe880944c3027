import { useDeferredValue, useState } from 'react'
import { Answer, Empty } from '../../../parts/answer'
import { timeOf } from '../../../parts/moment'
import { More } from '../../../parts/more'
import { StatusMark } from '../../../parts/status-mark'
import { useLivePages } from '../../../wire/live'
import { useWords } from '../../../words/use-words'
import { useCalm } from '../../frame/use-calm'
import type { QueuedVisit } from '../queue.data'
import { What, Who } from '../queue-cells'
import { NextStep } from '../queue-step'
import { coming } from './front-desk.data'

/** Who is booked today and has not come yet, found by name. */
export function Coming({ siteId }: { siteId: string }) {
  const words = useWords().queue
  const [text, setText] = useState('')
  const typed = useDeferredValue(text.trim())
  const list = useLivePages(coming(siteId, typed))
  return (
    <>
      <search className="pane tight">
        <label className="field">
          <span>{words.search}</span>
          <input
            type="search"
            value={text}
            maxLength={50}
            placeholder={words.searchHint}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      </search>
      <Answer of={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <Empty title={typed ? words.nobodyFound(typed) : words.nobodyComes} />
          return (
            <>
              <Rows items={items} />
              <More of={list} />
            </>
          )
        }}
      </Answer>
    </>
  )
}

function Rows({ items }: { items: readonly QueuedVisit[] }) {
  const words = useWords().queue
  const { rows, area } = useCalm(items.map((item) => ({ ...item, id: item.visitId })))
  return (
    <table className="grid" {...area}>
      <caption className="sr">{words.coming}</caption>
      <thead>
        <tr>
          <th>{words.booked}</th>
          <th>{words.who}</th>
          <th>{words.what}</th>
          <th>{words.status}</th>
          <th className="r">{words.next}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, gone }) => (
          <tr key={row.id} className={gone ? 'gone' : undefined}>
            <th scope="row" className="num">
              {timeOf(row.startsAt, row.site.zone)}
            </th>
            <td>
              <Who visit={row} />
            </td>
            <td>
              <What visit={row} />
            </td>
            <td>{gone ? <span className="note">{words.checkedInNote}</span> : <StatusMark of="visitStatus" value={row.status} />}</td>
            <td className="r">{!gone && <NextStep visit={row} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
