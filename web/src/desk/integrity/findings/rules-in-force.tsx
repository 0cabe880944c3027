import { useQuery } from '@tanstack/react-query'
import { enums } from '../../../client/enums'
import { Answer } from '../../../parts/answer'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'
import { rules } from './findings.data'

type Props = { readonly chosen: string | undefined; readonly choose: (rule: string | undefined) => void }

/** The rules that are asked today, and how often each found something; a rule narrows the list. */
export function RulesInForce({ chosen, choose }: Props) {
  const words = useWords().integrity
  const pick = useBilingual()
  return (
    <Answer of={useQuery(rules())} rows={3}>
      {({ items }) => (
        <table className="grid rules">
          <caption>{words.inForce(items.length)}</caption>
          <thead>
            <tr>
              <th>{words.rule}</th>
              <th>{words.result}</th>
              <th>{words.about}</th>
              <th>{words.amountBasis}</th>
              <th>{words.since}</th>
              <th className="r">{words.found}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ code, version, name, basis, result, amountBasis, items: codes, validFrom, found }) => (
              <tr key={code} className={code === chosen ? 'on' : undefined} title={pick(basis)}>
                <th scope="row">
                  {pick(name)}
                  <small className="note num">{words.version(code, version)}</small>
                </th>
                <td>
                  <StatusMark of="verdict" value={result} />
                </td>
                <td className="num">{codes.join(' · ')}</td>
                <td>{pick(enums.amountBasis[amountBasis])}</td>
                <td className="num nowrap">{validFrom}</td>
                <td className="r num">
                  <button
                    type="button"
                    className="text"
                    aria-pressed={code === chosen}
                    onClick={() => choose(code === chosen ? undefined : code)}
                  >
                    {words.times(found)}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Answer>
  )
}
