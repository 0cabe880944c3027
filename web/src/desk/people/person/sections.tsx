import { Link } from '@tanstack/react-router'
import { useWords } from '../../../words/use-words'
import { type KnownFact, usePortrait } from '../../frame/portrait/reads'
import { type Section, sections } from './person.view'

const kindOf: Partial<Record<Section, KnownFact['kind']>> = {
  problems: 'problem',
  medication: 'medication',
  allergies: 'allergy',
  measurements: 'measurement',
  imaging: 'imaging',
  visits: 'visit',
}

/** The sections of the record, each with how many facts are seen there. */
export function Sections({ personId, shown }: { personId: string; shown: Section }) {
  const words = useWords().portrait
  const { data } = usePortrait(personId)
  const count = (section: Section): number | undefined => {
    if (section === 'timeline') return data?.kinds.reduce((sum, kind) => sum + kind.shown, 0)
    const kind = kindOf[section]
    return kind && data ? (data.kinds.find((known) => known.kind === kind)?.shown ?? 0) : undefined
  }
  return (
    <nav className="sections" aria-label={words.sections}>
      {sections.map((section) => (
        <Link
          key={section}
          to="/people/$personId"
          params={{ personId }}
          search={{ section: section === 'overview' ? undefined : section }}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={section === shown ? 'page' : undefined}
        >
          {words[section]} <b>{count(section)}</b>
        </Link>
      ))}
    </nav>
  )
}
