import type { Name } from '../../../kernel/result.ts'
import { type Field, fieldOf, sources } from './catalogue.ts'
import { type Condition, type Counted, type Definition, numberOf, partsOf } from './indicator.ts'

/** What an indicator counts, in words made from its definition. */
export type Sentences = { readonly numerator: Name; readonly denominator: Name; readonly exclusions: readonly Name[] }

const fieldFor = (counted: Pick<Counted, 'source'>, name: string): Field => fieldOf(counted.source, name) as Field
export const codeWord = (field: Field, code: string): Name =>
  (field.kind === 'code' ? field.codes[code] : undefined) ?? { zh: code, en: code }

function amountIn(definition: Definition, field: Field, condition: Extract<Condition, { is: 'at-most' | 'at-least' }>): Name {
  const amount = numberOf(definition, condition.value)
  const unit = 'unit' in field ? field.unit : { zh: '', en: '' }
  return { zh: ` ${amount} ${unit.zh}`, en: ` ${amount} ${unit.en}` }
}

/** One condition as what it says of a row: 「候诊不超过 15 分钟」, `the wait is at most 15 minutes`. */
function phrase(definition: Definition, of: Pick<Counted, 'source'>, condition: Condition): Name {
  const field = fieldFor(of, condition.field)
  switch (condition.is) {
    case 'at-most':
    case 'at-least': {
      const amount = amountIn(definition, field, condition)
      const [zh, en] = condition.is === 'at-most' ? ['不超过', 'at most'] : ['不少于', 'at least']
      return { zh: `${field.zh}${zh}${amount.zh}`, en: `the ${field.en} is ${en}${amount.en}` }
    }
    case 'one-of':
    case 'not-one-of': {
      const codes = condition.codes.map((code) => codeWord(field, code))
      const [zh, en] = condition.is === 'one-of' ? ['为', 'is'] : ['不是', 'is not']
      return {
        zh: `${field.zh}${zh}${codes.map((code) => code.zh).join('或')}`,
        en: `the ${field.en} ${en} ${codes.map((code) => code.en).join(' or ')}`,
      }
    }
    case 'known':
      return { zh: `有${field.zh}`, en: `the ${field.en} is recorded` }
    case 'unknown':
      return { zh: `没有${field.zh}`, en: `the ${field.en} is not recorded` }
    case 'yes':
      return { zh: field.zh, en: `it is ${field.en}` }
    case 'no':
      return { zh: `未${field.zh}`, en: `it is not ${field.en}` }
  }
}

function all(definition: Definition, of: Pick<Counted, 'source'>, conditions: readonly Condition[]): Name {
  const phrases = conditions.map((condition) => phrase(definition, of, condition))
  return { zh: phrases.map(({ zh }) => zh).join('且'), en: phrases.map(({ en }) => en).join(' and ') }
}

/** The rows of a source of which all conditions hold. */
function rowsWhere(definition: Definition, of: Pick<Counted, 'source'>, conditions: readonly Condition[]): Name {
  const source = sources[of.source]
  if (conditions.length === 0) return { zh: `全部${source.zh}`, en: `all ${source.en}` }
  const said = all(definition, of, conditions)
  return { zh: `${said.zh}的${source.zh}`, en: `${source.en} where ${said.en}` }
}

/** Numerator, denominator and exclusions of a definition, as sentences in both languages. */
export function sentencesOf(definition: Definition): Sentences {
  const { denominator } = definition
  return {
    numerator: numeratorOf(definition),
    denominator: rowsWhere(definition, denominator, denominator.where),
    exclusions: partsOf(definition).flatMap(({ counted }) =>
      counted.exclusions.map((conditions) => rowsWhere(definition, counted, conditions)),
    ),
  }
}

function numeratorOf(definition: Definition): Name {
  const { numerator, denominator } = definition
  if (numerator.of === 'share') return rowsWhere(definition, denominator, numerator.where)
  if (numerator.of === 'mean') {
    const field = fieldFor(denominator, numerator.field)
    const unit = 'unit' in field ? field.unit : { zh: '', en: '' }
    return { zh: `${field.zh}（${unit.zh}）之和`, en: `sum of ${field.en}, ${unit.en}` }
  }
  const rows = rowsWhere(definition, numerator, numerator.where)
  return { zh: `${rows.zh}，按每 ${numerator.per} 次计`, en: `${rows.en}, per ${numerator.per}` }
}

/** Why a row of one part does not count: the exclusion by its place there. */
export const exclusionSentence = (definition: Definition, counted: Counted, place: number): Name =>
  all(definition, counted, counted.exclusions[place] ?? [])

/** All of it as one line. */
export function sentenceOf(definition: Definition): Name {
  const { numerator, denominator, exclusions } = sentencesOf(definition)
  const without = { zh: exclusions.map(({ zh }) => zh).join('；'), en: exclusions.map(({ en }) => en).join('; ') }
  return {
    zh: `分子：${numerator.zh}。分母：${denominator.zh}。不计：${without.zh || '无'}。`,
    en: `Numerator: ${numerator.en}. Denominator: ${denominator.en}. Not counted: ${without.en || 'none'}.`,
  }
}
