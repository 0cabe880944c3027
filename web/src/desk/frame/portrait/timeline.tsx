import { useState } from 'react'
import { enums } from '../../../client/enums'
import { Answer } from '../../../parts/answer'
import { useBilingual, useWords } from '../../../words/use-words'
import { Scroll } from '../scroll'
import { FactList } from './fact-list'
import { type Portrait, type TimelineFilter, usePortrait } from './reads'
import { Withheld } from './withheld'

type Props = {
  readonly personId: string
  /** Where the screen keeps the filter in its address; else it lasts as long as the timeline. */
  readonly filter?: TimelineFilter
  readonly change?: (filter: TimelineFilter) => void
}

/** What is known of a person over all institutions, the newest first, with where it comes from and why it may be seen. */
export function Timeline({ personId, filter, change }: Props) {
  const words = useWords().portrait
  const [own, setOwn] = useState<TimelineFilter>({})
  const shown = filter ?? own
  const set = change ?? setOwn
  const query = usePortrait(personId)
  const filtered = shown.kind !== undefined || shown.institution !== undefined
  return (
    <Answer of={query} rows={8}>
      {(portrait) => (
        <>
          <Filters of={portrait} filter={shown} change={set} />
          <Scroll label={words.timeline}>
            <Withheld of={portrait} institution={shown.institution} />
            <FactList portrait={portrait} filter={shown} {...(filtered ? { clear: () => set({}) } : {})} />
          </Scroll>
        </>
      )}
    </Answer>
  )
}

type FiltersProps = { readonly of: Portrait; readonly filter: TimelineFilter; readonly change: (filter: TimelineFilter) => void }

function Filters({ of: { kinds, institutions }, filter, change }: FiltersProps) {
  const words = useWords().portrait
  const pick = useBilingual()
  return (
    <fieldset className="tabs-line" aria-label={words.timeline}>
      <button type="button" aria-pressed={filter.kind === undefined} onClick={() => change({ ...filter, kind: undefined })}>
        {words.all}
      </button>
      {kinds.map(({ kind }) => (
        <button key={kind} type="button" aria-pressed={filter.kind === kind} onClick={() => change({ ...filter, kind })}>
          {pick(enums.factKind[kind])}
        </button>
      ))}
      {institutions.length > 1 && (
        <label className="field end">
          <span>{words.institution}</span>
          <select value={filter.institution ?? ''} onChange={({ target }) => change({ ...filter, institution: target.value || undefined })}>
            <option value="">{words.allInstitutions(institutions.length)}</option>
            {institutions.map(({ institutionId, name }) => (
              <option key={institutionId} value={institutionId}>
                {pick(name)}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  )
}
