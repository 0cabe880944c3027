import { type ReactNode, useEffect, useState } from 'react'
import { usePreferences } from '../wire/preferences'
import { type AllWords, type Language, loadWords, WordsContext } from '../words/use-words'

/** Loads the reader's language; the one before stays until the new one is here. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const { language } = usePreferences()
  const [loaded, setLoaded] = useState<{ language: Language; words: AllWords } | null>(null)
  useEffect(() => {
    let wanted = true
    void loadWords(language).then((words) => wanted && setLoaded({ language, words }))
    return () => {
      wanted = false
    }
  }, [language])
  return loaded && <WordsContext value={loaded}>{children}</WordsContext>
}
