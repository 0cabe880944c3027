import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Field } from '../../../parts/field'
import type { Refusal } from '../../../wire/send'
import { useBilingual, useWords } from '../../../words/use-words'
import { type Draft, removed, replaced } from './draft'
import { institutions } from './editor.data'
import { Add, Choose, Row } from './inputs'

type Props = { readonly draft: Draft; readonly refusal: Refusal | null; readonly change: (part: Partial<Draft>) => void }

/** Every institution of the directory, page after page. */
export function useInstitutions() {
  const query = useInfiniteQuery(institutions())
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return query.data?.pages.flatMap((page) => page.items) ?? []
}

/** The title, the code, and who is a party in which role; fixed once the agreement is there. */
export function PartiesForm({ draft, refusal, change }: Props) {
  const words = useWords().agreements
  const pick = useBilingual()
  const all = useInstitutions()
  const { parties } = draft
  const choices = [{ value: '', label: words.choose }, ...all.map(({ id, name }) => ({ value: id, label: pick(name) }))]
  return (
    <section className="terms">
      <h2>{words.parties}</h2>
      <div className="term-fields">
        <Field label={words.titleZh}>
          {(control) => (
            <input
              {...control}
              className="wide"
              value={draft.titleZh}
              maxLength={80}
              onChange={(event) => change({ titleZh: event.target.value })}
            />
          )}
        </Field>
        <Field label={words.titleEn}>
          {(control) => (
            <input
              {...control}
              className="wide"
              value={draft.titleEn}
              maxLength={80}
              onChange={(event) => change({ titleEn: event.target.value })}
            />
          )}
        </Field>
        <Field label={words.codeLabel}>
          {(control) => (
            <input
              {...control}
              value={draft.code}
              placeholder={words.codeHelp}
              maxLength={24}
              onChange={(event) => change({ code: event.target.value.trim() })}
            />
          )}
        </Field>
      </div>
      <ul>
        {parties.map((party, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place
            key={index}
            place={`parties[${index}]`}
            refusal={refusal}
            remove={parties.length > 2 ? () => change({ parties: removed(parties, index) }) : undefined}
          >
            <Field label={words.role}>
              {(control) => (
                <input
                  {...control}
                  value={party.role}
                  maxLength={40}
                  onChange={(event) => change({ parties: replaced(parties, index, { ...party, role: event.target.value.trim() }) })}
                />
              )}
            </Field>
            <Choose
              label={words.institution}
              value={party.partyId}
              choices={choices}
              onChange={(partyId) => change({ parties: replaced(parties, index, { ...party, partyId }) })}
            />
          </Row>
        ))}
      </ul>
      <Add label={words.addParty} onClick={() => change({ parties: [...parties, { role: '', partyId: '' }] })} />
    </section>
  )
}
