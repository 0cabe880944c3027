/**
 * Whether an answer's snapshot includes a transaction. The snapshot is PostgreSQL's `xmin:xmax:xip`: all below `xmin` had ended, none
 * from `xmax` on had begun, those of the list were open.
 */
export function isIncluded(transaction: string, asOf: string): boolean {
  const [lowest = '0', next = '0', open = ''] = asOf.split(':')
  const id = BigInt(transaction)
  return id < BigInt(lowest) || (id < BigInt(next) && !open.split(',').includes(transaction))
}
