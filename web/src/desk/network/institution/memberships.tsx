import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ShowInstitutionAnswer } from '../../../client/operations'
import { dateOf, plusMinutes } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { isoNow } from '../../../parts/use-now'
import { useMay, useSession } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, institution as institutionQuery, steps } from './institution.data'

type Institution = Pick<ShowInstitutionAnswer, 'id' | 'memberships'>
type Membership = Institution['memberships'][number]

/** In which networks an institution is; who runs one lets it in and out. */
export function Memberships({ institution: { id, memberships } }: { institution: Institution }) {
  const words = useWords().network
  const pick = useBilingual()
  const run = useNetworksRun()
  const join = useCommand(steps.joinNetwork, id, { makesOld: afterChange })
  const isIn = (code: string) => memberships.some(({ network, validUntil }) => network.code === code && validUntil === null)
  return (
    <section>
      <h3>{words.memberships}</h3>
      {memberships.length === 0 && <p className="note">{words.notInNetwork}</p>}
      {memberships.map((membership) => (
        <Line
          key={`${membership.network.id} ${membership.validFrom}`}
          partyId={id}
          membership={membership}
          mayEnd={run.includes(membership.network.code)}
        />
      ))}
      {run
        .filter((code) => !isIn(code))
        .map((code) => (
          <button
            key={code}
            type="button"
            className="text"
            onClick={() => join.run({ networkCode: code, partyId: id, from: dateOf(isoNow()) })}
          >
            {words.joinFrom(pick(nameOf(memberships, code)))}
          </button>
        ))}
      <RefusalNote refusal={join.refusal} unsent={join.unsent} />
    </section>
  )
}

const nameOf = (memberships: readonly Membership[], code: string) =>
  memberships.find(({ network }) => network.code === code)?.network.name ?? { zh: code, en: code }

/** Codes of the networks that the own institution runs, for who may register parties. */
function useNetworksRun(): readonly string[] {
  const own = useSession()?.institutionId ?? ''
  const may = useMay('network.party.register')
  const { data } = useQuery({ ...institutionQuery(own), enabled: may && own !== '' })
  return may ? (data?.memberships ?? []).filter(({ operates }) => operates).map(({ network }) => network.code) : []
}

function Line({ partyId, membership, mayEnd }: { partyId: string; membership: Membership; mayEnd: boolean }) {
  const words = useWords().network
  const pick = useBilingual()
  const [asked, setAsked] = useState(false)
  const { network, operates, validFrom, validUntil } = membership
  const facts = [operates ? words.operates : null, words.memberSince(validFrom), validUntil && words.memberUntil(validUntil)]
  return (
    <>
      <p>
        {pick(network.name)} <span className="note num">{facts.filter(Boolean).join(' · ')}</span>{' '}
        {mayEnd && !operates && validUntil === null && !asked && (
          <button type="button" className="text" onClick={() => setAsked(true)}>
            {words.leaveFrom(pick(network.name))}
          </button>
        )}
      </p>
      {asked && <Leave partyId={partyId} code={network.code} stay={() => setAsked(false)} />}
    </>
  )
}

/** The consequence is named before the last press. */
function Leave({ partyId, code, stay }: { partyId: string; code: string; stay: () => void }) {
  const words = useWords().network
  const tomorrow = dateOf(plusMinutes(isoNow(), 24 * 60))
  const end = useCommand(steps.endMembership, partyId, { makesOld: afterChange, onDone: stay })
  return (
    <>
      <p>{words.leaveConsequence(tomorrow)}</p>
      <p className="acts">
        <button type="button" className="btn" onClick={() => end.run({ networkCode: code, partyId, from: tomorrow })}>
          {words.leaveYes}
        </button>
        <button type="button" className="text" onClick={stay}>
          {words.stay}
        </button>
      </p>
      <RefusalNote refusal={end.refusal} unsent={end.unsent} />
    </>
  )
}
