import { enums } from '../client/enums'
import type { FindAssessmentAnswer } from '../client/operations'
import { useBilingual, useWords } from '../words/use-words'

/** What speaks for a suggestion: recognised symptoms with the words that said them, and what could not be judged. */
export function WhySuggested({ suggestion }: { suggestion: FindAssessmentAnswer['assessment']['suggestion'] }) {
  const words = useWords().triage
  const pick = useBilingual()
  const { symptoms, grounds, vitalSigns, ruleVersion } = suggestion
  const named = symptoms.map(({ name }) => name.en)
  return (
    <ul className="why">
      {grounds
        .filter(({ en }) => !named.includes(en))
        .map((ground) => (
          <li key={ground.en}>{pick(ground)}</li>
        ))}
      {symptoms.map(({ name, because }) => (
        <li key={name.en}>
          {pick(name)}
          {because.length > 0 && <span className="note"> · {words.because(because.join(' ').replaceAll('~', '…'))}</span>}
        </li>
      ))}
      {vitalSigns === 'could-not-judge' && <li>{pick(enums.vitalJudgement[vitalSigns])}</li>}
      <li className="note">{words.rules(ruleVersion)}</li>
    </ul>
  )
}
