/** JSON of a value whose amounts are bigint: they are written as whole numbers of fen. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? Number(part) : part))

/** The value again: every field whose name ends in `Fen` is an amount. */
export function fromJson<Value>(value: unknown): Value {
  if (Array.isArray(value)) return value.map((part) => fromJson(part)) as Value
  if (value === null || typeof value !== 'object') return value as Value
  const entries = Object.entries(value).map(([name, part]) => [
    name,
    name.endsWith('Fen') && typeof part === 'number' ? BigInt(part) : fromJson(part),
  ])
  return Object.fromEntries(entries) as Value
}
