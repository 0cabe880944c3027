import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf, instant, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { findSeal } from '../../../platform/seal/index.ts'
import { postingKinds } from '../domain/posting.ts'
import { findPosting, listTransfers } from '../store/browse.ts'
import { journalChain } from '../store/seal.ts'
import { journalTopic } from '../topics.ts'
import { accountView, viewOfAccount } from './account-views.ts'

/** One posting: what it moved, where it comes from, and whether it is sealed. */
export const showPosting = defineQuery({
  name: 'ledger.show-posting',
  zh: '记账详情',
  en: 'One posting',
  permission: 'ledger.account.read',
  input: T.Object({ postingId: idOf('posting') }),
  output: T.Object({
    live: liveView,
    id: idOf('posting'),
    source: T.String(),
    what: words(postingKinds, 'postingKind'),
    date: plainDate,
    postedAt: instant,
    subject: T.Object({
      visitId: nullable(idOf('visit')),
      billId: nullable(idOf('bill')),
      serviceId: nullable(idOf('service')),
      claimId: nullable(idOf('claim')),
      settlementId: nullable(idOf('settlement')),
    }),
    /** An amount leaves the credit account for the debit account; null: an account that the acting institution does not see. */
    transfers: T.Array(
      T.Object({ debit: nullable(accountView), credit: nullable(accountView), amountFen: T.Integer({ description: 'fen of CNY' }) }),
    ),
    /** Null: not sealed yet. */
    seal: nullable(T.Object({ block: T.Integer(), sealedAt: instant })),
  }),
  refusals: ['platform.not-found'],
  async run(work, { postingId }) {
    const found = await findPosting(work, postingId)
    if (!found) return refuse('platform.not-found')
    const { networkId, transaction, visitId, billId, serviceId, claimId, settlementId, ...posting } = found
    const live = await includes(work, journalTopic, networkId)
    const transfers = await listTransfers(work, postingId)
    const seal = await findSeal(work.db, journalChain, transaction)
    return ok({
      ...posting,
      live,
      subject: { visitId, billId, serviceId, claimId, settlementId } as never,
      transfers: transfers.map(({ debit, credit, amountFen }) => ({
        debit: debit && viewOfAccount(debit),
        credit: credit && viewOfAccount(credit),
        amountFen: Number(amountFen),
      })),
      seal,
    })
  },
})
