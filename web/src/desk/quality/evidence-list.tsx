import { enums } from '../../client/enums'
import type { ShowInspectionAnswer } from '../../client/operations'
import { useBilingual } from '../../words/use-words'

export type Evidence = ShowInspectionAnswer['answers'][number]['evidence'][number]

/** What shows it, one line each with its kind. */
export function EvidenceList({ of }: { of: readonly Evidence[] }) {
  const pick = useBilingual()
  if (of.length === 0) return null
  return (
    <ul className="evidence">
      {of.map(({ kind, text }) => (
        <li key={`${kind} ${text}`}>
          <span className="note">{pick(enums.evidenceKind[kind])}</span> {text}
        </li>
      ))}
    </ul>
  )
}
