import { present } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/id.ts'
import { draftAgreement, proposeVersion, signVersion } from '../../modules/agreements/index.ts'
import { setPrice } from '../../modules/billing/index.ts'
import { defineOffering } from '../../modules/booking/index.ts'
import { offerService } from '../../modules/care/index.ts'
import type { Actor } from '../../platform/operation/index.ts'
import { staffActor } from './actor.ts'
import { type Institution, type Loading, run, siteId } from './loading.ts'
import type { PlannedAgreement } from './plan.ts'
import { departmentPrices } from './prices.ts'

/** What the network offers. */
export async function offer(
  loading: Loading,
  operator: Actor,
  networkId: Id<'network'>,
  institutionId: (name: string) => Institution,
): Promise<void> {
  for (const { code, owner, name, minutes, setupMinutes, preparation, needs, prices } of loading.plan.offerings) {
    const defined = await run<{ offeringId: Id<'offering'> }>(loading, operator, defineOffering, {
      networkId,
      ownerId: institutionId(owner),
      code,
      name,
      durationMinutes: minutes,
      setupMinutes,
      preparation,
      needs,
      prices: prices.flatMap(({ site, title, parts }) =>
        parts.map((part) => ({ siteId: site === null ? null : siteId(loading, site), title, ...part })),
      ),
    })
    loading.offerings.set(code, defined.offeringId)
  }
}

/** What its departments perform, and what they ask for it. */
export async function openDepartments(loading: Loading, operator: Actor, institutionId: (name: string) => Institution): Promise<void> {
  const { plan, today } = loading
  for (const { institution, kind, itemCodes } of plan.departments)
    await run(loading, operator, offerService, { institutionId: institutionId(institution), kind, itemCodes })
  for (const { institution, prices } of departmentPrices(plan))
    for (const price of prices)
      await run(loading, operator, setPrice, { institutionId: institutionId(institution), validFrom: today, ...price })
}

/** The agreements, each drafted by its first party and signed by all. */
export async function agreeAll(loading: Loading, networkId: Id<'network'>, institutionId: (name: string) => Institution): Promise<void> {
  const { agreements } = loading.plan
  for (const [place, agreement] of agreements.entries()) {
    await agree(loading, networkId, agreement, institutionId)
    loading.progress('agreements', place + 1, agreements.length)
  }
}

async function agree(
  loading: Loading,
  networkId: Id<'network'>,
  { code, title, parties, validFrom, terms }: PlannedAgreement,
  institutionId: (name: string) => Institution,
): Promise<void> {
  const signers = parties.map(({ institution }) => staffActor(loading.runtime, institutionId(institution), 'manager'))
  const first = present(signers[0], 'a party')
  const { versionId } = await run<{ versionId: string }>(loading, first, draftAgreement, {
    networkId,
    code,
    title,
    parties: parties.map(({ role, institution }) => ({ role, partyId: institutionId(institution) })),
    terms,
    validFrom,
    validUntil: null,
  })
  await run(loading, first, proposeVersion, { versionId })
  for (const signer of signers) await run(loading, signer, signVersion, { versionId })
}
