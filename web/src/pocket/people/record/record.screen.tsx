import { useSearch } from '@tanstack/react-router'
import { Answer, Empty } from '../../../parts/answer'
import { useLive } from '../../../wire/live'
import { useSession } from '../../../wire/session'
import { useWords } from '../../../words/use-words'
import { Bar } from '../../frame/bar'
import { FamilySwitch, useMemberName } from '../family-switch'
import { Facts } from './facts'
import { Measurements } from './measurements'
import { type Portrait, portrait } from './record.data'

/** What is written down about me, in plain words, and where it comes from. */
export function RecordScreen() {
  const words = useWords().portrait
  const { person } = useSearch({ from: '/shell/record' })
  const name = useMemberName(person)
  const session = useSession()
  const personId = person ?? session?.personId
  return (
    <>
      <Bar title={name ? words.titleOf(name) : words.title} back />
      <main id="main" tabIndex={-1}>
        <FamilySwitch to="/record" person={person} />
        <p className="note">{words.lead}</p>
        {personId && <RecordOf key={personId} personId={personId} />}
      </main>
    </>
  )
}

function RecordOf({ personId }: { personId: string }) {
  const query = useLive(portrait(personId), { net: false })
  return <Answer of={query}>{(found) => <Sections of={found} />}</Answer>
}

function Sections({
  of: { kinds, measurements, medication, allergies, problems, imaging, procedures, immunisations, visits },
}: {
  of: Portrait
}) {
  const words = useWords().portrait
  if (kinds.length === 0)
    return (
      <section className="sheet">
        <Empty title={words.empty} hint={words.myEmptyHint} />
      </section>
    )
  return (
    <>
      <Facts title={words.allergies} facts={allergies.items} none={allergies.noneKnown ? words.noneKnown : words.notRecorded} />
      <Measurements of={measurements} />
      <Facts title={words.medication} facts={medication.active} none={words.noMedication} lasting />
      <Facts title={words.problems} facts={problems.active} none={words.noProblems} lasting />
      <Facts title={words.examinations} facts={[...imaging, ...procedures]} />
      <Facts title={words.immunisations} facts={immunisations} />
      <Facts title={words.visits} facts={visits} />
    </>
  )
}
