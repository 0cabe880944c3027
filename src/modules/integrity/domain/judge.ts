import { yuan } from '../../../kernel/money.ts'
import type { Detail } from '../../../kernel/result.ts'
import { ageOn } from '../../people/index.ts'
import type { Claim, ClaimLine, CountedLine } from './claim.ts'
import type { Condition, ConditionOf } from './rule.ts'
import { daysBetween, inWindow, windowWords } from './window.ts'

/** A fact that a rule needs and does not have. */
export type Missing = 'diagnosis' | 'birth-date' | 'sex' | 'price' | 'earlier-lines'

/** What is over a limit: of the quantity, or fen of the price; null: the condition has no limit of that sort. */
type Excess = { readonly quantity: number | null; readonly fen: bigint | null }

type Figures = Readonly<Record<string, Detail>>

export type Judgement =
  | { readonly state: 'clear' }
  /** The fact comes later, or its source does not have it. */
  | { readonly state: 'not-yet-knowable' | 'could-not-check'; readonly missing: Missing }
  | {
      readonly state: 'found'
      /** What the sentence shows, made when somebody reads it. */
      readonly figures: () => Figures
      readonly involved: readonly string[]
      readonly excess: Excess
    }

/** Lines of the person before this one that a point counts, in their order; not complete: recorded ones cannot be had. */
export type EarlierLines = { readonly known: readonly CountedLine[]; readonly complete: boolean }

const clear: Judgement = { state: 'clear' }
const later: Judgement = { state: 'not-yet-knowable', missing: 'diagnosis' }
const without = (missing: Missing): Judgement => ({ state: 'could-not-check', missing })
const withoutBirthDate = without('birth-date')
const withoutSex = without('sex')
const withoutPrice = without('price')
const withoutHistory = without('earlier-lines')
const noExcess: Excess = { quantity: null, fen: null }
const found = (figures: () => Figures, excess = noExcess, involved: readonly string[] = []): Judgement => ({
  state: 'found',
  figures,
  excess,
  involved,
})

/** Whether a condition holds of a line, with the figures its sentence shows. */
export function judge(condition: Condition, claim: Claim, line: ClaimLine, earlier: () => EarlierLines): Judgement {
  switch (condition.kind) {
    case 'age':
      return judgeAge(condition, claim, line)
    case 'sex':
      return judgeSex(condition, claim)
    case 'diagnosis':
      return judgeDiagnosis(condition, claim)
    case 'quantity':
      return judgeQuantity(condition, line)
    case 'price':
      return judgePrice(condition, line)
    case 'frequency':
      return judgeFrequency(condition, claim, line, earlier())
  }
}

const years = (count: number): Detail => ({ zh: `${count} 岁`, en: `${count} years` })
const days = (count: number): Detail => ({ zh: `${count} 天`, en: `${count} days` })

/** Figures: age, least, most. */
function judgeAge({ unit, least, most }: ConditionOf<'age'>, { birthDate }: Claim, { date }: ClaimLine): Judgement {
  if (birthDate === null) return withoutBirthDate
  const age = unit === 'years' ? ageOn(birthDate, date) : daysBetween(birthDate, date)
  if ((least === null || age >= least) && (most === null || age <= most)) return clear
  const inUnit = unit === 'years' ? years : days
  return found(() => ({ age: inUnit(age), least: inUnit(least ?? 0), most: inUnit(most ?? 0) }))
}

const sexWords = {
  female: { zh: '女', en: 'female' },
  male: { zh: '男', en: 'male' },
}

/** Figures: sex, only. Neither of the two, or unknown, is nothing to judge by. */
function judgeSex({ only }: ConditionOf<'sex'>, { sex }: Claim): Judgement {
  if (sex === only) return clear
  if (sex !== 'female' && sex !== 'male') return withoutSex
  return found(() => ({ sex: sexWords[sex], only: sexWords[only] }))
}

/** Figures: named, diagnoses. */
function judgeDiagnosis({ named, codes }: ConditionOf<'diagnosis'>, { diagnoses }: Claim): Judgement {
  if (diagnoses === null) return later
  for (const diagnosis of diagnoses) for (const code of codes) if (diagnosis.startsWith(code)) return clear
  return found(() => ({ named, diagnoses: diagnoses.join(', ') }))
}

/** Figures: quantity, most. */
function judgeQuantity({ most }: ConditionOf<'quantity'>, { quantity }: ClaimLine): Judgement {
  if (quantity <= most) return clear
  return found(() => ({ quantity, most }), { quantity: quantity - most, fen: null })
}

/** Figures: amount, quantity, most. */
function judgePrice({ mostFen }: ConditionOf<'price'>, { amountFen, quantity }: ClaimLine): Judgement {
  if (amountFen === null) return withoutPrice
  const capped = Math.round(mostFen * quantity)
  if (amountFen <= capped) return clear
  const figures = () => ({ amount: yuan(amountFen), quantity, most: yuan(BigInt(mostFen)) })
  return found(figures, { quantity: null, fen: amountFen - BigInt(capped) })
}

/** Figures: counted, most, window, last. The line that crosses the limit is over it, and every later one. */
function judgeFrequency({ most, window }: ConditionOf<'frequency'>, { visitId }: Claim, line: ClaimLine, earlier: EarlierLines): Judgement {
  const own = { ...line, visitId }
  const counted = earlier.known.filter((one) => one.quantity > 0 && inWindow(window, one, own))
  const before = counted.reduce((sum, { quantity }) => sum + quantity, 0)
  if (before + line.quantity <= most) return earlier.complete ? clear : withoutHistory
  const figures = () => ({ counted: before + line.quantity, most, window: windowWords(window), last: counted.at(-1)?.date ?? line.date })
  const excess = { quantity: Math.min(line.quantity, before + line.quantity - most), fen: null }
  return found(
    figures,
    excess,
    counted.map(({ lineId }) => lineId),
  )
}
