import { createContext, useContext } from 'react'
import type { RefusalCode } from '../client/refusals'
import type { Words } from './shape'
import type * as zh from './zh/index'

export type Language = 'zh' | 'en'
type OwnWords = { readonly [Room in keyof typeof zh]: Words<(typeof zh)[Room]> }
export type AllWords = OwnWords & { readonly refusals: Readonly<Record<RefusalCode, string>> }

const loaders: Record<Language, () => Promise<[OwnWords, Pick<AllWords, 'refusals'>]>> = {
  zh: () => Promise.all([import('./zh/index'), import('../client/refusals/zh')]),
  en: () => Promise.all([import('./en/index'), import('../client/refusals/en')]),
}

export async function loadWords(language: Language): Promise<AllWords> {
  const [own, { refusals }] = await loaders[language]()
  return { ...own, refusals }
}

export const WordsContext = createContext<{ language: Language; words: AllWords } | null>(null)

function useLanguageAndWords() {
  const found = useContext(WordsContext)
  if (!found) throw new Error('words are read outside their provider')
  return found
}

/** All sentences in the reader's language. */
export const useWords = (): AllWords => useLanguageAndWords().words

/** Picks the reader's language from a text that the server keeps in both; a missing one shows the other. */
export function useBilingual(): (text: { readonly zh: string; readonly en: string }) => string {
  const { language } = useLanguageAndWords()
  return (text) => text[language] || text[language === 'zh' ? 'en' : 'zh']
}

export const useLanguage = (): Language => useLanguageAndWords().language
