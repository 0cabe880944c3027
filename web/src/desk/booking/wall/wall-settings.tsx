import { RefusalNote } from '../../../parts/refusal-note'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { afterChange, steps } from './wall.data'

type Props = {
  readonly siteId: string
  readonly showsNames: boolean
  readonly spoken: boolean
  readonly speak: (on: boolean) => void
}

/** What a person sets once and nobody sees from afar: voice of this screen, names of this site. */
export function WallSettings({ siteId, showsNames, spoken, speak }: Props) {
  const words = useWords().queue
  const may = useMay(steps.setWall.permission)
  const set = useCommand(steps.setWall, siteId, { makesOld: afterChange })
  return (
    <span className="wall-settings">
      <button type="button" className="text" aria-pressed={spoken} onClick={() => speak(!spoken)}>
        {spoken ? words.speaking : words.speak}
      </button>
      {may && (
        <button type="button" className="text" aria-busy={set.pending} onClick={() => set.run({ siteId, showsNames: !showsNames })}>
          {showsNames ? words.numbersOnly : words.showNames}
        </button>
      )}
      <RefusalNote refusal={set.refusal} unsent={set.unsent} />
    </span>
  )
}
