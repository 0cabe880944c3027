type Keyed = { readonly id: string }
export type Calm<Row extends Keyed> = { readonly rows: readonly { readonly row: Row; readonly gone: boolean }[]; readonly changes: number }

/** Rows in the order in which they were shown, each with its newest state; who has left keeps her last one. What is new or stands elsewhere is counted. */
export function keepOrder<Row extends Keyed>(shown: readonly Row[], latest: readonly Row[]): Calm<Row> {
  const byId = new Map(latest.map((row) => [row.id, row]))
  const rows = shown.map((row) => ({ row: byId.get(row.id) ?? row, gone: !byId.has(row.id) }))
  const still = rows.filter(({ gone }) => !gone).map(({ row }) => row.id)
  const known = new Set(still)
  const added = latest.filter(({ id }) => !known.has(id)).length
  const order = latest.filter(({ id }) => known.has(id)).map(({ id }) => id)
  const moved = order.filter((id, place) => id !== still[place]).length
  return { rows, changes: added + moved + (shown.length - still.length) }
}
