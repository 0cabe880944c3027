import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable, plainDate } from '../../../platform/operation/schema.ts'
import { type Agreement, checkDays, checkParties, type Days, mayTouch, type Version } from '../domain/agreement.ts'
import { checkTerms, termsRefusals } from '../domain/check-terms.ts'
import { roleName, type Terms, termsSchema } from '../domain/terms.ts'
import { refuse } from '../refusals.ts'
import { findCommonNetworks, insertAgreement, insertVersion, listParties, nextCode, saveDraft } from '../store/agreement.ts'
import { lockOwn, lockOwnVersion, network } from './signing.ts'

const content = { terms: termsSchema, validFrom: plainDate, validUntil: nullable(plainDate) }
type Content = Days & { readonly terms: Terms }

function checkContent(content: Content, roles: readonly string[]) {
  const days = checkDays(content)
  return days.ok ? checkTerms(content.terms, roles) : days
}

async function insertDraft(work: Work, agreement: Agreement, number: number, { terms, validFrom, validUntil }: Content) {
  const versionId = work.newId<'version'>()
  const draft: Version = { id: versionId, number, state: 'draft', validFrom, validUntil, termsHash: null, withdrawReason: null }
  await insertVersion(work, agreement, draft, terms)
  return versionId
}

/** A new agreement between parties, with the draft of its first version. */
export const draftAgreement = defineCommand({
  name: 'agreements.draft-agreement',
  zh: '起草协议',
  en: 'Draft an agreement',
  permission: 'agreements.agreement.draft',
  network,
  input: T.Object({
    /** Absent: the one network of which all parties are members. */
    networkId: T.Optional(idOf('network')),
    code: T.Optional(T.String({ pattern: '^[A-Z][A-Z0-9-]{2,23}$', description: 'absent: the next of the year' })),
    title: bilingual,
    parties: T.Array(T.Object({ role: roleName, partyId: idOf('institution') }), { minItems: 2, maxItems: 12 }),
    ...content,
  }),
  output: T.Object({ agreementId: idOf('agreement'), versionId: idOf('version'), code: T.String() }),
  refusals: [
    'agreements.not-a-party',
    'agreements.role-reserved',
    'agreements.party-twice',
    'agreements.days-reversed',
    ...termsRefusals,
    'agreements.code-taken',
    'agreements.party-unknown',
    'agreements.network-unknown',
    'agreements.network-unclear',
  ],
  async run(work, { networkId: named, code: asked, title, parties, ...content }) {
    const agreementId = work.newId<'agreement'>()
    const institutionIds = parties.map(({ partyId }) => partyId)
    if (!mayTouch(work.actor, { institutionIds })) return refuse('agreements.not-a-party')
    const checkedParties = checkParties(parties)
    if (!checkedParties.ok) return checkedParties
    const checked = checkContent(
      content,
      parties.map(({ role }) => role),
    )
    if (!checked.ok) return checked
    const today = dateIn(defaultZone, work.now)
    const [networkId, ...others] = named ? [named] : await findCommonNetworks(work, institutionIds, today)
    if (!networkId || others.length > 0) return refuse('agreements.network-unclear', { count: networkId ? others.length + 1 : 0 })
    const code = asked ?? (await nextCode(work, networkId, today.slice(0, 4)))
    const agreement: Agreement = { id: agreementId, networkId, code, title, institutionIds, endedOn: null, endReason: null }
    const inserted = await insertAgreement(work, agreement, parties)
    if (!inserted.ok) return inserted
    return ok({ agreementId, versionId: await insertDraft(work, agreement, 1, content), code })
  },
})

const rolesOf = async (work: Work, agreementId: Id<'agreement'>): Promise<string[]> =>
  (await listParties(work, [agreementId])).map(({ role }) => role)

/** The draft of the next version of an agreement. */
export const draftVersion = defineCommand({
  name: 'agreements.draft-version',
  zh: '起草新版本',
  en: 'Draft the next version',
  permission: 'agreements.agreement.draft',
  network,
  input: T.Object({ agreementId: idOf('agreement'), ...content }),
  output: T.Object({ versionId: idOf('version'), number: T.Integer() }),
  refusals: ['platform.not-found', 'agreements.ended', 'agreements.draft-open', 'agreements.days-reversed', ...termsRefusals],
  async run(work, { agreementId, ...content }) {
    const found = await lockOwn(work, agreementId)
    if (!found.ok) return found
    const { agreement, versions } = found.value
    if (agreement.endedOn) return refuse('agreements.ended', { lastDay: agreement.endedOn })
    const open = versions.find(({ state }) => state === 'draft')
    if (open) return refuse('agreements.draft-open', { number: open.number })
    const checked = checkContent(content, await rolesOf(work, agreementId))
    if (!checked.ok) return checked
    const number = (versions.at(-1)?.number ?? 0) + 1
    return ok({ versionId: await insertDraft(work, agreement, number, content), number })
  },
})

/** New terms or days of a draft; what was proposed is frozen. */
export const changeDraft = defineCommand({
  name: 'agreements.change-draft',
  zh: '修改草稿',
  en: 'Change a draft',
  permission: 'agreements.agreement.draft',
  network,
  input: T.Object({ versionId: idOf('version'), ...content }),
  output: T.Object({ versionId: idOf('version') }),
  refusals: ['platform.not-found', 'agreements.ended', 'agreements.not-a-draft', 'agreements.days-reversed', ...termsRefusals],
  async run(work, { versionId, ...content }) {
    const found = await lockOwnVersion(work, versionId)
    if (!found.ok) return found
    const { agreement, version } = found.value
    if (version.state !== 'draft') return refuse('agreements.not-a-draft', { number: version.number })
    const checked = checkContent(content, await rolesOf(work, agreement.id))
    if (!checked.ok) return checked
    await saveDraft(work, versionId, content.terms, content)
    return ok({ versionId })
  },
})
