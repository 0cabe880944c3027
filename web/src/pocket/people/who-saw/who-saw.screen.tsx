import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import { Answer, Empty } from '../../../parts/answer'
import { dateOf, timeOf } from '../../../parts/moment'
import { More } from '../../../parts/more'
import { useOperationWord } from '../../../parts/operation-word'
import { useBilingual, useWords } from '../../../words/use-words'
import { Bar } from '../../frame/bar'
import { FamilySwitch, useMemberName } from '../family-switch'
import { openings } from '../people.data'
import { type Look, looksOf } from './looks'

/** Who looked at my facts, when, what for and why; the newest first. */
export function WhoSawScreen() {
  const words = useWords().people
  const { person } = useSearch({ from: '/shell/who-saw' })
  const name = useMemberName(person)
  const list = useInfiniteQuery(openings(person))
  return (
    <>
      <Bar title={name ? words.whoSawOf(name) : words.whoSawTitle} back />
      <main id="main" tabIndex={-1}>
        <FamilySwitch to="/who-saw" person={person} />
        <p className="note">{words.whoSawLead}</p>
        <Answer of={list}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            if (items.length === 0)
              return (
                <section className="sheet">
                  <Empty title={words.nobodySawMe} hint={words.nobodySawMeHint} />
                </section>
              )
            return (
              <>
                <section className="sheet flush">
                  <ul className="lines">
                    {looksOf(items).map((look) => (
                      <LookLine key={look.first.id} look={look} />
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

function LookLine({ look: { first, operations } }: { look: Look }) {
  const words = useWords().people
  const pick = useBilingual()
  const operationWord = useOperationWord()
  const { institution, account, reason, statedReason, openedAt } = first
  const who = institution ? pick(institution) : words.familyMember(account ? pick(account) : '')
  return (
    <li>
      <div>
        <b>{who}</b>
        <small>
          {[...operations.map(operationWord), pick(enums.grantReason[reason]), statedReason && words.statedReason(statedReason)]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      <small className="num r">
        {dateOf(openedAt)}
        <br />
        {timeOf(openedAt)}
      </small>
    </li>
  )
}
