/** One number, as a line of NDJSON. */
export type Figure = {
  readonly figure: string
  readonly value: number
  readonly unit: string
  /** What we want, in words; null: only measured. */
  readonly aim: string | null
  readonly met: boolean | null
  readonly peer?: string
  readonly peerValue?: number
  readonly ratio?: number
  readonly detail: Readonly<Record<string, unknown>>
}

/** Figures that come out of one run, found by the beginning of their names. */
export type Bench = { readonly figures: readonly string[]; run(progress: (line: string) => void): Promise<readonly Figure[]> }

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The time under which a share of all lies; 1 is the longest. */
export const quantile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)
}
