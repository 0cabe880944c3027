type Drawn = { readonly value: number | null; readonly floor: number | null; readonly target: number | null }
export type Range = { readonly least: number; readonly most: number; readonly ticks: readonly number[] }

const nice = [1, 2, 2.5, 5, 10]

/** A range with round ticks that holds all values; a share ends at 100, nothing begins below 0. */
export function rangeOf(points: readonly Drawn[], isShare: boolean): Range {
  const values = points.flatMap(({ value, floor, target }) => [value, floor, target]).filter((one) => one !== null)
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, isShare ? 100 : 1]
  const rough = Math.max(high - low, Math.abs(high) * 0.02, 0.1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (nice.find((one) => one * power >= rough) ?? 10) * power
  const least = Math.max(0, (Math.ceil(low / step) - 1) * step)
  const above = (Math.floor(high / step) + 1) * step
  const most = isShare ? Math.min(100, above) : above
  const count = Math.round((most - least) / step)
  return { least, most, ticks: Array.from({ length: count + 1 }, (_, place) => Number((least + place * step).toFixed(6))) }
}

/** Where a value lies between two ends, from the end of the least. */
export const placeOf = ({ least, most }: Range, value: number, from: number, until: number): number =>
  from + ((value - least) / (most - least || 1)) * (until - from)

/** Runs of what is known, so that a line has a gap where nothing was counted. */
export function runsOf<Value>(values: readonly (Value | null)[]): { readonly at: number; readonly value: Value }[][] {
  const runs: { at: number; value: Value }[][] = [[]]
  for (const [at, value] of values.entries()) {
    if (value === null) runs.push([])
    else runs.at(-1)?.push({ at, value })
  }
  return runs.filter((run) => run.length > 0)
}

/** An SVG path through points. */
export const pathOf = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

/** Dots on one line, stacked where they would cover each other; each with its place and its level. */
export function stacked<One extends { readonly value: number }>(
  all: readonly One[],
  xOf: (value: number) => number,
  width: number,
): (One & { readonly x: number; readonly level: number })[] {
  const levels = new Map<number, number>()
  return all.map((one) => {
    const x = xOf(one.value)
    const column = Math.round(x / width)
    const level = levels.get(column) ?? 0
    levels.set(column, level + 1)
    return { ...one, x, level }
  })
}
