import { Empty } from '../../../parts/answer'
import { useWords } from '../../../words/use-words'
import type { Portrait } from '../../frame/portrait/reads'
import { Withheld } from '../../frame/portrait/withheld'
import { Scroll } from '../../frame/scroll'
import { FactTable } from './fact-table'

/** Problems that last, then those that are over. */
export function Problems({ of }: { of: Portrait }) {
  const words = useWords().portrait
  return (
    <Scroll label={words.problems}>
      <Withheld of={of} />
      <FactTable title={words.active} none={words.noProblems} facts={of.problems.active} of={of} />
      {of.problems.ended.length > 0 && <FactTable title={words.ended} none="" facts={of.problems.ended} of={of} />}
    </Scroll>
  )
}

/** Drugs in use, then those that were. */
export function Medication({ of }: { of: Portrait }) {
  const words = useWords().portrait
  return (
    <Scroll label={words.medication}>
      <FactTable title={words.inUse} none={words.noMedication} facts={of.medication.active} of={of} />
      {of.medication.ended.length > 0 && <FactTable title={words.ended} none="" facts={of.medication.ended} of={of} />}
    </Scroll>
  )
}

/** Allergies; that none is known is a fact, that nobody asked is none. */
export function AllergySection({ of }: { of: Portrait }) {
  const words = useWords().portrait
  const { items, noneKnown } = of.allergies
  if (items.length > 0)
    return (
      <Scroll label={words.allergies}>
        <FactTable title={words.allergies} none="" facts={items} of={of} />
      </Scroll>
    )
  return noneKnown ? <Empty title={words.noneKnown} /> : <Empty title={words.notRecorded} hint={words.notRecordedHint} />
}
