import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { listInstitutions } from '../../client/operations'
import { Icon } from '../../parts/icon'
import { ask } from '../../wire/query'
import { useMay, useSession, useSwitchInstitution } from '../../wire/session'
import { useBilingual, useWords } from '../../words/use-words'

/** Where the signed-in person acts; a choice only for those who have one. */
export function InstitutionSwitch() {
  const words = useWords().shell
  const pick = useBilingual()
  const session = useSession()
  const mayRead = useMay('network.directory.read')
  const ids = session?.institutions.map(({ id }) => id).join(',') ?? ''
  const { data } = useQuery({ ...ask(listInstitutions, { ids }), enabled: mayRead && ids !== '' })
  const change = useSwitchInstitution()
  const nameOf = (id: string) => {
    const found = data?.items.find((institution) => institution.id === id)
    return found ? pick(found.name) : ''
  }
  if (!session?.institutionId) return null
  if (session.institutions.length < 2) {
    return (
      <span className="site">
        <Icon name="building" />
        {nameOf(session.institutionId)}
      </span>
    )
  }
  return (
    <Select
      aria-label={words.institution}
      className="site-select"
      variant="borderless"
      value={session.institutionId}
      loading={change.pending}
      options={session.institutions.map(({ id }) => ({ value: id, label: nameOf(id) }))}
      onChange={(institutionId: string) => change.run({ institutionId })}
    />
  )
}
