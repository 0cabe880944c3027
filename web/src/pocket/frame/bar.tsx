import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon } from '../../parts/icon'
import { LanguageSwitch } from '../../parts/preference-switches'
import { useWords } from '../../words/use-words'

/** Top of a page: back where there is a back (or what leaving means here), the title, the language. */
export function Bar({ title, back = false, leave, children }: { title: string; back?: boolean; leave?: () => void; children?: ReactNode }) {
  const words = useWords().shell
  const { history } = useRouter()
  return (
    <header className="bar">
      {back && (
        <button type="button" className="back" aria-label={words.back} onClick={leave ?? (() => history.back())}>
          <Icon name="left" large />
        </button>
      )}
      <h1>{title}</h1>
      <LanguageSwitch />
      {children}
    </header>
  )
}
