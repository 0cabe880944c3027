import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { AgreementsTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<AgreementsTables>()

/** One party's signature of one version; not signed yet without its day. */
export type Signature = {
  readonly id: Id<'signature'>
  readonly versionId: Id<'version'>
  readonly partyId: Id<'institution'>
  readonly signedOn: PlainDate | null
  readonly termsHash: string | null
}

export async function insertSignatures(
  work: Work,
  institutionIds: readonly Id<'institution'>[],
  signatures: readonly Signature[],
): Promise<void> {
  await tables(work)
    .insertInto('agreements.signature')
    .values(signatures.map((signature) => ({ ...signature, signedBy: null, institutionIds: [...institutionIds] })))
    .execute()
}

export async function saveSignature(work: Work, { id, signedOn, termsHash }: Signature): Promise<void> {
  await tables(work)
    .updateTable('agreements.signature')
    .set({ signedOn, termsHash, signedBy: work.actor.accountId })
    .where('id', '=', id)
    .execute()
}

/** The signatures of versions, the first to sign first. */
export async function listSignatures(work: Work, versionIds: readonly Id<'version'>[]): Promise<Signature[]> {
  const rows = await tables(work)
    .selectFrom('agreements.signature')
    .select(['id', 'versionId', 'partyId', 'signedOn', 'termsHash'])
    .where(sql<boolean>`version_id = any (${versionIds}::uuid[])`)
    .orderBy('signedOn')
    .orderBy('id')
    .execute()
  return rows as Signature[]
}
