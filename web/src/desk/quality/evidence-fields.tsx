import { enums } from '../../client/enums'
import { Options } from '../../parts/form'
import { Icon } from '../../parts/icon'
import { useWords } from '../../words/use-words'
import type { Evidence } from './evidence-list'

type Props = { readonly evidence: readonly Evidence[]; readonly change: (evidence: Evidence[]) => void }

/** Lines of evidence as they are written. */
export function EvidenceFields({ evidence, change }: Props) {
  const words = useWords().loop
  const replace = (place: number, part: Partial<Evidence>) =>
    change(evidence.map((line, at) => (at === place ? { ...line, ...part } : line)))
  return (
    <>
      {evidence.map(({ kind, text }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are named by their place
        <div className="evidence-line" key={place}>
          <select
            aria-label={words.evidenceKind}
            value={kind}
            onChange={(event) => replace(place, { kind: event.target.value as Evidence['kind'] })}
          >
            <Options of={enums.evidenceKind} />
          </select>
          <input
            aria-label={words.evidence}
            value={text}
            maxLength={2000}
            onChange={(event) => replace(place, { text: event.target.value })}
          />
          <button
            type="button"
            className="text"
            aria-label={words.remove}
            title={words.remove}
            onClick={() => change(evidence.filter((_, at) => at !== place))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <button type="button" className="text" onClick={() => change([...evidence, { kind: 'reference', text: '' }])}>
        <Icon name="plus" />
        {words.addEvidence}
      </button>
    </>
  )
}
