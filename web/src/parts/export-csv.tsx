import { csvOf } from './csv'

type Row = readonly (string | number)[]
type Props = { readonly name: string; readonly label: string; readonly head: Row; readonly rows: readonly Row[] }

/** Saves the rows that are on the screen, no more and no less, as a file of a sheet program. */
export function ExportCsv({ name, label, head, rows }: Props) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([csvOf([head, ...rows])], { type: 'text/csv' }))
    Object.assign(document.createElement('a'), { href: address, download: `${name}.csv` }).click()
    URL.revokeObjectURL(address)
  }
  return (
    <button type="button" className="text" disabled={rows.length === 0} onClick={save}>
      {label}
    </button>
  )
}
