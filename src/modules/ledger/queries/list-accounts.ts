import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf, nullable, page, pageKey, parsePageKey } from '../../../platform/operation/schema.ts'
import { balanceOf } from '../domain/sides.ts'
import { findTotals } from '../store/balance.ts'
import { type AccountKey, findBookNetworks, listAccountRows } from '../store/browse.ts'
import { journalTopic } from '../topics.ts'
import { accountPurpose, accountView, signedFen, viewOfAccount } from './account-views.ts'

const limit = 100

/** Accounts of a network by purpose, those the acting institution sees, each with its balance; sums by purpose for its cashier. */
export const listAccounts = defineQuery({
  name: 'ledger.list-accounts',
  zh: '账户列表',
  en: 'Accounts of a network',
  permission: 'ledger.account.read',
  input: T.Object({ networkId: T.Optional(idOf('network')), purpose: T.Optional(accountPurpose), after: T.Optional(T.String()) }),
  output: T.Object({
    ...page(T.Object({ ...accountView.properties, balanceFen: signedFen })).properties,
    live: liveView,
    /** Null: the institution is in no network. */
    networkId: nullable(idOf('network')),
    networks: T.Array(T.Object({ id: idOf('network'), code: T.String() })),
    totals: T.Array(T.Object({ purpose: accountPurpose, debitFen: signedFen, creditFen: signedFen, balanceFen: signedFen })),
  }),
  refusals: [],
  async run(work, { networkId: asked, purpose, after }) {
    const networks = await findBookNetworks(work)
    const network = networks.find(({ id }) => id === asked) ?? networks[0] ?? null
    const live = await includes(work, journalTopic, network?.id ?? 'none')
    const rows = network ? await listAccountRows(work, network.id, purpose ?? null, keyOf(after), limit + 1) : []
    const totals = network?.isCashier ? await findTotals(work, network.id) : []
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return ok({
      live,
      networkId: network?.id ?? null,
      networks: networks.map(({ id, code }) => ({ id, code })),
      totals: totals.map(({ purpose: of, debitFen, creditFen }) => ({
        purpose: of,
        debitFen: Number(debitFen),
        creditFen: Number(creditFen),
        balanceFen: Number(balanceOf(of, { debitFen, creditFen })),
      })),
      items: shown.map((row) => ({ ...viewOfAccount(row), balanceFen: Number(balanceOf(row.purpose, row)) })),
      next: rows.length > limit && last ? pageKey(last.purpose, last.partyKind, last.partyId) : null,
    })
  },
})

function keyOf(after: string | undefined): AccountKey | null {
  const [purpose, partyKind, partyId] = parsePageKey(after) ?? []
  return purpose && partyKind && partyId ? { purpose, partyKind, partyId } : null
}
