import { useQuery } from '@tanstack/react-query'
import { type ListConsentTextsAnswer, listConsentTexts } from '../client/operations'
import { ask } from '../wire/query'
import { useBilingual, useWords } from '../words/use-words'
import { Answer } from './answer'

type Text = ListConsentTextsAnswer['items'][number]

export const consentTexts = () => ({ ...ask(listConsentTexts, {}), staleTime: 300_000 })

/** The terms of use as they have to be read now; null until they are here. */
export function useServiceText(): Text | null {
  return useQuery(consentTexts()).data?.items.find(({ purpose }) => purpose === 'service') ?? null
}

/** The sentences that are agreed to, with their version. */
export function ConsentText() {
  const words = useWords().people
  const pick = useBilingual()
  const query = useQuery(consentTexts())
  return (
    <Answer of={query} rows={2}>
      {({ items }) =>
        items.map(({ purpose, version, sentences }) => (
          <section key={purpose} className="consent" aria-label={words.consentTitle}>
            <ol>
              {sentences.map((sentence) => (
                <li key={sentence.zh}>{pick(sentence)}</li>
              ))}
            </ol>
            <p className="note num">{words.version(version)}</p>
          </section>
        ))
      }
    </Answer>
  )
}
