import { Icon } from '../../../parts/icon'
import { useBilingual, useWords } from '../../../words/use-words'
import type { Shown, ShownVersion } from './shown'

/** Who has signed the version, and who still has to. */
export function Signatures({ shown: { parties }, version: { signatures, state } }: { shown: Shown; version: ShownVersion }) {
  const words = useWords().agreements
  const pick = useBilingual()
  return (
    <section>
      <h2>{words.signatures}</h2>
      {signatures.length === 0 ? (
        <p className="note">{state === 'draft' ? words.proposeNote : words.notAsked}</p>
      ) : (
        <ul className="with">
          {parties.map(({ partyId, name }) => {
            const day = signatures.find((signature) => signature.partyId === partyId)?.signedOn
            return (
              <li key={partyId}>
                <Icon name={day ? 'check' : 'hourglass'} />
                <span className="nm">{pick(name)}</span>
                <span className="own num">{day ? words.signedOn(day) : words.notSigned}</span>
              </li>
            )
          })}
        </ul>
      )}
      {state === 'proposed' && <p className="note">{words.signNote}</p>}
    </section>
  )
}
