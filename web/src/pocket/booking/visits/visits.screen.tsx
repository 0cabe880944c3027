import { Link, useSearch } from '@tanstack/react-router'
import { Answer, Empty } from '../../../parts/answer'
import { More } from '../../../parts/more'
import { useLivePages } from '../../../wire/live'
import { useWords } from '../../../words/use-words'
import { Bar } from '../../frame/bar'
import { FamilySwitch, useMemberName } from '../../people/family-switch'
import { VisitCard } from './visit-card'
import { visits } from './visits.data'

/** My visits, or of a family member, from today on, and giving one up. */
export function VisitsScreen() {
  const { booking, people, shell } = useWords()
  const { person, visit: open } = useSearch({ from: '/shell/visits' })
  const member = useMemberName(person)
  const list = useLivePages(visits(person), { net: false })
  return (
    <>
      <Bar title={member ? people.visitsOf(member) : booking.myVisits} />
      <main id="main" tabIndex={-1}>
        <FamilySwitch to="/visits" person={person} />
        <Answer of={list}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            if (items.length === 0)
              return (
                <section className="sheet">
                  <Empty title={booking.noNextVisit} hint={booking.noNextVisitHint}>
                    <Link className="btn primary" to="/book" search={{ person }}>
                      {shell.book}
                    </Link>
                  </Empty>
                </section>
              )
            return (
              <>
                {items.map((visit, place) => (
                  <VisitCard key={visit.id} visit={visit} person={person} open={visit.id === open} first={place === 0} />
                ))}
                <More of={list} />
              </>
            )
          }}
        </Answer>
      </main>
    </>
  )
}
