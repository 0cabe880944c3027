import { Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { closeCommitment } from '../../commitments/index.ts'
import { hashOfTerms, supersede, type Version } from '../domain/agreement.ts'
import { versionSigned } from '../events.ts'
import { refuse } from '../refusals.ts'
import { findTerms, listParties, saveVersion } from '../store/agreement.ts'
import { insertSignatures, listSignatures, type Signature, saveSignature } from '../store/signature.ts'
import { forgetSignatures, lockOwnVersion, network, oweSignatures, versionToSign } from './signing.ts'

/** Freezes the terms of a draft and asks every party for its signature. */
export const proposeVersion = defineCommand({
  name: 'agreements.propose-version',
  zh: '提交签署',
  en: 'Propose a version for signing',
  permission: 'agreements.agreement.draft',
  network,
  input: T.Object({ versionId: idOf('version') }),
  output: T.Object({ versionId: idOf('version') }),
  refusals: ['platform.not-found', 'agreements.ended', 'agreements.not-a-draft'],
  async run(work, { versionId }) {
    const found = await lockOwnVersion(work, versionId)
    if (!found.ok) return found
    const { agreement, version } = found.value
    if (version.state !== 'draft') return refuse('agreements.not-a-draft', { number: version.number })
    const parties = await listParties(work, [agreement.id])
    const terms = present(await findTerms(work, versionId), 'terms of a version')
    await saveVersion(work, { ...version, state: 'proposed', termsHash: hashOfTerms(terms, parties, version.validFrom) })
    const unsigned = parties.map(({ partyId }): Signature => ({ id: work.newId(), versionId, partyId, signedOn: null, termsHash: null }))
    await insertSignatures(work, agreement.institutionIds, unsigned)
    await oweSignatures(work, agreement, unsigned)
    return ok({ versionId })
  },
})

/** The acting institution signs; the last signature puts the version into force from its first day and shortens the one before. */
export const signVersion = defineCommand({
  name: 'agreements.sign-version',
  zh: '签署协议',
  en: 'Sign a version',
  permission: 'agreements.version.sign',
  network,
  input: T.Object({
    versionId: idOf('version'),
    /** Only the system signs for another than the acting institution. */
    partyId: T.Optional(idOf('institution')),
  }),
  output: T.Object({ versionId: idOf('version'), signedByAll: T.Boolean() }),
  refusals: [
    'platform.not-found',
    'agreements.ended',
    'agreements.not-proposed',
    'agreements.already-signed',
    'agreements.version-in-the-way',
  ],
  async run(work, { versionId, partyId }) {
    const found = await lockOwnVersion(work, versionId)
    if (!found.ok) return found
    const { version, versions } = found.value
    const signer = work.actor.kind === 'system' ? partyId : work.actor.institutionId
    const signatures = await listSignatures(work, [versionId])
    const own = signatures.find((signature) => signature.partyId === signer)
    if (own?.signedOn) return refuse('agreements.already-signed', { number: version.number })
    if (version.state !== 'proposed') return refuse('agreements.not-proposed', { number: version.number })
    if (!own) return refusePlatform('platform.not-found')
    await saveSignature(work, { ...own, signedOn: dateIn(defaultZone, work.now), termsHash: version.termsHash })
    await closeCommitment(work, versionToSign, own.id, 'kept')
    const signedByAll = signatures.every((signature) => signature.signedOn !== null || signature.id === own.id)
    if (!signedByAll) return ok({ versionId, signedByAll })
    const enacted = await enact(work, version, versions)
    if (!enacted.ok) return enacted
    await work.publish(
      versionSigned.of(found.value.agreement.id, { agreementId: found.value.agreement.id, versionId, validFrom: version.validFrom }),
    )
    return ok({ versionId, signedByAll })
  },
})

async function enact(work: Work, version: Version, versions: readonly Version[]) {
  const shortened = supersede(version, versions)
  if (!shortened.ok) return shortened
  for (const earlier of shortened.value) await saveVersion(work, earlier)
  await saveVersion(work, { ...version, state: 'signed' })
  return ok(null)
}

/** Takes back a version that is not signed by all: nobody owes a signature of it any longer. */
export const withdrawVersion = defineCommand({
  name: 'agreements.withdraw-version',
  zh: '撤回版本',
  en: 'Withdraw a version',
  permission: 'agreements.agreement.draft',
  network,
  input: T.Object({ versionId: idOf('version'), reason: T.String({ minLength: 2, maxLength: 200 }) }),
  output: T.Object({ versionId: idOf('version') }),
  refusals: ['platform.not-found', 'agreements.ended', 'agreements.not-withdrawable'],
  async run(work, { versionId, reason }) {
    const found = await lockOwnVersion(work, versionId)
    if (!found.ok) return found
    const { version } = found.value
    if (version.state !== 'draft' && version.state !== 'proposed') return refuse('agreements.not-withdrawable', { number: version.number })
    await saveVersion(work, { ...version, state: 'withdrawn', withdrawReason: reason })
    await forgetSignatures(work, [versionId])
    return ok({ versionId })
  },
})
