import { createHash } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'

export const partyKinds = ['institution', 'practitioner', 'person', 'payer'] as const
export type PartyKind = (typeof partyKinds)[number]

export const accountPurposes = ['receivable', 'cash', 'card', 'bank', 'deposit', 'to-share', 'share'] as const
export type AccountPurpose = (typeof accountPurposes)[number]

/** Whose account it is; of a payer, whom no room below the ledger knows, with the name. */
export type Party =
  | { readonly kind: 'institution' | 'practitioner' | 'person'; readonly id: string }
  | { readonly kind: 'payer'; readonly id: string; readonly name: Name }

/** An account by what it is, in CNY; it need not exist yet. */
export type AccountRef = { readonly networkId: Id<'network'>; readonly party: Party; readonly purpose: AccountPurpose }

export const currency = 'CNY'

const known = new Map<string, Id<'account'>>()
const knownLimit = 50_000

/** The id of an account follows from what it is (UUID version 8), so that it needs no look-up. */
export function accountIdOf({ networkId, party, purpose }: AccountRef): Id<'account'> {
  const text = `${networkId}|${party.kind}|${party.id}|${purpose}|${currency}`
  const found = known.get(text)
  if (found) return found
  if (known.size >= knownLimit) known.clear()
  const id = uuidOf(createHash('sha256').update(text).digest())
  known.set(text, id)
  return id
}

function uuidOf(hash: Buffer): Id<'account'> {
  const bytes = Buffer.from(hash.subarray(0, 16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as Id<'account'>
}

/** What has come to an account and what has left it, in fen. */
export type Balance = { readonly debitFen: bigint; readonly creditFen: bigint }
