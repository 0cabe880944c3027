import { useQuery } from '@tanstack/react-query'
import { consentTexts } from '../wire/consent-text'
import { useBilingual, useWords } from '../words/use-words'
import { Answer } from './answer'

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
