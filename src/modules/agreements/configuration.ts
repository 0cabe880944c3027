import { type Static, Type as T } from 'typebox'
import { present } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/id.ts'
import { ok } from '../../kernel/result.ts'
import type { Configuration, Work } from '../../platform/operation/index.ts'
import { bilingual, nullable, plainDate } from '../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../platform/refusals.ts'
import { oweSignatures } from './commands/signing.ts'
import { type Agreement, canonical, hashOfTerms, type PartyChoice, type Version } from './domain/agreement.ts'
import { roleName, termsSchema } from './domain/terms.ts'
import {
  findInstitutionsByName,
  findNetwork,
  findTerms,
  insertAgreement,
  insertVersion,
  listAgreementsOf,
  listParties,
  listVersions,
} from './store/agreement.ts'
import { insertSignatures, listSignatures, type Signature } from './store/signature.ts'

const versionStates = ['draft', 'proposed', 'signed', 'withdrawn'] as const
const agreementPart = T.Object({
  code: T.String(),
  title: bilingual,
  endedOn: nullable(plainDate),
  endReason: nullable(T.String()),
  parties: T.Array(T.Object({ role: roleName, institution: T.String() })),
  versions: T.Array(
    T.Object({
      number: T.Integer(),
      state: T.Unsafe<Version['state']>({ type: 'string', enum: [...versionStates] }),
      validFrom: plainDate,
      validUntil: nullable(plainDate),
      withdrawReason: nullable(T.String()),
      terms: termsSchema,
      signatures: T.Array(T.Object({ role: roleName, signedOn: nullable(plainDate) })),
    }),
  ),
})
const schema = T.Object({ agreements: T.Array(agreementPart) })
type AgreementPart = Static<typeof agreementPart>
type Part = Static<typeof schema>

/** The agreements of a network by code, with what was signed and when. */
export const configuration: Configuration = {
  schema,
  take: async (work, networkCode) => {
    const network = await findNetwork(work, { code: networkCode })
    const agreements: AgreementPart[] = []
    for (const agreement of network ? await listAgreementsOf(work, network.id) : []) agreements.push(await partOf(work, agreement))
    return { agreements }
  },
  give: async (work, networkCode, { agreements }: Part) => {
    const network = await findNetwork(work, { code: networkCode })
    if (!network) return refusePlatform('platform.configuration-unknown-name', { place: 'agreements', name: networkCode })
    const known = new Map((await listAgreementsOf(work, network.id)).map((agreement) => [agreement.code, agreement]))
    for (const part of agreements) {
      const there = known.get(part.code)
      if (there && canonical(await partOf(work, there)) !== canonical(part))
        return refusePlatform('platform.configuration-differs', { place: `agreements ${part.code}` })
      if (there) continue
      const given = await giveOne(work, network.id, part)
      if (!given.ok) return given
    }
    return ok(null)
  },
}

async function partOf(work: Work, agreement: Agreement): Promise<AgreementPart> {
  const { id, code, title, endedOn, endReason } = agreement
  const parties = await listParties(work, [id])
  const roleOf = (partyId: string): string => present(parties.find((party) => party.partyId === partyId)?.role, 'the role of a party')
  const versions: AgreementPart['versions'] = []
  for (const { id: versionId, number, state, validFrom, validUntil, withdrawReason } of await listVersions(work, [id])) {
    const signatures = (await listSignatures(work, [versionId])).map(({ partyId, signedOn }) => ({ role: roleOf(partyId), signedOn }))
    const terms = present(await findTerms(work, versionId), 'terms of a version')
    const byRole = signatures.toSorted((a, b) => (a.role < b.role ? -1 : 1))
    versions.push({ number, state, validFrom, validUntil, withdrawReason, terms, signatures: byRole })
  }
  return { code, title, endedOn, endReason, parties: parties.map(({ role, name }) => ({ role, institution: name.zh })), versions }
}

/** Writes an agreement as it was recorded; a signature that is still missing is owed here too. */
async function giveOne(work: Work, networkId: Id<'network'>, { code, title, endedOn, endReason, parties, versions }: AgreementPart) {
  const ids = await findInstitutionsByName(
    work,
    parties.map(({ institution }) => institution),
  )
  const chosen: PartyChoice[] = []
  for (const { role, institution } of parties) {
    const partyId = ids.get(institution)
    if (!partyId) return refusePlatform('platform.configuration-unknown-name', { place: `agreements ${code}`, name: institution })
    chosen.push({ role, partyId })
  }
  const agreement: Agreement = {
    ...{ id: work.newId<'agreement'>(), networkId, code, title, endedOn, endReason },
    institutionIds: chosen.map(({ partyId }) => partyId),
  }
  const inserted = await insertAgreement(work, agreement, chosen)
  if (!inserted.ok) return inserted
  for (const version of versions) await giveVersion(work, agreement, chosen, version)
  return ok(null)
}

async function giveVersion(
  work: Work,
  agreement: Agreement,
  parties: readonly PartyChoice[],
  { terms, signatures, ...version }: AgreementPart['versions'][number],
): Promise<void> {
  const id = work.newId<'version'>()
  const termsHash = signatures.length > 0 ? hashOfTerms(terms, parties, version.validFrom) : null
  await insertVersion(work, agreement, { ...version, id, termsHash }, terms)
  if (signatures.length === 0) return
  const rows = signatures.map(({ role, signedOn }): Signature => {
    const partyId = present(parties.find((party) => party.role === role)?.partyId, 'the party of a signature')
    return { id: work.newId(), versionId: id, partyId, signedOn, termsHash: signedOn && termsHash }
  })
  await insertSignatures(work, agreement.institutionIds, rows)
  if (version.state === 'proposed')
    await oweSignatures(
      work,
      agreement,
      rows.filter(({ signedOn }) => signedOn === null),
    )
}
