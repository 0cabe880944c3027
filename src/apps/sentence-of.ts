import { fillSentence } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/result.ts'
import type { Runtime } from '../platform/operation/runtime.ts'

/** What a refusal says on the command line, in Chinese and in English. */
export function sentenceOf({ modules }: Runtime, { code, details }: Refusal): string {
  const words = modules.map(({ refusals }) => refusals[code]).find((found) => found !== undefined)
  return words ? `${fillSentence(words.zh, details, 'zh')}\n${fillSentence(words.en, details, 'en')}` : code
}
