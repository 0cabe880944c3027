import type { ShowIndicatorAnswer } from '../../../client/operations'
import { Icon } from '../../../parts/icon'
import { useBilingual, useWords } from '../../../words/use-words'
import { wantedOf } from './figure'

type Props = { readonly shown: ShowIndicatorAnswer; readonly set: () => void }

/** What is wanted, of the network and of its sites, from which day; who may sets it. */
export function Targets({ shown: { targets, maySetNetwork, maySetSites }, set }: Props) {
  const words = useWords().indicators
  const pick = useBilingual()
  const may = maySetNetwork || maySetSites.length > 0
  return (
    <section>
      <div className="h-row">
        <h2>{words.targets}</h2>
        {may && (
          <span className="end">
            <button type="button" className="text" onClick={set}>
              <Icon name="target" />
              {words.set}
            </button>
          </span>
        )}
      </div>
      {targets.length === 0 ? (
        <p className="note">{words.noTargets}</p>
      ) : (
        <table className="grid dense plain num">
          <caption className="sr">{words.targets}</caption>
          <thead>
            <tr>
              <th>{words.setFor}</th>
              <th>{words.since}</th>
              <th className="r">{words.floor}</th>
              <th className="r">{words.target}</th>
            </tr>
          </thead>
          <tbody>
            {targets.map(({ site, validFrom, floor, target }) => (
              <tr key={`${site?.id} ${validFrom}`}>
                <td>{site ? pick(site.name) : words.forAll}</td>
                <td>{validFrom}</td>
                <td className="r">{wantedOf(floor, words.none)}</td>
                <td className="r">{wantedOf(target, words.none)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
