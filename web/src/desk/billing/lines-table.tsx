import type { ReactNode } from 'react'
import { useBilingual, useWords } from '../../words/use-words'

type Name = { readonly zh: string; readonly en: string }
type Group = {
  readonly serviceId: string
  readonly name: Name
  readonly owner: Name
  /** Beside the names. */
  readonly mark?: ReactNode
  readonly rows: ReactNode
}

/** What is asked for, owner by owner, with who pays how much of each line; without a payer its column stays empty. */
export function LinesTable({ payer, groups }: { payer: Name | null; groups: readonly Group[] }) {
  const words = useWords().billing
  const pick = useBilingual()
  return (
    <table className="grid">
      <caption className="sr">{words.charges}</caption>
      <thead>
        <tr>
          <th>{words.item}</th>
          <th className="r">{words.quantity}</th>
          <th className="r">{words.list}</th>
          <th className="r">{words.discount}</th>
          <th className="r">{payer ? words.payerPays(pick(payer)) : ''}</th>
          <th className="r">{words.patientPays}</th>
        </tr>
      </thead>
      {groups.map(({ serviceId, name, owner, mark, rows }) => (
        <tbody key={serviceId}>
          <tr className="group">
            <th colSpan={6} scope="rowgroup">
              {pick(owner)} <span className="note">{pick(name)}</span> {mark}
            </th>
          </tr>
          {rows}
        </tbody>
      ))}
    </table>
  )
}
