import { enums } from '../../../client/enums'
import type { ShowInspectionAnswer } from '../../../client/operations'
import { RefusalNote } from '../../../parts/refusal-note'
import { SaveState } from '../../../parts/save-state'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'
import { coreSystemOf } from '../core-system'
import { EvidenceFields } from '../evidence-fields'
import { type Answered, tallyOf } from './answer-draft'
import { useInspectionDraft } from './use-inspection-draft'

type Item = ShowInspectionAnswer['checklist'][number]
type Props = { readonly shown: ShowInspectionAnswer; readonly reload: () => void }

/** The checklist to carry out: each item one answer, kept as it is written; completing seals it. */
export function ChecklistForm({ shown, reload }: Props) {
  const words = useWords().loop
  const { draft, codes, answer, save, complete, movedOn, state } = useInspectionDraft(shown)
  const { left, found } = tallyOf(draft, codes)
  return (
    <>
      <ol className="grow checklist">
        {shown.checklist.map((item) => (
          <ItemAnswer key={item.code} item={item} answer={draft[item.code]} change={(part) => answer(item.code, part)} />
        ))}
      </ol>
      <div className="foot">
        <RefusalNote refusal={save.refusal ?? complete.refusal} unsent={save.unsent || complete.unsent} />
        {movedOn && (
          <button type="button" className="btn" onClick={reload}>
            {words.openLatest}
          </button>
        )}
        <SaveState {...state} />
        <span className="note num">{words.completeHint(left, found)}</span>
        <button type="button" className="btn primary" aria-busy={complete.busy} onClick={complete.press}>
          {words.complete}
        </button>
      </div>
    </>
  )
}

type AnswerProps = {
  readonly item: Item
  readonly answer: Answered | undefined
  readonly change: (part: Partial<Answered> & Pick<Answered, 'outcome'>) => void
}

function ItemAnswer({ item: { code, text, severity, coreSystem }, answer, change }: AnswerProps) {
  const words = useWords().loop
  const pick = useBilingual()
  const core = coreSystemOf(coreSystem)
  return (
    <li>
      <fieldset>
        <legend>
          <b className="num">{code}</b> {pick(text)} <StatusMark of="findingSeverity" value={severity} />{' '}
          {core && <small className="note">{pick(core)}</small>}
        </legend>
        <span className="seg">
          {(Object.keys(enums.inspectionOutcome) as Answered['outcome'][]).map((outcome) => (
            <button key={outcome} type="button" aria-pressed={answer?.outcome === outcome} onClick={() => change({ outcome })}>
              {pick(enums.inspectionOutcome[outcome])}
            </button>
          ))}
        </span>
        {answer && (answer.outcome === 'not-passed' || answer.note !== '' || answer.evidence.length > 0) && (
          <div className="seen">
            <textarea
              aria-label={words.note}
              placeholder={`${words.note}（${words.noteHelp}）`}
              value={answer.note}
              maxLength={4000}
              rows={2}
              onChange={(event) => change({ outcome: answer.outcome, note: event.target.value })}
            />
            <EvidenceFields evidence={answer.evidence} change={(evidence) => change({ outcome: answer.outcome, evidence })} />
          </div>
        )}
      </fieldset>
    </li>
  )
}
