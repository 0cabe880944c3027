import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../words/use-words'
import { actsForOther, family } from './people.data'

/** The chosen one is marked below; the router marks no link that is not exactly this address. */
const exactly = { exact: true, includeSearch: true }

/** Whose visits are shown: me, or one of my family; the choice stands in the address, an assessment stays with its person. Nothing is drawn without a family. */
export function FamilySwitch({
  to,
  person,
}: {
  to: '/' | '/book' | '/visits' | '/record' | '/results' | '/who-saw' | '/describe' | '/bills'
  person: string | undefined
}) {
  const words = useWords().people
  const members = (useQuery(family()).data?.items ?? []).filter(actsForOther)
  if (members.length === 0) return null
  return (
    <nav className="fam" aria-label={words.whoseVisits}>
      <Link
        to={to}
        search={(before) => ({ ...before, person: undefined, assessment: undefined })}
        activeOptions={exactly}
        aria-current={person ? undefined : 'page'}
      >
        {words.me}
      </Link>
      {members.map(({ personId, other }) => (
        <Link
          key={personId}
          to={to}
          search={(before) => ({ ...before, person: personId, assessment: undefined })}
          activeOptions={exactly}
          aria-current={person === personId ? 'page' : undefined}
        >
          {other?.name}
        </Link>
      ))}
    </nav>
  )
}

/** The name of the chosen family member; null for oneself. */
export function useMemberName(person: string | undefined): string | null {
  const { data } = useQuery({ ...family(), enabled: person !== undefined })
  return data?.items.find(({ personId }) => personId === person)?.other?.name ?? null
}
