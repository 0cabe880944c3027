import { useSearch } from '@tanstack/react-router'
import { Answer, Empty } from '../../parts/answer'
import { LiveAge } from '../../parts/live-age'
import { More } from '../../parts/more'
import { useLivePages } from '../../wire/live'
import { useWords } from '../../words/use-words'
import { Bar } from '../frame/bar'
import { FamilySwitch, useMemberName } from '../people/family-switch'
import { bills } from './bill.data'
import { BillLine } from './bill-row'
import { OpenSum } from './open-sum'

/** What I have to pay and have paid, or a family member, the newest first. */
export function BillsScreen() {
  const words = useWords().bill
  const { person } = useSearch({ from: '/shell/bills' })
  const member = useMemberName(person)
  const list = useLivePages(bills(person), { net: false })
  return (
    <>
      <Bar title={member ? words.billsOf(member) : words.bills}>
        <LiveAge />
      </Bar>
      <main id="main" tabIndex={-1}>
        <FamilySwitch to="/bills" person={person} />
        <Answer of={list}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            if (items.length === 0)
              return (
                <section className="sheet">
                  <Empty title={words.noBills} hint={words.noBillsHint} />
                </section>
              )
            return (
              <>
                <OpenSum bills={items} />
                <section className="sheet flush">
                  <ul className="lines bills">
                    {items.map((one) => (
                      <BillLine key={one.billId} bill={one} person={person} />
                    ))}
                  </ul>
                </section>
                <More of={list} />
              </>
            )
          }}
        </Answer>
      </main>
    </>
  )
}
