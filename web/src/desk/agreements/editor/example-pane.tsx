import { enums } from '../../../client/enums'
import type { PreviewTermsAnswer } from '../../../client/operations'
import { ShareBar } from '../../../parts/share-bar'
import { useBilingual, useWords } from '../../../words/use-words'
import { type Example, replaced } from './draft'
import { Choose, NumberInput } from './inputs'
import { useRoleChoices } from './roles'

type Props = {
  readonly example: Example
  readonly roles: readonly string[]
  /** The last good answer. */
  readonly answer: PreviewTermsAnswer | undefined
  /** The typed terms have none. */
  readonly wrong: boolean
  readonly change: (part: Partial<Example>) => void
}

/** What the terms do with one bill, while they are typed. */
export function ExamplePane({ example, roles, answer, wrong, change }: Props) {
  const words = useWords().agreements
  return (
    <aside className="hold" aria-label={words.example}>
      <section>
        <h2>{words.example}</h2>
        <p className="note">{words.exampleNote}</p>
        <BillFields example={example} roles={roles} change={change} />
      </section>
      {wrong && answer && <p className="pad note">{words.stale}</p>}
      {answer ? <Result answer={answer} /> : !wrong && <p className="pad note">{words.partiesMissing}</p>}
    </aside>
  )
}

function BillFields({ example, roles, change }: Omit<Props, 'answer' | 'wrong'>) {
  const words = useWords().agreements
  const pick = useBilingual()
  const { own, orNobody } = useRoleChoices(roles)
  const { host, expert, device, minutes, charges } = example
  return (
    <div className="term-fields narrow">
      {charges.map(({ category, amountFen }, index) => (
        <NumberInput
          key={category}
          label={pick(enums.chargeCategory[category])}
          value={amountFen}
          onChange={(next = 0) => change({ charges: replaced(charges, index, { category, amountFen: next }) })}
        />
      ))}
      <NumberInput label={words.minutes} value={minutes} whole onChange={(next = 1) => change({ minutes: next })} />
      <Choose label={words.host} value={host} choices={own} onChange={(next) => change({ host: next })} />
      <Choose label={words.expertOf} value={expert ?? ''} choices={orNobody} onChange={(next) => change({ expert: next || null })} />
      <Choose label={words.deviceOf} value={device ?? ''} choices={orNobody} onChange={(next) => change({ device: next || null })} />
    </div>
  )
}

function Result({ answer: { shares, totalFen, links, sentences } }: { answer: PreviewTermsAnswer }) {
  const words = useWords().agreements
  const pick = useBilingual()
  return (
    <>
      <section>
        <h2>{words.whoGets}</h2>
        <ShareBar shares={shares.map(({ party, name, amountFen }) => ({ key: party, name: pick(name), amountFen }))} totalFen={totalFen} />
      </section>
      <section>
        <h2>{words.why}</h2>
        <ol className="sentences">
          {sentences.map((sentence) => (
            <li key={sentence.place}>{pick(links.find(({ place }) => place === sentence.place)?.sentence ?? sentence)}</li>
          ))}
        </ol>
      </section>
    </>
  )
}
