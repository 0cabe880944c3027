import { useState } from 'react'
import type { CheckBasketAnswer, ShowConsultationAnswer } from '../../../client/operations'
import { useCommand } from '../../../wire/use-command'
import { afterChange, steps } from './consultation.data'
import type { AnswerField, Remark } from './verdict-lines'

type Order = ShowConsultationAnswer['orders'][number]
type Reasons = Readonly<Record<string, string>>

/** What is written to the rules and to allergies, and which orders go with the next signature: all but those that a rule stops. */
export function useSigning(visitId: string, drafts: readonly Order[], basket: CheckBasketAnswer | null) {
  const [allergies, setAllergies] = useState<Reasons>({})
  const [reasons, setReasons] = useState<Reasons>({})
  const sign = useCommand(steps.signOrders, visitId, { makesOld: afterChange })
  const keyOf = (orderId: string, { ruleCode }: Remark) => `${orderId} ${ruleCode}`
  const mayOverride = basket?.mayOverride ?? false

  const answerTo = (orderId: string, remark: Remark): AnswerField => {
    if (remark.verdict !== 'doubtful' && !(remark.verdict === 'violation' && mayOverride)) return null
    const key = keyOf(orderId, remark)
    return { value: reasons[key] ?? '', set: (reason) => setReasons({ ...reasons, [key]: reason }) }
  }
  const remarksOf = (orderId: string) => basket?.checks.find((check) => check.orderId === orderId)?.remarks ?? []
  const isStopped = ({ orderId }: Order) =>
    remarksOf(orderId).some((remark) => remark.verdict === 'violation' && !(answerTo(orderId, remark)?.value.trim() ?? ''))
  const toSign = drafts.filter((order) => !isStopped(order))

  const answersOf = (orderId: string) =>
    remarksOf(orderId).flatMap((remark) => {
      const reason = answerTo(orderId, remark)?.value.trim()
      return reason ? [{ ruleCode: remark.ruleCode, reason }] : []
    })
  const inputOf = ({ orderId, version }: Order) => {
    const [answers, allergyOverride] = [answersOf(orderId), allergies[orderId]?.trim()]
    return { orderId, version, ...(answers.length > 0 ? { answers } : {}), ...(allergyOverride ? { allergyOverride } : {}) }
  }
  const asksAllergy = sign.refusal?.code === 'care.allergy-against'
  return {
    sign,
    toSign,
    isStopped,
    answerTo,
    press: () => sign.run({ visitId, orders: toSign.map(inputOf) }),
    /** Why a drug is needed against an allergy; null: nobody asked. */
    allergyReason: ({ orderId }: Order): AnswerField =>
      asksAllergy || allergies[orderId] !== undefined
        ? { value: allergies[orderId] ?? '', set: (reason) => setAllergies({ ...allergies, [orderId]: reason }) }
        : null,
  }
}
