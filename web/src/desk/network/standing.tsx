import { type Enum, enums } from '../../client/enums'
import { StatusMark } from '../../parts/status-mark'
import { useBilingual, useWords } from '../../words/use-words'

/** Words of specialties; one that has none is shown as it is. */
export function useSpecialties(): { one: (specialty: string) => string; all: (specialties: readonly string[]) => string } {
  const pick = useBilingual()
  const one = (specialty: string) => {
    const words = (enums.specialty as Record<string, { zh: string; en: string }>)[specialty]
    return words ? pick(words) : specialty
  }
  const { joint } = useWords().network
  return { one, all: (specialties) => specialties.map(one).join(joint) }
}

type Props = { readonly state: Enum<'periodState'>; readonly validUntil: string | null; readonly daysLeft: number | null }

/** Whether a licence or filing holds, until when, and how many days that is. */
export function Standing({ state, validUntil, daysLeft }: Props) {
  const words = useWords().network
  return (
    <span className="standing">
      <StatusMark of="periodState" value={state} />
      <span className="num">{validUntil ?? words.endless}</span>
      {daysLeft !== null && state !== 'in-force' && <span className="note num">{words.daysLeft(daysLeft)}</span>}
    </span>
  )
}
