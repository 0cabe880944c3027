import { createContext, useContext } from 'react'
import type { Words } from './shape'
import type * as zh from './zh/index'

export type Language = 'zh' | 'en'
export type AllWords = { readonly [Room in keyof typeof zh]: Words<(typeof zh)[Room]> }

const loaders: Record<Language, () => Promise<AllWords>> = { zh: () => import('./zh/index'), en: () => import('./en/index') }

export const loadWords = (language: Language): Promise<AllWords> => loaders[language]()

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
