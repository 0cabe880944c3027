import { useId } from 'react'
import type { CheckBasketAnswer } from '../../../client/operations'
import { formatFen } from '../../../parts/money'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'

export type Check = CheckBasketAnswer['checks'][number]
export type Remark = Check['remarks'][number]

/** What somebody writes to a remark; null: there is nothing to write. */
export type AnswerField = { readonly value: string; readonly set: (reason: string) => void } | null

type Props = {
  /** Undefined: the rules have not answered yet; null: they could not be asked. */
  readonly check: Check | null | undefined
  readonly answerTo: (remark: Remark) => AnswerField
}

/** What the review rules say of an order: clear, found, could not check, or checked later, each with its sentence. */
export function VerdictLines({ check, answerTo }: Props) {
  const words = useWords().care
  if (check === undefined) return <p className="note">{words.checking}</p>
  if (check === null) return <Verdict of="could-not-check" sentence={words.couldNotAsk} />
  if (check.remarks.length === 0) return <Verdict of="clear" sentence={words.checkedRules(check.checkedRules)} />
  return check.remarks.map((remark) => <RemarkLine key={remark.ruleCode} remark={remark} answer={answerTo(remark)} />)
}

function Verdict({ of, sentence }: { of: Remark['verdict']; sentence: string }) {
  return (
    <div className="verdict">
      <StatusMark of="verdict" value={of} />
      <p>{sentence}</p>
    </div>
  )
}

function RemarkLine({ remark, answer }: { remark: Remark; answer: AnswerField }) {
  const words = useWords().care
  const pick = useBilingual()
  const { verdict, ruleCode, ruleVersion, rule, basis, sentence, amountFen } = remark
  return (
    <div className="verdict">
      <StatusMark of="verdict" value={verdict} />
      <p>
        {pick(sentence)}
        {amountFen ? words.inQuestion(formatFen(amountFen)) : ''}
      </p>
      <div className="acts">
        {answer && <ReasonField remark={remark} answer={answer} />}
        {verdict === 'violation' && !answer && <span>{words.askHead}</span>}
        <span className="note num" title={pick(basis)}>
          {words.ruleOf(pick(rule), ruleCode, ruleVersion)}
        </span>
      </div>
    </div>
  )
}

/** A reason, written or chosen from the typical ones. */
function ReasonField({ remark: { verdict, reasons }, answer }: { remark: Remark; answer: NonNullable<AnswerField> }) {
  const words = useWords().care
  const pick = useBilingual()
  const list = useId()
  const label = verdict === 'violation' ? words.overrideReason : words.doubtReason
  return (
    <>
      <input
        className="reason"
        list={list}
        aria-label={label}
        placeholder={label}
        value={answer.value}
        minLength={2}
        maxLength={200}
        onChange={(event) => answer.set(event.target.value)}
      />
      <datalist id={list}>
        {reasons.map((reason) => (
          <option key={reason.en} value={pick(reason)} />
        ))}
      </datalist>
    </>
  )
}
