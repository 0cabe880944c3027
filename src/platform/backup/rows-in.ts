/** Rows in a piece of what COPY writes: a line feed ends each, and none stands bare within one. */
export function rowsIn(part: Buffer): number {
  let rows = 0
  for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) rows += 1
  return rows
}
