import { Type as T } from 'typebox'
import { bilingual, idOf, nullable, words } from '../../../platform/operation/schema.ts'
import { accountPurposes, partyKinds } from '../domain/account.ts'
import type { NamedAccount } from '../store/browse.ts'

export const accountPurpose = words(accountPurposes, 'accountPurpose')
/** Fen of CNY, with a sign. */
export const signedFen = T.Integer({ description: 'fen of CNY, negative where it is the other way round' })

export const accountView = T.Object({
  id: idOf('account'),
  purpose: accountPurpose,
  party: T.Object({ kind: words(partyKinds, 'partyKind'), id: T.String(), name: nullable(bilingual) }),
})

export const viewOfAccount = ({ id, purpose, partyKind, partyId, partyName }: NamedAccount): T.Static<typeof accountView> => ({
  id,
  purpose,
  party: { kind: partyKind, id: partyId, name: partyName && { zh: partyName.zh, en: partyName.en } },
})
