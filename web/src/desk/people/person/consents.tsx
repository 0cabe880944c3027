import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { enums } from '../../../client/enums'
import { Answer } from '../../../parts/answer'
import { ConsentText } from '../../../parts/consent-text'
import { dateOf } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { useServiceText } from '../../../wire/consent-text'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterConsent, consents, steps } from './person.data'

/** What the person agreed to; the desk records what she signs on paper. */
export function Consents({ personId }: { personId: string }) {
  const words = useWords().people
  const pick = useBilingual()
  const mayRecord = useMay('people.consent.record')
  const query = useQuery(consents(personId))
  return (
    <section aria-label={words.consents}>
      <h3>{words.consents}</h3>
      <Answer of={query} rows={1}>
        {({ items, missing }) => (
          <>
            {missing.length > 0 && <p>{words.consentMissing}</p>}
            <ul className="links">
              {items.map(({ consentId, purpose, givenAt, withdrawnAt, textVersion, institution }) => (
                <li key={consentId}>
                  <p className="num">
                    {withdrawnAt
                      ? words.consentWithdrawn(dateOf(withdrawnAt), textVersion)
                      : words.consentGiven(dateOf(givenAt), textVersion)}{' '}
                    <span className="note">
                      {pick(enums.consentPurpose[purpose])} · {institution ? words.onPaperAt(pick(institution)) : words.inTheApp}
                    </span>
                  </p>
                </li>
              ))}
            </ul>
            {mayRecord && missing.length > 0 && <Record personId={personId} />}
          </>
        )}
      </Answer>
    </section>
  )
}

function Record({ personId }: { personId: string }) {
  const words = useWords().people
  const [asked, setAsked] = useState(false)
  const text = useServiceText()
  const record = useCommand(steps.recordConsent, personId, { makesOld: afterConsent })
  if (!asked) {
    return (
      <button type="button" className="text" onClick={() => setAsked(true)}>
        {words.recordConsent}
      </button>
    )
  }
  return (
    <>
      <ConsentText />
      <p className="note">{words.recordConsentNote}</p>
      <RefusalNote refusal={record.refusal} unsent={record.unsent} />
      <button
        type="button"
        className="btn"
        aria-busy={record.pending}
        onClick={() => text && record.run({ personId, purpose: 'service', textVersion: text.version })}
      >
        {words.recordConsent}
      </button>
    </>
  )
}
