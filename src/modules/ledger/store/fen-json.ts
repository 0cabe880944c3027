/** Text of a value whose amounts are bigint; they are far below 2^53 and become numbers. */
export const toFenJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? Number(part) : part))

/** The value of such a text: what is called `…Fen` is an amount. */
export const fromFenJson = <Value>(text: string): Value =>
  JSON.parse(text, (key, part: unknown) => (key.endsWith('Fen') && typeof part === 'number' ? BigInt(part) : part)) as Value
