import { Link, Outlet, useMatches, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { permissions } from '../../client/permissions'
import { Empty } from '../../parts/answer'
import { Icon, type IconName } from '../../parts/icon'
import { useMay } from '../../wire/session'
import { type AllWords, useBilingual, useWords } from '../../words/use-words'

const tabs: { to: '/' | '/book' | '/visits' | '/bills'; icon: IconName; word: (words: AllWords) => string }[] = [
  { to: '/', icon: 'home', word: ({ shell }) => shell.home },
  { to: '/book', icon: 'calendar', word: ({ shell }) => shell.book },
  { to: '/visits', icon: 'queue', word: ({ shell }) => shell.myVisits },
  { to: '/bills', icon: 'money', word: ({ bill }) => bill.bills },
]

/** The frame of the patient's app: the page and the tabs. */
export function Shell() {
  const words = useWords()
  const pick = useBilingual()
  const { permission, title } = useMatches({ select: (matches) => matches.at(-1)?.staticData }) ?? { permission: null, title: null }
  const may = useMay(permission)
  const { person } = useSearch({ strict: false })
  useEffect(() => {
    document.title = [title?.(words), words.shell.product].filter(Boolean).join(' · ')
  }, [title, words])
  return (
    <div className="pocket">
      <a className="skip" href="#main">
        {words.shell.skip}
      </a>
      {may || !permission ? (
        <Outlet />
      ) : (
        <Empty title={words.shell.notPermittedTitle} hint={words.shell.notPermitted(pick(permissions[permission]))} />
      )}
      <nav className="tabs" aria-label={words.shell.navigation}>
        {tabs.map(({ to, icon, word }) => (
          <Link
            key={to}
            to={to}
            search={{ person }}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            <Icon name={icon} large />
            <span>{word(words)}</span>
          </Link>
        ))}
      </nav>
    </div>
  )
}
