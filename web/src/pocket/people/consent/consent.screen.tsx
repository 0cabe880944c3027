import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { enums } from '../../../client/enums'
import type { ShowConsentsAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { ConsentText } from '../../../parts/consent-text'
import { dateOf } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { useServiceText } from '../../../wire/consent-text'
import { useSignOut } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { Bar } from '../../frame/bar'
import { useMemberName } from '../family-switch'
import { afterConsent, consents, steps } from '../people.data'

/** What has to be agreed before anything else, and what was agreed and can be taken back. */
export function ConsentScreen() {
  const words = useWords().people
  const { person, first } = useSearch({ from: '/consent' })
  const name = useMemberName(person)
  const query = useQuery(consents(person))
  if (first && query.data?.missing.length === 0) return <Navigate to="/" replace />
  return (
    <div className="pocket">
      <Bar title={name ? words.consentFor(name) : words.consentTitle} back={!first} />
      <main id="main" tabIndex={-1}>
        <section className="sheet">
          <ConsentText />
        </section>
        <Answer of={query} rows={1}>
          {(found) => (
            <>
              {found.missing.length > 0 && <Give person={person} first={first === true} />}
              {found.items.length > 0 && !first && <Given consents={found} person={person} />}
            </>
          )}
        </Answer>
      </main>
    </div>
  )
}

function Give({ person, first }: { person: string | undefined; first: boolean }) {
  const words = useWords().people
  const navigate = useNavigate()
  const text = useServiceText()
  const give = useCommand(steps.giveConsent, person ?? 'me', { makesOld: afterConsent })
  const signOut = useSignOut(() => void navigate({ to: '/sign-in', search: { declined: true } }))
  return (
    <section className="choice" aria-label={words.consentTitle}>
      <RefusalNote refusal={give.refusal} unsent={give.unsent || signOut.unsent} />
      <button
        type="button"
        className="btn primary wide"
        aria-busy={give.pending}
        aria-disabled={text === null}
        onClick={() => text && give.run({ personId: person, purpose: 'service', textVersion: text.version })}
      >
        {words.agree}
      </button>
      {first && (
        <>
          <button type="button" className="btn wide" aria-busy={signOut.pending} onClick={() => signOut.run({})}>
            {words.disagree}
          </button>
          <p className="note">{words.disagreeNote}</p>
        </>
      )}
    </section>
  )
}

type Consents = { readonly consents: ShowConsentsAnswer; readonly person: string | undefined }
type Purpose = ShowConsentsAnswer['items'][number]['purpose']

function Given({ consents: { items }, person }: Consents) {
  const words = useWords().people
  const pick = useBilingual()
  const standing = [...new Set(items.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ purpose }) => purpose))]
  return (
    <>
      <section className="sheet" aria-label={words.consents}>
        <ul className="lines">
          {items.map(({ consentId, purpose, givenAt, textVersion, institution, withdrawnAt }) => (
            <li key={consentId}>
              <div>
                <b className="num">
                  {withdrawnAt
                    ? words.consentWithdrawn(dateOf(withdrawnAt), textVersion)
                    : words.consentGiven(dateOf(givenAt), textVersion)}
                </b>
                <small>
                  {pick(enums.consentPurpose[purpose])} · {institution ? words.onPaperAt(pick(institution)) : words.inTheApp}
                </small>
              </div>
            </li>
          ))}
        </ul>
      </section>
      {standing.map((purpose) => (
        <section key={purpose} className="sheet" aria-label={pick(enums.consentPurpose[purpose])}>
          <h2>{pick(enums.consentPurpose[purpose])}</h2>
          {purpose !== 'service' && <ConsentText purpose={purpose} />}
          <Withdraw purpose={purpose} person={person} />
        </section>
      ))}
    </>
  )
}

function Withdraw({ purpose, person }: { purpose: Purpose; person: string | undefined }) {
  const words = useWords().people
  const [asked, setAsked] = useState(false)
  const withdraw = useCommand(steps.withdrawConsent, person ?? 'me', { makesOld: afterConsent })
  if (!asked) {
    return (
      <button type="button" className="btn wide" onClick={() => setAsked(true)}>
        {words.withdraw}
      </button>
    )
  }
  return (
    <>
      <p className="note">{purpose === 'service' ? words.withdrawQuestion : words.withdrawHistoryQuestion}</p>
      <RefusalNote refusal={withdraw.refusal} unsent={withdraw.unsent} />
      <p className="pair">
        <button
          type="button"
          className="btn primary"
          aria-busy={withdraw.pending}
          onClick={() => withdraw.run({ personId: person, purpose })}
        >
          {words.withdrawYes}
        </button>
        <button type="button" className="btn" onClick={() => setAsked(false)}>
          {words.keepConsent}
        </button>
      </p>
    </>
  )
}
