import { Icon } from '../../../parts/icon'
import { useBilingual, useWords } from '../../../words/use-words'
import type { Portrait } from './reads'

/** How much is not shown, of which institutions, and what would open it; nothing of its content. */
export function Withheld({ of: { institutions, whyVisible }, institution }: { of: Portrait; institution?: string | undefined }) {
  const words = useWords().portrait
  const pick = useBilingual()
  const behind = institutions.filter(({ institutionId, withheld }) => withheld > 0 && (!institution || institutionId === institution))
  if (behind.length === 0) return null
  const count = behind.reduce((sum, { withheld }) => sum + withheld, 0)
  return (
    <section className="withheld" aria-label={words.withheld(count)}>
      <Icon name="lock" />
      <div>
        <h3>{whyVisible === 'registration' ? words.withheldRegistration(count) : words.withheld(count)}</h3>
        <p className="from num">
          {behind.map(({ institutionId, name, withheld }) => (
            <span key={institutionId}>
              <Icon name="building" />
              {pick(name)} {withheld}
            </span>
          ))}
        </p>
        <p className="note">{words.withheldHow}</p>
      </div>
    </section>
  )
}
