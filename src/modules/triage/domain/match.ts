import { type Found, findWords, isInside, patternsOf, plainText } from './complaint.ts'
import { type Facts, isBeyond } from './facts.ts'
import { type RowKey, type SymptomRow, symptomRows, type Wake } from './symptom-rows.ts'

/** A row that fits, by which words, and how strongly. */
export type Match = { readonly row: RowKey; readonly because: readonly string[]; readonly points: number }

const rows = Object.entries(symptomRows) as [RowKey, SymptomRow][]
const patterns = rows.map(([key, row]) => [key, patternsOf(row)] as const)

/** Age and pregnancy lead the way before any word does; a measured value counts as one word. */
const wakePoints = { state: 10, measured: 1 }

function isAwake(wake: Wake | undefined, { vitalSigns, pregnant, ageMonths }: Facts): boolean {
  if (!wake) return false
  if ('measured' in wake) return wake.measured.some((bound) => isBeyond(vitalSigns, bound))
  return 'pregnant' in wake ? pregnant : ageMonths < wake.youngerThanMonths
}

/** Every row that fits, the strongest first; equal ones by key, so that the order of the table means nothing. */
export function matchRows(facts: Facts): readonly Match[] {
  const text = plainText(facts.complaint)
  const found = patterns.map(([key, words]) => [key, findWords(words, text)] as const)
  const all = found.flatMap(([, finds]) => finds)
  const words = new Map(found.map(([key, finds]) => [key, wordsOf(finds, all)]))
  return rows
    .map(([key, { wakes }]): Match => {
      const because = words.get(key) ?? []
      const awake = isAwake(wakes, facts) ? (wakes && 'measured' in wakes ? wakePoints.measured : wakePoints.state) : 0
      return { row: key, because, points: because.length + awake }
    })
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points || (one.row < other.row ? -1 : 1))
}

/** Distinct words, one for a stretch of the text, without those that are said inside a longer one of any row. */
function wordsOf(finds: readonly Found[], all: readonly Found[]): string[] {
  const outermost = finds.filter((find) => !all.some((other) => isInside(find, other)))
  const byPlace = new Map(outermost.map(({ words, from, until }) => [`${from} ${until}`, words]))
  return [...new Set(byPlace.values())]
}
