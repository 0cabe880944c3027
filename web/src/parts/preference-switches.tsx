import { setPreferences, usePreferences } from '../wire/preferences'
import { useWords } from '../words/use-words'
import { Icon } from './icon'

const names = { zh: '中', en: 'EN' } as const

/** 中 / EN; the text of each is in its own language. */
export function LanguageSwitch() {
  const { language } = usePreferences()
  const words = useWords().shell
  return (
    <fieldset className="seg" aria-label={words.language}>
      {(['zh', 'en'] as const).map((name) => (
        <button
          key={name}
          type="button"
          lang={name === 'zh' ? 'zh-CN' : 'en'}
          aria-pressed={language === name}
          onClick={() => setPreferences({ language: name })}
        >
          {names[name]}
        </button>
      ))}
    </fieldset>
  )
}

export function ModeSwitch() {
  const { mode } = usePreferences()
  const words = useWords().shell
  return (
    <button type="button" className="text" onClick={() => setPreferences({ mode: mode === 'dark' ? 'light' : 'dark' })}>
      <Icon name="sun" />
      {mode === 'dark' ? words.light : words.dark}
    </button>
  )
}

export function ElderlySwitch() {
  const { elderly } = usePreferences()
  const words = useWords().shell
  return (
    <button type="button" className="text" aria-pressed={elderly} onClick={() => setPreferences({ elderly: !elderly })}>
      <Icon name="letters" large />
      {elderly ? words.standard : words.elderly}
    </button>
  )
}
