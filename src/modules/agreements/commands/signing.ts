import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { plus } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { closeCommitment, promise } from '../../commitments/index.ts'
import { type Agreement, mayTouch, type Version } from '../domain/agreement.ts'
import { refuse } from '../refusals.ts'
import { findAgreementOf, findNetwork, listVersions, lockAgreement } from '../store/agreement.ts'
import { listSignatures, type Signature } from '../store/signature.ts'

/** What is owed while a version waits: the signature of a party. */
export const versionToSign = 'agreements.version-to-sign'
const daysToSign = 10

/** Why commands of this room look beyond the acting institution: each of them checks that the actor is a party. */
export const network = 'an agreement and the signatures that are owed belong to all its parties'

type Found = { readonly agreement: Agreement; readonly versions: readonly Version[] }

/** The agreement, locked, with its versions, if the actor is a party. */
export async function lockOwn(work: Work, agreementId: Id<'agreement'>): Promise<Result<Found, 'platform.not-found'>> {
  const agreement = await lockAgreement(work, agreementId)
  if (!agreement || !mayTouch(work.actor, agreement)) return refusePlatform('platform.not-found')
  return ok({ agreement, versions: await listVersions(work, [agreementId]) })
}

/** The same by one of its versions; nothing is changed in an agreement that has ended. */
export async function lockOwnVersion(
  work: Work,
  versionId: Id<'version'>,
): Promise<Result<Found & { readonly version: Version }, 'platform.not-found' | 'agreements.ended'>> {
  const agreementId = await findAgreementOf(work, versionId)
  if (!agreementId) return refusePlatform('platform.not-found')
  const found = await lockOwn(work, agreementId)
  if (!found.ok) return found
  const { endedOn } = found.value.agreement
  if (endedOn) return refuse('agreements.ended', { lastDay: endedOn })
  const version = found.value.versions.find(({ id }) => id === versionId)
  return version ? ok({ ...found.value, version }) : refusePlatform('platform.not-found')
}

/** Each of these signatures is owed by its party, and after ten days by the operator. */
export async function oweSignatures(work: Work, agreement: Agreement, unsigned: readonly Signature[]): Promise<void> {
  const operator = (await findNetwork(work, { id: agreement.networkId }))?.operatorId ?? null
  for (const { id, partyId } of unsigned)
    await promise(work, {
      kind: versionToSign,
      subjectId: id,
      owner: partyId,
      escalatesTo: operator === partyId ? null : operator,
      person: null,
      dueAt: plus(work.now, { days: daysToSign }),
      label: agreement.title,
    })
}

/** Nobody owes a signature of these versions any longer. */
export async function forgetSignatures(work: Work, versionIds: readonly Id<'version'>[]): Promise<void> {
  for (const { id, signedOn } of await listSignatures(work, versionIds))
    if (signedOn === null) await closeCommitment(work, versionToSign, id, 'withdrawn')
}
