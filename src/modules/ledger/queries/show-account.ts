import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf, instant, nullable, page, pageKey, parsePageKey, plainDate, words } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import type { AccountPurpose } from '../domain/account.ts'
import { postingKinds } from '../domain/posting.ts'
import { balanceOf } from '../domain/sides.ts'
import { type Entry, type EntryKey, findAccount, listEntries } from '../store/browse.ts'
import { journalTopic } from '../topics.ts'
import { accountView, signedFen, viewOfAccount } from './account-views.ts'

const limit = 50

const entryView = T.Object({
  postingId: idOf('posting'),
  place: T.Integer(),
  what: words(postingKinds, 'postingKind'),
  date: plainDate,
  postedAt: instant,
  /** Null: an account that the acting institution does not see. */
  counter: nullable(accountView),
  amountFen: signedFen,
  /** Of the account, after this entry. */
  balanceFen: signedFen,
})

/** One account and its entries, the newest first, each with the balance after it. */
export const showAccount = defineQuery({
  name: 'ledger.show-account',
  zh: '账户明细',
  en: 'One account',
  permission: 'ledger.account.read',
  input: T.Object({ accountId: idOf('account'), after: T.Optional(T.String()) }),
  output: T.Object({
    ...page(entryView).properties,
    live: liveView,
    account: accountView,
    balanceFen: signedFen,
    inFen: T.Integer({ description: 'all that has come to it, fen' }),
    outFen: T.Integer({ description: 'all that has left it, fen' }),
  }),
  refusals: ['platform.not-found'],
  async run(work, { accountId, after }) {
    const networkId = (await findAccount(work, accountId))?.networkId
    if (!networkId) return refuse('platform.not-found')
    const live = await includes(work, journalTopic, networkId)
    const account = await findAccount(work, accountId)
    if (!account) return refuse('platform.not-found')
    const { purpose } = account
    const balance = balanceOf(purpose, account)
    const key = keyOf(after)
    const rows = await listEntries(work, accountId, key, limit + 1)
    const shown = withBalances(rows.slice(0, limit), purpose, key?.balanceFen ?? balance)
    const last = shown.at(-1)
    return ok({
      live,
      account: viewOfAccount(account),
      balanceFen: Number(balance),
      inFen: Number(balance === account.debitFen - account.creditFen ? account.debitFen : account.creditFen),
      outFen: Number(balance === account.debitFen - account.creditFen ? account.creditFen : account.debitFen),
      items: shown.map(({ counter, amountFen, balanceFen, isDebit: _, transaction: __, ...entry }) => ({
        ...entry,
        counter: counter && viewOfAccount(counter),
        amountFen: Number(amountFen),
        balanceFen: Number(balanceFen),
      })),
      next:
        rows.length > limit && last
          ? pageKey(last.transaction, last.postingId, String(last.place), String(last.balanceFen - last.amountFen))
          : null,
    })
  },
})

/** From the newest down: the balance before an entry is the balance after the one below it. */
function withBalances(entries: readonly Entry[], purpose: AccountPurpose, newest: bigint): (Entry & { balanceFen: bigint })[] {
  let balanceFen = newest
  return entries.map((entry) => {
    const moved = entry.isDebit ? { debitFen: entry.amountFen, creditFen: 0n } : { debitFen: 0n, creditFen: entry.amountFen }
    const shown = { ...entry, amountFen: balanceOf(purpose, moved), balanceFen }
    balanceFen -= shown.amountFen
    return shown
  })
}

/** The key of a page carries the balance that its first entry leaves, so that no page sums what lies before it. */
function keyOf(after: string | undefined): (EntryKey & { readonly balanceFen: bigint }) | null {
  const [transaction, postingId, place, balanceFen] = parsePageKey(after) ?? []
  if (!transaction || !postingId || !place || !balanceFen) return null
  if (![transaction, place, balanceFen].every((number) => /^-?\d{1,19}$/.test(number))) return null
  return { transaction, postingId, place: Number(place), balanceFen: BigInt(balanceFen) }
}
