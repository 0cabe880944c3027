import type { FindAssessmentAnswer } from '../client/operations'
import { useBilingual, useWords } from '../words/use-words'
import { Icon } from './icon'

/** Danger: which signs, where to go at once, and whom to call. */
export function GoNow({ found: { assessment, places } }: { found: FindAssessmentAnswer }) {
  const words = useWords().triage
  const pick = useBilingual()
  const { redFlags, grounds, responseMinutes } = assessment.suggestion
  const signs = redFlags.length > 0 ? redFlags.map(({ sign }) => sign) : grounds.slice(0, 1)
  return (
    <section className="go-now" role="alert" aria-label={words.goNow}>
      <h2>
        <Icon name="warning" large />
        {words.goNow}
      </h2>
      <p>{words.goNowLead}</p>
      <ul aria-label={words.signs}>
        {signs.map((sign) => (
          <li key={sign.en}>
            <b>{pick(sign)}</b>
          </li>
        ))}
      </ul>
      <p>{words.within(responseMinutes)}</p>
      <a className="btn call" href="tel:120">
        {words.call120}
      </a>
      <Places places={places} />
    </section>
  )
}

function Places({ places }: Pick<FindAssessmentAnswer, 'places'>) {
  const words = useWords().triage
  const pick = useBilingual()
  if (places.length === 0) return <p>{words.noPlace}</p>
  return (
    <>
      <h3>{words.nearest}</h3>
      <ul className="places">
        {places.map(({ institution, site, address }) => (
          <li key={`${institution.en} ${site?.en}`}>
            <b>{pick(institution)}</b>
            <span>{[site, address].flatMap((part) => (part ? [pick(part)] : [])).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
