import { useNavigate } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import type { ListCommitmentsAnswer } from '../../../client/operations'
import { useBilingual, useWords } from '../../../words/use-words'

type Props = { readonly tally: ListCommitmentsAnswer['today']; readonly chosen: string | undefined }

/** How today's clocks ended, by kind: a figure is kept of all; choosing one narrows the list to it. */
export function Today({ tally, chosen }: Props) {
  const words = useWords().commitments
  const pick = useBilingual()
  const navigate = useNavigate({ from: '/commitments' })
  if (tally.length === 0) return null
  return (
    <ul className="kpis num" aria-label={words.today}>
      {tally.map(({ kind, met, missed, takenOver }) => (
        <li key={kind}>
          <button
            type="button"
            className="text"
            aria-pressed={chosen === kind}
            onClick={() => void navigate({ search: (before) => ({ ...before, kind: chosen === kind ? undefined : kind }) })}
          >
            {pick(enums.commitmentKind[kind as keyof typeof enums.commitmentKind] ?? { zh: kind, en: kind })}
          </button>
          {met + missed > 0 && <b>{words.metOf(met, met + missed)}</b>}
          {takenOver > 0 && <b>{words.takenOver(takenOver)}</b>}
        </li>
      ))}
    </ul>
  )
}
