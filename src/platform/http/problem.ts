import { fillSentence } from '../../kernel/refusal.ts'
import type { Category, Refusal } from '../../kernel/result.ts'
import type { RefusalTable } from '../operation/index.ts'

export type Language = 'zh' | 'en'

/** The one table from refusal to HTTP status. */
const statusOfCategory: Record<Category, number> = { invalid: 400, forbidden: 403, 'not-found': 404, conflict: 409, busy: 503 }
const statusOfCode: Record<string, number> = {
  'platform.not-signed-in': 401,
  'platform.credentials-wrong': 401,
  'platform.too-many-attempts': 429,
  'platform.fault': 500,
  'platform.bearer-wrong': 401,
  'fhir.read-only': 405,
  'fhir.format-unknown': 406,
}
const titles: Record<Category, Record<Language, string>> = {
  invalid: { zh: '内容需要修改', en: 'Something to correct' },
  forbidden: { zh: '没有权限', en: 'Not allowed' },
  'not-found': { zh: '没有找到', en: 'Not found' },
  conflict: { zh: '情况已经变化', en: 'The situation has changed' },
  busy: { zh: '请稍后再试', en: 'Try again later' },
}

export const statusOf = ({ category, code }: Pick<Refusal, 'category' | 'code'>): number => statusOfCode[code] ?? statusOfCategory[category]

/** A refusal as RFC 9457 problem; `code` is stable, the sentences follow the reader's language. */
export function problemOf(refusal: Refusal, words: RefusalTable, language: Language, requestId: string) {
  const { category, code, details } = refusal
  const status = statusOf(refusal)
  return {
    type: `/problems/${code}`,
    title: titles[category][language],
    status,
    code,
    category,
    detail: fillSentence(words[code]?.[language] ?? code, details, language),
    details,
    requestId,
    retryable: category === 'busy',
  }
}

const issueCodes: Record<Category, string> = {
  invalid: 'invalid',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  conflict: 'conflict',
  busy: 'transient',
}

/** A refusal as FHIR R4 `OperationOutcome`, for outside systems. */
export function outcomeOf({ category, code, details }: Refusal, words: RefusalTable, language: Language, requestId: string) {
  const text = fillSentence(words[code]?.[language] ?? code, details, language)
  const issue = {
    severity: 'error',
    code: issueCodes[category],
    details: { coding: [{ system: '/problems', code }], text },
    diagnostics: requestId,
  }
  return { resourceType: 'OperationOutcome', issue: [issue] }
}

/** The first of Chinese and English that the reader asks for; Chinese when neither. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const asked = (acceptLanguage ?? '')
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim().slice(0, 2))
  return asked.find((entry) => entry === 'zh' || entry === 'en') === 'en' ? 'en' : 'zh'
}
