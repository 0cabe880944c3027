import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, spanOfDays } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { refuse } from '../refusals.ts'
import { findSites, ownsAt } from '../store/calendar.ts'
import type { QueueRow } from '../store/queue.ts'

/** A site at which the acting institution works, with its day: the owner of the site, or of a room or device there. */
export async function findSiteAtWork(work: Work, siteId: Id<'site'>) {
  const site = (await findSites(work)).find(({ id }) => id === siteId)
  const { institutionId } = work.actor
  const owns = site !== undefined && institutionId === site.institutionId
  if (!site || !institutionId || !(owns || (await ownsAt(work, siteId, institutionId)))) return refuse('booking.site-unknown')
  const day = dateIn(site.zone, work.now)
  return ok({
    site: { id: site.id, name: { zh: site.nameZh, en: site.nameEn }, zone: site.zone },
    day,
    span: spanOfDays(site.zone, day, day),
    /** The desk of the site serves everybody there, a tenant its own visits. */
    serves: ({ institutionIds }: Pick<QueueRow, 'institutionIds'>) => owns || institutionIds.includes(institutionId),
  })
}
