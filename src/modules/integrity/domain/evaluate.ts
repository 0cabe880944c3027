import { type Claim, type ClaimLine, type CountedLine, comesBefore } from './claim.ts'
import type { CompiledPoint, RuleSet } from './compile.ts'
import { type EarlierLines, type Judgement, judge } from './judge.ts'

/** What one rule version says of one line, before it is put into words. */
export type Outcome = { readonly point: CompiledPoint; readonly line: ClaimLine; readonly judgement: Judgement }

/**
 * Every rule in force on its date that is about a line, for all lines in their order. Earlier lines are the person's recorded ones
 * of any visit (null: they cannot be had); of a line that the claim holds too, the claim's counts.
 */
export function evaluate(rules: RuleSet, claim: Claim, earlier: readonly CountedLine[] | null): Outcome[] {
  const outcomes: Outcome[] = []
  const lines = inOrder(claim.lines)
  let all: readonly CountedLine[] | undefined
  for (const line of lines) {
    for (const point of rules.pointsOf(line)) {
      const before = (): EarlierLines => {
        all ??= allLines(claim, earlier)
        return { known: all.filter((one) => point.covers(one) && comesBefore(one, line)), complete: earlier !== null }
      }
      outcomes.push({ point, line, judgement: judge(point.condition, claim, line, before) })
    }
  }
  return outcomes
}

const place = (one: CountedLine | ClaimLine, other: CountedLine | ClaimLine): number => (comesBefore(one, other) ? -1 : 1)

const inOrder = (lines: readonly ClaimLine[]): readonly ClaimLine[] =>
  lines.every((line, at) => at === 0 || comesBefore(lines[at - 1] as ClaimLine, line)) ? lines : lines.toSorted(place)

function allLines({ visitId, lines }: Claim, earlier: readonly CountedLine[] | null): readonly CountedLine[] {
  const own = new Set(lines.map(({ lineId }) => lineId))
  const others = (earlier ?? []).filter(({ lineId }) => !own.has(lineId))
  return [...others, ...lines.map((line) => ({ ...line, visitId }))].toSorted(place)
}
