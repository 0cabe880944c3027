import { Outlet, useMatches, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { permissions } from '../../client/permissions'
import { Empty } from '../../parts/answer'
import { Icon } from '../../parts/icon'
import { LanguageSwitch, ModeSwitch } from '../../parts/preference-switches'
import { useMay, useSession, useSignOut } from '../../wire/session'
import { useBilingual, useWords } from '../../words/use-words'
import { InstitutionSwitch } from './institution-switch'
import { Navigation } from './navigation'
import { Palette } from './palette'
import { SignedIn } from './signed-in'

/** The frame around every screen of the desk: who, where, search, navigation, and the page or why it is closed. */
export function Shell() {
  const words = useWords()
  const {
    staticData: { permission, title },
  } = useMatches({ select: (matches) => matches.at(-1) }) ?? { staticData: { permission: null, title: null } }
  const navigate = useNavigate()
  const signOut = useSignOut(() => void navigate({ to: '/sign-in', search: {} }))
  useEffect(() => {
    document.title = [title?.(words), words.shell.product].filter(Boolean).join(' · ')
  }, [title, words])
  return (
    <div className="desk">
      <a className="skip" href="#main">
        {words.shell.skip}
      </a>
      <header className="top">
        <span className="brand">
          <svg className="mark" viewBox="0 0 20 20" aria-hidden="true">
            <path d="M6 2v5m0 4v7M14 2v11m0 4v1M2 6h10m4 0h2M2 14h2m4 0h10" />
          </svg>
          {words.shell.product}
        </span>
        <InstitutionSwitch />
        <Palette />
        <div className="top-end">
          <LanguageSwitch />
          <ModeSwitch />
          <SignedIn />
          <button type="button" className="text" onClick={() => signOut.run({})} aria-disabled={signOut.pending}>
            <Icon name="exit" />
            {words.shell.signOut}
          </button>
        </div>
      </header>
      <Navigation />
      <main id="main" tabIndex={-1}>
        <Page permission={permission} />
      </main>
    </div>
  )
}

function Page({ permission }: { permission: keyof typeof permissions | null }) {
  const words = useWords().shell
  const pick = useBilingual()
  const may = useMay(permission)
  const session = useSession()
  if (session?.kind === 'patient') {
    return (
      <Empty title={words.goToPocket}>
        <a className="btn primary" href="/pocket/">
          {words.openPocket}
        </a>
      </Empty>
    )
  }
  if (!may && permission) return <Empty title={words.notPermittedTitle} hint={words.notPermitted(pick(permissions[permission]))} />
  return <Outlet />
}
