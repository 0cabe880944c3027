import { useId } from 'react'
import type { ShowCheckoutAnswer } from '../../../client/operations'
import { Field } from '../../../parts/field'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'

type Finding = ShowCheckoutAnswer['findings'][number]
/** Reasons by line and rule. */
export type Answers = Readonly<Record<string, string>>

const keyOf = ({ lineId, ruleCode }: Pick<Finding, 'lineId' | 'ruleCode'>): string => `${lineId} ${ruleCode}`

/** The reasons as the command takes them. */
export const toAnswers = (answers: Answers) =>
  Object.entries(answers).flatMap(([key, reason]) => {
    const [lineId = '', ruleCode = ''] = key.split(' ')
    return reason.trim() ? [{ lineId, ruleCode, reason: reason.trim() }] : []
  })

type Props = { readonly of: ShowCheckoutAnswer; readonly answers: Answers; readonly answer: (answers: Answers) => void }

/** What the rules found and nobody has answered yet: each wants a reason before the bill. */
export function Findings({ of: { findings, couldNotCheck, checkedRules }, answers, answer }: Props) {
  const words = useWords().billing
  if (findings.length + couldNotCheck.length === 0) return <p className="cap note">{words.findingsNone(checkedRules)}</p>
  return (
    <section>
      <h2 className="cap">{words.findings}</h2>
      {[...findings, ...couldNotCheck].map((finding) => (
        <FindingLine
          key={keyOf(finding)}
          finding={finding}
          reason={answers[keyOf(finding)] ?? ''}
          write={(reason) => answer({ ...answers, [keyOf(finding)]: reason })}
        />
      ))}
    </section>
  )
}

function FindingLine({ finding, reason, write }: { finding: Finding; reason: string; write: (reason: string) => void }) {
  const words = useWords().billing
  const pick = useBilingual()
  const listId = useId()
  return (
    <div className="cap">
      <p>
        <StatusMark of="verdict" value={finding.verdict} /> <b>{pick(finding.item)}</b> {pick(finding.sentence)}
      </p>
      <p className="note">
        {pick(finding.basis)} <span className="num">{finding.ruleCode}</span>
      </p>
      {finding.needs !== 'nothing' && (
        <Field label={words.reason} {...(finding.needs === 'override' ? { help: words.overrideBy } : {})}>
          {(control) => (
            <>
              <input {...control} list={listId} value={reason} maxLength={200} onChange={({ target }) => write(target.value)} />
              <datalist id={listId}>
                {finding.reasons.map((usual) => (
                  <option key={usual.zh} value={pick(usual)} />
                ))}
              </datalist>
            </>
          )}
        </Field>
      )}
    </div>
  )
}
