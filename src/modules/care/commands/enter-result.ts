import { Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { findTerm, type LabDetail } from '../../../platform/terms/index.ts'
import { ageOn } from '../../people/index.ts'
import { mayBecome, type Order, orderStateWords, systemOf } from '../domain/order.ts'
import { isCritical, judge, type Patient, type ResultContent } from '../domain/result.ts'
import { refuse } from '../refusals.ts'
import { findCard } from '../store/department.ts'
import { lockResult, saveEntered } from '../store/result.ts'
import { tellOrder } from '../topics.ts'
import { lockOwnOrder } from './own-order.ts'

const measured = T.Object({ code: T.String(), value: T.Number(), unit: T.String() })
const text = T.String({ minLength: 2, maxLength: 20_000 })
/** What was measured, seen or handed out. */
const resultInput = T.Union([
  T.Object({ kind: T.Literal('laboratory'), values: T.Array(measured, { minItems: 1, maxItems: 200 }) }),
  T.Object({ kind: T.Literal('imaging'), finding: text, impression: text }),
  T.Object({
    kind: T.Literal('drug'),
    quantity: T.Number({ exclusiveMinimum: 0, maximum: 10_000 }),
    unit: T.String({ minLength: 1, maxLength: 20 }),
    batch: T.String({ minLength: 1, maxLength: 40 }),
  }),
])

/** Writes down what came of an order; it is the department's alone until it is verified, and may be entered again till then. */
export const enterResult = defineCommand({
  name: 'care.enter-result',
  zh: '录入结果',
  en: 'Enter a result',
  permission: 'care.worklist.work',
  input: T.Object({ orderId: idOf('order'), result: resultInput }),
  output: T.Object({ orderId: idOf('order'), critical: T.Boolean() }),
  refusals: [
    'platform.not-found',
    'platform.person-not-open',
    'care.step-not-now',
    'care.result-kind',
    'care.result-released',
    'care.item-unknown',
    'care.value-missing',
    'care.unit-wrong',
    'care.value-implausible',
  ],
  async run(work, { orderId, result }) {
    const found = await lockOwnOrder(work, orderId, 'performerId')
    if (!found.ok) return found
    const order = found.value
    const opened = await openPerson(work, order.personId)
    if (!opened.ok) return opened
    if (result.kind !== order.kind) return refuse('care.result-kind', { item: order.item })
    const known = await lockResult(work, orderId)
    if (known?.state === 'released') return refuse('care.result-released', { item: order.item })
    if (!mayBecome(order, 'completed'))
      return refuse('care.step-not-now', { item: order.item, state: orderStateWords[order.state], next: orderStateWords.completed })
    const content = result.kind === 'laboratory' ? await judged(work, order, result.values) : ok<ResultContent>(result)
    if (!content.ok) return content
    const critical = content.value.kind === 'laboratory' && content.value.values.some(({ flag }) => isCritical(flag))
    await saveEntered(work, order, content.value, critical)
    await tellOrder(work, order)
    return ok({ orderId, critical })
  },
})

async function judged(work: Work, order: Order, values: readonly T.Static<typeof measured>[]) {
  const signedOn = dateIn(defaultZone, present(order.signedAt, 'when an order was signed'))
  const term = await findTerm(work, systemOf.laboratory, order.itemCode, signedOn)
  if (!term) return refuse('care.item-unknown', { code: order.itemCode })
  const judgement = judge(term.detail as LabDetail, values, await patientOf(work, order))
  return judgement.ok ? ok<ResultContent>({ kind: 'laboratory', values: judgement.value }) : judgement
}

/** Sex and age as on the department's own card, which its grant brought. */
async function patientOf(work: Work, { personId }: Order): Promise<Patient> {
  const { sex, birthDate } = present(await findCard(work, personId), 'the card of an opened person')
  const today = dateIn(defaultZone, work.now)
  return { sex, ageYears: ageOn(birthDate, today) }
}
