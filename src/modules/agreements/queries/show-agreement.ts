import { Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { leadingVersion, shownState, shownStates } from '../domain/agreement.ts'
import { sentencesOf } from '../domain/sentence.ts'
import { termsSchema } from '../domain/terms.ts'
import { findAgreement, findTerms, listParties, listVersions } from '../store/agreement.ts'
import { listSignatures } from '../store/signature.ts'

export const sentenceView = T.Object({
  place: T.String({ description: 'where in the terms: `split.steps[2]`' }),
  zh: T.String(),
  en: T.String(),
})

const agreementView = T.Object({
  id: idOf('agreement'),
  networkId: idOf('network'),
  code: T.String(),
  title: bilingual,
  endedOn: nullable(plainDate),
  endReason: nullable(T.String()),
  parties: T.Array(T.Object({ role: T.String(), partyId: idOf('institution'), name: bilingual })),
  /** By number. */
  versions: T.Array(
    T.Object({
      id: idOf('version'),
      number: T.Integer(),
      state: words(shownStates, 'agreementState'),
      validFrom: plainDate,
      validUntil: nullable(plainDate),
      withdrawReason: nullable(T.String()),
      signatures: T.Array(T.Object({ partyId: idOf('institution'), signedOn: nullable(plainDate) })),
    }),
  ),
  chosen: T.Object({ versionId: idOf('version'), terms: termsSchema, sentences: T.Array(sentenceView) }),
})

/** One agreement of the acting institution, with the sentences of one of its versions: the one asked for, or the leading one. */
export const showAgreement = defineQuery({
  name: 'agreements.show-agreement',
  zh: '协议详情',
  en: 'One agreement',
  permission: 'agreements.agreement.read',
  input: T.Object({ agreementId: idOf('agreement'), versionId: T.Optional(idOf('version')) }),
  output: agreementView,
  refusals: ['platform.not-found'],
  async run(work, { agreementId, versionId }) {
    const agreement = await findAgreement(work, agreementId)
    if (!agreement) return refuse('platform.not-found')
    const day = dateIn(defaultZone, work.now)
    const versions = await listVersions(work, [agreementId])
    const parties = (await listParties(work, [agreementId])).map(({ role, partyId, name }) => ({ role, partyId, name }))
    const signatures = await listSignatures(
      work,
      versions.map(({ id }) => id),
    )
    const chosen = versionId ? versions.find(({ id }) => id === versionId) : leadingVersion(agreement, versions, day)?.version
    if (!chosen) return refuse('platform.not-found')
    const terms = present(await findTerms(work, chosen.id), 'terms of a version')
    const { id, networkId, code, title, endedOn, endReason } = agreement
    return ok({
      ...{ id, networkId, code, title, endedOn, endReason, parties },
      versions: versions.map((version) => ({
        id: version.id,
        number: version.number,
        state: shownState(version, agreement, versions, day),
        validFrom: version.validFrom,
        validUntil: version.validUntil,
        withdrawReason: version.withdrawReason,
        signatures: signatures
          .filter((signature) => signature.versionId === version.id)
          .map(({ partyId, signedOn }) => ({ partyId, signedOn })),
      })),
      chosen: { versionId: chosen.id, terms, sentences: sentencesOf(terms, parties) },
    })
  },
})
