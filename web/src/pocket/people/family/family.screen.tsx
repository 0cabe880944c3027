import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { enums } from '../../../client/enums'
import { Answer } from '../../../parts/answer'
import { EndLink } from '../../../parts/end-link'
import { Icon } from '../../../parts/icon'
import { useBilingual, useWords } from '../../../words/use-words'
import { Bar } from '../../frame/bar'
import { actsForOther, type Link as FamilyLink, family, familyLimit } from '../people.data'
import { AddMember } from './add-member'

/** For whom I act, and who acts for me. */
export function FamilyScreen() {
  const words = useWords().people
  const [adding, setAdding] = useState(false)
  const query = useQuery(family())
  return (
    <>
      <Bar title={words.familyTitle} back {...(adding ? { leave: () => setAdding(false) } : {})} />
      <main id="main" tabIndex={-1}>
        {adding ? (
          <AddMember done={() => setAdding(false)} />
        ) : (
          <Answer of={query} rows={2}>
            {({ items }) => (
              <>
                <p className="note">{words.familyLead(familyLimit)}</p>
                {items.length > 0 && (
                  <section className="sheet flush">
                    <ul className="lines">
                      {items.map((link) => (
                        <Member key={link.proxyId} link={link} />
                      ))}
                    </ul>
                  </section>
                )}
                {items.filter(actsForOther).length < familyLimit && (
                  <button type="button" className="btn primary wide" onClick={() => setAdding(true)}>
                    <Icon name="plus" large />
                    {words.addFamily}
                  </button>
                )}
              </>
            )}
          </Answer>
        )}
      </main>
    </>
  )
}

function Member({ link }: { link: FamilyLink }) {
  const { people: words, shell } = useWords()
  const pick = useBilingual()
  const { other, proxyId, relation } = link
  if (!other) return null
  const mine = actsForOther(link)
  return (
    <li className="member">
      <div>
        <b>{other.name}</b>
        <small className="num">
          {[
            other.sex === 'unknown' ? null : pick(enums.sex[other.sex]),
            shell.age(other.ageYears),
            mine ? pick(enums.relation[relation]) : words.actsForMe,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      {mine && (
        <Link className="text" to="/consent" search={{ person: other.personId }}>
          {words.consents}
        </Link>
      )}
      <EndLink proxyId={proxyId} name={other.name} />
    </li>
  )
}
