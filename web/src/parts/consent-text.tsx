import { useQuery } from '@tanstack/react-query'
import { enums } from '../client/enums'
import type { ListConsentTextsAnswer } from '../client/operations'
import { consentTexts } from '../wire/consent-text'
import { useBilingual, useWords } from '../words/use-words'
import { Answer } from './answer'

type Purpose = ListConsentTextsAnswer['items'][number]['purpose']

/** The sentences that are agreed to, with their version; the terms of use, where nothing else is asked. */
export function ConsentText({ purpose: asked = 'service' }: { purpose?: Purpose }) {
  const words = useWords().people
  const pick = useBilingual()
  const query = useQuery(consentTexts())
  return (
    <Answer of={query} rows={2}>
      {({ items }) =>
        items
          .filter(({ purpose }) => purpose === asked)
          .map(({ purpose, version, sentences }) => (
            <section key={purpose} className="consent" aria-label={pick(enums.consentPurpose[purpose])}>
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
