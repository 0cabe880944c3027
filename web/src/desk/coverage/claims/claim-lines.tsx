import { enums } from '../../../client/enums'
import type { ShowClaimAnswer } from '../../../client/operations'
import { formatFen } from '../../../parts/money'
import { useBilingual, useWords } from '../../../words/use-words'

type Line = ShowClaimAnswer['lines'][number]

/** Each line with its list price, discount, what was claimed of the payer, and the answer. */
export function ClaimLines({ lines }: { lines: readonly Line[] }) {
  const words = useWords().coverage
  const sum = (of: (line: Line) => number) => formatFen(lines.reduce((total, line) => total + of(line), 0))
  return (
    <section>
      <h3>{words.lines}</h3>
      <table className="claim-lines">
        <thead>
          <tr>
            <th>{words.line}</th>
            <th className="r">{words.list}</th>
            <th className="r">{words.discount}</th>
            <th className="r">{words.claimedColumn}</th>
            <th className="r">{words.answered}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.sequence} line={line} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th>{words.total}</th>
            <td className="r num">{sum(({ listFen }) => listFen)}</td>
            <td className="r num">{sum(({ discountFen }) => discountFen)}</td>
            <td className="r num">{sum(({ payerFen }) => payerFen)}</td>
            <td className="r num">{sum(({ answeredFen }) => answeredFen ?? 0)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Row({ line }: { line: Line }) {
  const words = useWords().coverage
  const pick = useBilingual()
  const { name, quantity, listFen, discountFen, payerFen, answeredFen, denialCode } = line
  return (
    <tr>
      <th scope="row">
        {pick(name)} {quantity !== 1 && <span className="note num">× {quantity}</span>}
        {denialCode && (
          <span className="tag danger">
            {denialCode} {pick(enums.denialCode[denialCode])}
          </span>
        )}
      </th>
      <td className="r num">{formatFen(listFen)}</td>
      <td className="r num">{formatFen(discountFen)}</td>
      <td className="r num">{formatFen(payerFen)}</td>
      <td className="r num">{answeredFen === null ? words.notAnswered : formatFen(answeredFen)}</td>
    </tr>
  )
}
