import { enums } from '../../../client/enums'
import { useBilingual, useWords } from '../../../words/use-words'
import type { Note } from './note-draft'
import { vitalUnits } from './vital-units'

/** What a note says, to read. */
export function NoteText({ content }: { content: Note['content'] }) {
  const words = useWords().care
  const pick = useBilingual()
  const vitals = Object.entries(content.vitals).flatMap(([sign, value]) =>
    value === undefined
      ? []
      : [`${pick(enums.vitalSign[sign as keyof typeof vitalUnits])} ${value} ${vitalUnits[sign as keyof typeof vitalUnits]}`],
  )
  const diagnoses = content.diagnoses.map(
    ({ code, name, certainty }) => `${code} ${pick(name)} (${pick(enums.diagnosisCertainty[certainty])})`,
  )
  const sections = [
    [words.complaint, content.complaint],
    [words.history, content.history],
    [words.examination, content.examination],
    [words.vitals, vitals.join(' · ')],
    [words.assessment, content.assessment],
    [words.diagnoses, diagnoses.join(' · ')],
    [words.plan, content.plan],
  ] as const
  return (
    <dl className="report">
      {sections
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}
