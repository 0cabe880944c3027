import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { type Enum, enums } from '../../../client/enums'
import type { ListFamilyAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { EndLink } from '../../../parts/end-link'
import { Field } from '../../../parts/field'
import { RefusalNote } from '../../../parts/refusal-note'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { PersonChoice } from '../../frame/person-choice'
import { afterLink, family, steps } from './person.data'

/** For whom this person may act, and who may act for her. */
export function Family({ personId }: { personId: string }) {
  const words = useWords().people
  const mayLink = useMay('people.family.link')
  const [linking, setLinking] = useState(false)
  const query = useQuery(family(personId))
  return (
    <section aria-label={words.family}>
      <h3>{words.family}</h3>
      <Answer of={query} rows={1}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="note">{words.noFamily}</p>}
            <ul className="links">
              {items.map((link) => (
                <Member key={link.proxyId} link={link} of={personId} />
              ))}
            </ul>
          </>
        )}
      </Answer>
      {mayLink && linking && <LinkForm personId={personId} done={() => setLinking(false)} />}
      {mayLink && !linking && (
        <button type="button" className="text" onClick={() => setLinking(true)}>
          {words.linkFamily}
        </button>
      )}
    </section>
  )
}

function Member({ link: { proxyId, personId, relation, other }, of }: { link: ListFamilyAnswer['items'][number]; of: string }) {
  const words = useWords().people
  const pick = useBilingual()
  const mayEnd = useMay('people.family.end')
  const name = other?.name ?? words.notOnCard
  return (
    <li>
      <p>
        {other ? (
          <Link to="/people/$personId" params={{ personId: other.personId }}>
            <b>{name}</b>
          </Link>
        ) : (
          name
        )}{' '}
        <span className="note">{personId === of ? words.actedForBy : words.mayActFor(pick(enums.relation[relation]))}</span>
      </p>
      {mayEnd && <EndLink proxyId={proxyId} personId={of} name={name} />}
    </li>
  )
}

function LinkForm({ personId: holderPersonId, done }: { personId: string; done: () => void }) {
  const words = useWords().people
  const pick = useBilingual()
  const [member, setMember] = useState<string>()
  const [relation, setRelation] = useState<Enum<'relation'>>('child')
  const link = useCommand(steps.linkFamily, holderPersonId, { makesOld: afterLink, onDone: done })
  return (
    <div className="form">
      <Field label={words.member} help={words.memberHelp}>
        {(control) => <PersonChoice {...control} value={member} choose={setMember} />}
      </Field>
      <Field label={words.relation}>
        {(control) => (
          <Select
            {...control}
            value={relation}
            onChange={setRelation}
            options={Object.entries(enums.relation).map(([value, word]) => ({ value: value as Enum<'relation'>, label: pick(word) }))}
          />
        )}
      </Field>
      <RefusalNote refusal={link.refusal} unsent={link.unsent} />
      <button
        type="button"
        className="btn"
        aria-busy={link.pending}
        aria-disabled={member === undefined}
        onClick={() => member && link.run({ holderPersonId, personId: member, relation })}
      >
        {words.link}
      </button>
    </div>
  )
}
