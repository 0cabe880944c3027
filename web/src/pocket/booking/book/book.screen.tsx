import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ListOfferingsAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { DayStrip } from '../../../parts/day-strip'
import { Icon } from '../../../parts/icon'
import { dateOf } from '../../../parts/moment'
import { isoNow } from '../../../parts/use-now'
import { useSession } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import { Bar } from '../../frame/bar'
import { FamilySwitch, useMemberName } from '../../people/family-switch'
import { days, offerings } from './book.data'
import { Confirm } from './confirm'
import { Options } from './options'

/** Which time: choose what, then a time that we keep for five minutes, then say yes. */
export function BookScreen() {
  const { person, offering: chosen, hold } = useSearch({ from: '/shell/book' })
  const navigate = useNavigate({ from: '/book' })
  const query = useQuery(offerings())
  const offering = query.data?.items.find(({ id }) => id === chosen)
  if (hold) return <Confirm visitId={hold} person={person} again={() => void navigate({ search: ({ hold: _, ...rest }) => rest })} />
  if (offering) return <ChooseTime offering={offering} />
  return <ChooseOffering query={query} />
}

function ChooseOffering({ query }: { query: ReturnType<typeof useQuery<{ items: ListOfferingsAnswer['items'] }>> }) {
  const words = useWords().booking
  const pick = useBilingual()
  const { person, assessment } = useSearch({ from: '/shell/book' })
  return (
    <>
      <Bar title={words.pocketOfferings} />
      <main id="main" tabIndex={-1}>
        <FamilySwitch to="/book" person={person} />
        <Answer of={query}>
          {({ items }) => (
            <section className="sheet flush">
              <ul className="lines">
                {items.map(({ id, name, owner, durationMinutes }) => (
                  <li key={id}>
                    <Link className="row" to="/book" search={{ person, offering: id, assessment }}>
                      <span className="grow">
                        <b>{pick(name)}</b>
                        <small>
                          {pick(owner)} · {words.minutes(durationMinutes)}
                        </small>
                      </span>
                      <Icon name="right" large />
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </Answer>
      </main>
    </>
  )
}

function ChooseTime({ offering: { id, name, durationMinutes, preparation } }: { offering: ListOfferingsAnswer['items'][number] }) {
  const words = useWords().booking
  const pick = useBilingual()
  const session = useSession()
  const navigate = useNavigate({ from: '/book' })
  const { person, date: asked, assessment } = useSearch({ from: '/shell/book' })
  const member = useMemberName(person)
  const found = useQuery(days(id))
  return (
    <>
      <Bar title={words.chooseTime} back />
      <Answer of={found}>
        {({ items, firstFree }) => {
          const date = items.some((day) => day.date === asked) ? asked : (firstFree ?? undefined)
          return (
            <Options offeringId={id} date={date} person={person} assessment={assessment}>
              <div>
                <h2>{pick(name)}</h2>
                <p className="note">
                  {words.forPerson(member ?? (session ? pick(session.name) : ''))} · {words.minutes(durationMinutes)}
                </p>
                {preparation && (
                  <p>
                    {words.preparation}: {pick(preparation)}
                  </p>
                )}
              </div>
              {date ? (
                <DayStrip
                  days={items}
                  today={dateOf(isoNow())}
                  chosen={date}
                  choose={(day) => void navigate({ search: (before) => ({ ...before, date: day }) })}
                />
              ) : (
                <Empty title={words.noneInWeeks} />
              )}
            </Options>
          )
        }}
      </Answer>
    </>
  )
}
