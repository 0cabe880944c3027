import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, spanOfDays } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { closeCommitment, promise } from '../../commitments/index.ts'
import { findNetwork } from '../../network/index.ts'
import { checkVersion } from '../domain/norm.ts'
import { severities } from '../domain/severity.ts'
import { normPublished } from '../events.ts'
import { refuse } from '../refusals.ts'
import { findInstitutionNames } from '../store/inspection.ts'
import {
  insertConfirmations,
  insertNormVersion,
  listNormVersions,
  lockNorm,
  type Norm,
  type NormVersion,
  supersedeConfirmations,
} from '../store/norm.ts'
import { tellViewers } from '../topics.ts'
import { findLookedAfter, findMembers, findSuperiors, network, stepsThrough } from './overseeing.ts'

/** What is owed while a version is unread: the word of the institution that it was read. */
export const normToConfirm = 'quality.norm-to-confirm'
/** A tier above has two days before the next one is told. */
const tierMinutes = 2880

const text = T.String({ minLength: 1, maxLength: 4000 })
export const sectionSchema = T.Object({ heading: bilingual, text: bilingual })
export const itemSchema = T.Object({
  code: T.String({ pattern: '^[A-Z0-9][A-Z0-9.-]{0,19}$' }),
  text: bilingual,
  severity: words(severities, 'findingSeverity'),
  coreSystem: nullable(T.Integer({ minimum: 1, maximum: 18, description: 'of the 18 core systems' })),
  indicatorCode: nullable(T.String({ maxLength: 60 })),
})
const named = T.Object({ zh: text, en: text })

/** Publishes the next version of a norm and asks every institution it is sent to for its word that it was read. */
export const publishNorm = defineCommand({
  name: 'quality.publish-norm',
  zh: '发布规范',
  en: 'Publish a version of a norm',
  permission: 'quality.norm.publish',
  network,
  input: T.Object({
    networkCode: T.String(),
    code: T.String({ pattern: '^[A-Z0-9][A-Z0-9-]{1,30}$' }),
    /** The version that the author had before him; 0: there was none. */
    follows: T.Integer({ minimum: 0 }),
    title: named,
    sections: T.Array(T.Object({ heading: named, text: named }), { minItems: 1, maxItems: 50 }),
    items: T.Array(T.Object({ ...itemSchema.properties, text: named }), { minItems: 1, maxItems: 200 }),
    /** The last day to confirm. */
    confirmUntil: plainDate,
    /** Null: all members that the actor's institution looks after. */
    institutionIds: nullable(T.Array(idOf('institution'), { maxItems: 1000 })),
  }),
  output: T.Object({ normId: idOf('norm'), versionId: idOf('normVersion'), number: T.Integer(), sent: T.Integer() }),
  refusals: [
    'platform.not-found',
    'quality.network-not-yours',
    'quality.not-a-member',
    'quality.nobody-to-send-to',
    'quality.norm-of-another-issuer',
    'quality.norm-moved-on',
    'quality.item-twice',
    'quality.confirm-by-past',
  ],
  async run(work, { networkCode, code, follows, title, sections, items, confirmUntil, institutionIds }) {
    const confirmBy = spanOfDays(defaultZone, confirmUntil, confirmUntil).until
    const checked = checkVersion({ items, confirmBy }, work.now)
    if (!checked.ok) return checked
    const found = await findNetwork(work, networkCode)
    if (!found) return refuse('quality.network-not-yours')
    const recipients = await recipientsOf(work, found.id, institutionIds)
    if (!recipients.ok) return recipients
    const issuerId = work.actor.institutionId ?? found.operatorId
    const norm = await lockNorm(work, { networkId: found.id, code, issuerId })
    if (norm.issuerId !== issuerId) {
      const issuer = (await findInstitutionNames(work, [norm.issuerId])).get(norm.issuerId) ?? norm.issuerId
      return refuse('quality.norm-of-another-issuer', { code, issuer })
    }
    const [latest] = await listNormVersions(work, norm.id)
    if ((latest?.number ?? 0) !== follows) return refuse('quality.norm-moved-on', { code })
    const version: NormVersion = {
      id: work.newId(),
      normId: norm.id,
      number: follows + 1,
      titleZh: title.zh,
      titleEn: title.en,
      sections,
      items,
      confirmBy,
      publishedAt: work.now,
      publishedBy: work.actor.accountId,
    }
    await insertNormVersion(work, version)
    for (const id of await supersedeConfirmations(work, norm.id)) await closeCommitment(work, normToConfirm, id, 'withdrawn')
    await askFor(work, norm, version, found.operatorId, recipients.value)
    await work.publish(normPublished.of(norm.id, { normId: norm.id, versionId: version.id }))
    return ok({ normId: norm.id, versionId: version.id, number: version.number, sent: recipients.value.length })
  },
})

/** Institutions of the network that stay members and that the actor's institution looks after; each that was named has to be one. */
async function recipientsOf(work: Work, networkId: Id<'network'>, named: readonly Id<'institution'>[] | null) {
  const names = await findInstitutionNames(work, [...(await findMembers(work, networkId, dateIn(defaultZone, work.now)))])
  const stranger = named?.find((id) => !names.has(id))
  if (stranger)
    return refuse('quality.not-a-member', { institution: (await findInstitutionNames(work, [stranger])).get(stranger) ?? stranger })
  const lookedAfter = await findLookedAfter(work, networkId)
  const recipients = (named ?? ([...names.keys()] as Id<'institution'>[])).filter((id) => lookedAfter === null || lookedAfter.has(id))
  if (recipients.length === 0 && named?.length === 0) return refuse('quality.nobody-to-send-to')
  return recipients.length === 0 || (named && recipients.length < named.length) ? refuse('quality.network-not-yours') : ok(recipients)
}

/** Each of them owes its word, its manager first; what is late goes to who looks after it in the line quality. */
async function askFor(
  work: Work,
  { networkId, issuerId, code }: Norm,
  { id: versionId, normId, number, titleZh, titleEn, confirmBy: dueAt }: NormVersion,
  operatorId: Id<'institution'>,
  recipients: readonly Id<'institution'>[],
): Promise<void> {
  const asked = recipients.map((institutionId) => ({
    id: work.newId<'normConfirmation'>(),
    versionId,
    normId,
    institutionId,
    dueAt,
    viewerIds: [...new Set([institutionId, issuerId, operatorId])],
  }))
  await insertConfirmations(work, asked)
  for (const { id, institutionId } of asked)
    await promise(work, {
      kind: normToConfirm,
      subjectId: id,
      owner: institutionId,
      escalatesTo: stepsThrough(await findSuperiors(work, networkId, institutionId), tierMinutes, institutionId),
      person: null,
      dueAt,
      role: 'manager',
      label: { zh: `${code} v${number} · ${titleZh}`, en: `${code} v${number} · ${titleEn}` },
    })
  await tellViewers(work, [...new Set([...recipients, issuerId, operatorId])])
}
