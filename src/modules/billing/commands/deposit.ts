import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { yuan } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { tellAll } from '../../../platform/live/index.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { post } from '../../ledger/index.ts'
import { findOperator } from '../../network/index.ts'
import { deposited, type MoneyMeans, moneyMeans } from '../domain/posting.ts'
import { refuse } from '../refusals.ts'
import { findDeposit, moveDeposit } from '../store/deposit.ts'
import { nextNumber } from '../store/number.ts'
import { deskTopic, ownTopic } from '../topics.ts'
import { hasTrace, referenceInput, someFen } from './record-payment.ts'

const input = T.Object({
  networkId: idOf('network'),
  personId: idOf('person'),
  means: words(moneyMeans, 'paymentMeans'),
  amountFen: someFen,
  reference: referenceInput,
})
const output = T.Object({ depositEntryId: idOf('deposit-entry'), number: T.String() })
const permission = 'billing.deposit.take'
const network = 'the accounts of a network are kept over all its members'

type Asked = {
  readonly networkId: Id<'network'>
  readonly personId: Id<'person'>
  readonly means: MoneyMeans
  readonly amountFen: number
  readonly reference?: string | null
}

/** Moves a deposit, in or out, at the collector of a network. */
async function change(work: Work, kind: 'taken' | 'returned', { networkId, personId, means, amountFen, reference = null }: Asked) {
  const collectorId = await findOperator(work, networkId)
  if (collectorId === null || collectorId !== work.actor.institutionId) return refusePlatform('platform.not-found')
  const opened = await openPerson(work, personId)
  if (!opened.ok) return opened
  if (hasTrace(means) && !reference?.trim()) return refuse('billing.reference-missing')
  const id = work.newId<'deposit-entry'>()
  const number = await nextNumber(work, collectorId, 'D')
  const signed = kind === 'taken' ? BigInt(amountFen) : -BigInt(amountFen)
  const entry = { id, number, kind, amountFen: signed, means, reference: reference?.trim() || null, billId: null }
  if (!(await moveDeposit(work, { personId, collectorId, networkId }, entry)))
    return refuse('billing.deposit-too-low', {
      balance: yuan(await findDeposit(work, personId, collectorId)),
      amount: yuan(BigInt(amountFen)),
    })
  await post(work, {
    source: `billing.deposit:${id}`,
    what: kind === 'taken' ? 'deposit' : 'deposit-return',
    date: dateIn(defaultZone, work.now),
    subject: {},
    transfers: deposited({ networkId, collectorId, personId, payer: null }, means, signed),
  })
  await tellAll(work, [
    { topic: deskTopic, id: collectorId },
    { topic: ownTopic, id: personId },
  ])
  return ok({ depositEntryId: id, number })
}

export const takeDeposit = defineCommand({
  name: 'billing.take-deposit',
  zh: '收预交金',
  en: 'Take a deposit',
  permission,
  network,
  input,
  output,
  refusals: ['platform.not-found', 'platform.person-not-open', 'billing.reference-missing', 'billing.deposit-too-low'],
  run: (work, asked) => change(work, 'taken', asked),
})

/** Gives back what is left of a deposit, or a part; never more. */
export const returnDeposit = defineCommand({
  name: 'billing.return-deposit',
  zh: '退预交金',
  en: 'Return a deposit',
  permission,
  network,
  input,
  output,
  refusals: ['platform.not-found', 'platform.person-not-open', 'billing.reference-missing', 'billing.deposit-too-low'],
  run: (work, asked) => change(work, 'returned', asked),
})
