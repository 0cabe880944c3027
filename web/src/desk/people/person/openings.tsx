import { useInfiniteQuery } from '@tanstack/react-query'
import { enums } from '../../../client/enums'
import { Answer } from '../../../parts/answer'
import { dateOf, timeOf } from '../../../parts/moment'
import { More } from '../../../parts/more'
import { useOperationWord } from '../../../parts/operation-word'
import { useBilingual, useWords } from '../../../words/use-words'
import { openings } from './person.data'

/** Who of the own institution saw this person, when, what for and why. */
export function Openings({ personId }: { personId: string }) {
  const words = useWords().people
  const pick = useBilingual()
  const operationWord = useOperationWord()
  const list = useInfiniteQuery(openings(personId))
  return (
    <section aria-label={words.whoOfUsSaw}>
      <h2 className="cap">{words.whoOfUsSaw}</h2>
      <Answer of={list} rows={1}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <p className="none note">{words.nobodySaw}</p>
          return (
            <>
              <table className="grid dense">
                <thead>
                  <tr>
                    <th>{words.when}</th>
                    <th>{words.whoSaw}</th>
                    <th>{words.whatFor}</th>
                    <th>{words.why}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map(({ id, openedAt, account, operation, reason, statedReason }) => (
                    <tr key={id}>
                      <th scope="row" className="num nowrap">
                        {dateOf(openedAt)} <b>{timeOf(openedAt)}</b>
                      </th>
                      <td className="nowrap">{account && pick(account)}</td>
                      <td>{operationWord(operation)}</td>
                      <td>
                        {[pick(enums.grantReason[reason]), statedReason && words.statedReason(statedReason)].filter(Boolean).join(' · ')}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <More of={list} />
            </>
          )
        }}
      </Answer>
    </section>
  )
}
