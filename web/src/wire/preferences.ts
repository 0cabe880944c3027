import { useSyncExternalStore } from 'react'
import type { Mode } from '../theme/tokens'

export type Language = 'zh' | 'en'
export type Preferences = { readonly language: Language; readonly mode: Mode; readonly elderly: boolean }

const place = 'careloom.preferences'
const listeners = new Set<() => void>()

function load(): Preferences {
  try {
    const { language, mode, elderly } = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>
    return { language: language === 'en' ? 'en' : 'zh', mode: mode === 'dark' ? 'dark' : 'light', elderly: elderly === true }
  } catch {
    return { language: 'zh', mode: 'light', elderly: false }
  }
}

let current = load()

export const readPreferences = (): Preferences => current

/** How this person reads: kept in the browser, without any name. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  localStorage.setItem(place, JSON.stringify(current))
  showPreferences()
  for (const tell of listeners) tell()
}

/** Writes language, colours and scale onto `html`. */
export function showPreferences(): void {
  const { dataset } = document.documentElement
  document.documentElement.lang = current.language === 'en' ? 'en' : 'zh-CN'
  dataset.mode = current.mode
  if (dataset.scale !== 'usual') dataset.scale = current.elderly ? 'elderly' : 'phone'
}

// What is chosen in one tab holds in all.
addEventListener('storage', ({ key }) => {
  if (key !== place) return
  current = load()
  showPreferences()
  for (const tell of listeners) tell()
})

function follow(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export const usePreferences = (): Preferences => useSyncExternalStore(follow, readPreferences)
