import { type RoleName, roles } from '../../client/permissions'
import { useSession } from '../../wire/session'
import { useBilingual } from '../../words/use-words'

/** Who is signed in, and in which role. */
export function SignedIn() {
  const session = useSession()
  const pick = useBilingual()
  if (!session) return null
  const name = pick(session.name)
  return (
    <span className="me">
      <span className="face" aria-hidden="true">
        {name.slice(0, 1)}
      </span>
      <span>
        <b>{name}</b>
        <small>{session.roles.map((role) => pick(roles[role as RoleName])).join('、')}</small>
      </span>
    </span>
  )
}
