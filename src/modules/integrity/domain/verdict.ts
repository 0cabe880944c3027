import { divideRounded } from '../../../kernel/money.ts'
import { fillSentence } from '../../../kernel/refusal.ts'
import type { Name } from '../../../kernel/result.ts'
import type { ClaimLine } from './claim.ts'
import type { Outcome } from './evaluate.ts'
import type { Judgement, Missing } from './judge.ts'
import type { RuleVersion } from './rule.ts'

export const verdictWords = {
  clear: { zh: '通过', en: 'clear' },
  violation: { zh: '拦截', en: 'stopped' },
  doubtful: { zh: '需说明', en: 'needs a reason' },
  'not-yet-knowable': { zh: '待核对', en: 'checked later' },
  'could-not-check': { zh: '无法判定', en: 'could not check' },
} as const
export type Verdict = keyof typeof verdictWords
export const verdicts = Object.keys(verdictWords) as [Verdict, ...Verdict[]]
/** What somebody has to look at later. */
export const foundVerdicts = ['violation', 'doubtful', 'could-not-check'] as const satisfies readonly Verdict[]
export type FoundVerdict = (typeof foundVerdicts)[number]

/** What a rule says of a line, with all that has to be kept to explain it later. */
export type LineVerdict = {
  readonly lineId: string
  readonly ruleCode: string
  readonly ruleVersion: number
  readonly ruleName: Name
  readonly verdict: Verdict
  /** Earlier lines that it was counted with. */
  readonly involvedLineIds: readonly string[]
  readonly basis: Name
  /** Fen in question; null: the line has no price yet. */
  readonly amountFen: bigint | null
  /** Empty where nothing was found. */
  readonly sentence: Name
  readonly needs: 'nothing' | 'reason' | 'override'
  readonly reasons: readonly Name[]
}

const verdictOf = ({ result }: RuleVersion, { state }: Judgement): Verdict => (state === 'found' ? result : state)

const needs = {
  violation: 'override',
  doubtful: 'reason',
  clear: 'nothing',
  'not-yet-knowable': 'nothing',
  'could-not-check': 'nothing',
} as const
const nothing: Name = { zh: '', en: '' }

/** The outcome in words and figures. */
export function describe({ point: { rule }, line, judgement }: Outcome): LineVerdict {
  const verdict = verdictOf(rule, judgement)
  return {
    lineId: line.lineId,
    ruleCode: rule.code,
    ruleVersion: rule.version,
    ruleName: rule.name,
    verdict,
    involvedLineIds: judgement.state === 'found' ? judgement.involved : [],
    basis: rule.basis,
    amountFen: judgement.state === 'found' ? amountOf(rule, line, judgement) : 0n,
    sentence: sentenceOf(rule, line, judgement),
    needs: needs[verdict],
    reasons: rule.reasons,
  }
}

/** Thousandths, so that a part of a quantity divides exactly. */
const thousandths = (quantity: number): bigint => BigInt(Math.round(quantity * 1000))

function amountOf(
  { amountBasis }: RuleVersion,
  { amountFen, quantity }: ClaimLine,
  { excess }: Extract<Judgement, { state: 'found' }>,
): bigint | null {
  if (amountBasis === 'none') return 0n
  if (amountFen === null) return null
  if (amountBasis === 'excess-price') return excess.fen ?? 0n
  if (amountBasis === 'whole-line' || excess.quantity === null) return amountFen
  return divideRounded(amountFen * thousandths(excess.quantity), thousandths(quantity))
}

const missingWords: Readonly<Record<Missing, Name>> = {
  diagnosis: { zh: '还没有记录诊断，结算前再核对。', en: 'No diagnosis is recorded yet; it is checked again before checkout.' },
  'birth-date': {
    zh: '没有登记出生日期，无法判定；请先补登。',
    en: 'The birth date is not known, so this could not be checked; record it first.',
  },
  sex: { zh: '没有登记性别，无法判定；请先补登。', en: 'The sex is not known, so this could not be checked; record it first.' },
  price: { zh: '还没有价格，无法判定；定价后再核对。', en: 'There is no price yet, so this could not be checked; it is once it has one.' },
  'earlier-lines': {
    zh: '查不到此前的记录，无法判定；请稍后重试。',
    en: 'Earlier lines cannot be had, so this could not be checked; try again later.',
  },
}

function sentenceOf(rule: RuleVersion, { name }: ClaimLine, judgement: Judgement): Name {
  if (judgement.state === 'clear') return nothing
  if (judgement.state !== 'found') return missingWords[judgement.missing]
  const details = { ...judgement.figures(), item: name }
  return { zh: fillSentence(rule.sentence.zh, details, 'zh'), en: fillSentence(rule.sentence.en, details, 'en') }
}
