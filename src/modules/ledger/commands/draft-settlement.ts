import type { Id } from '../../../kernel/id.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { findTermsInForce, findTermsOf, termsOn } from '../../agreements/index.ts'
import { settle } from '../domain/settle.ts'
import { byService, describeSettlement, type SettledService, type UnsharedService, type Waiting } from '../domain/statement.ts'
import { type Divided, findDivided, listWaiting } from '../store/proceeds.ts'
import { nameParties } from '../store/statement.ts'

export type Draft = {
  readonly services: readonly SettledService[]
  readonly unshared: readonly UnsharedService[]
  /** Rows that the services divide. */
  readonly rows: readonly Waiting[]
}

/** What a settlement of everything before a moment changes, computed and written nowhere. The caller has network scope. */
export async function draftSettlement(work: Work, networkId: Id<'network'>, before: Instant): Promise<Draft> {
  const waiting = await listWaiting(work, networkId, before)
  const rows = byService(waiting)
  const divided = await findDivided(work, [...rows.keys()])
  const termsFor = await findTermsFor(work, networkId, waiting, divided)
  const names = await nameParties(
    work,
    waiting.flatMap(({ service: { hostId, offererId, resources } }) => [hostId, offererId, ...resources.map(({ ownerId }) => ownerId)]),
  )
  const services = [...rows.values()].map((of) => {
    const { serviceId, serviceDate, ...first } = of[0] as Waiting
    const service = { ...first.service, names }
    const earlier = divided.get(serviceId)
    const terms = termsFor(serviceDate, earlier?.versionIds)
    return { serviceId, serviceDate, service, terms, earlier: earlier?.charges ?? [], fresh: of.flatMap(({ charges }) => charges) }
  })
  const described = describeSettlement(rows, services, settle(services))
  const left = new Set(described.unshared.map(({ row }) => row.serviceId))
  return { ...described, rows: waiting.filter(({ serviceId }) => !left.has(serviceId)) }
}

/** A new service is divided by what is in force on its day, one that was divided before by the same versions again, whatever was signed since. */
async function findTermsFor(work: Work, networkId: Id<'network'>, waiting: readonly Waiting[], divided: ReadonlyMap<string, Divided>) {
  const days = waiting.map(({ serviceDate }) => serviceDate).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  const dated = first && last ? await findTermsInForce(work, networkId, first, last) : []
  const kept = await findTermsOf(work, [...new Set([...divided.values()].flatMap(({ versionIds }) => versionIds))])
  const known = new Map<PlainDate, ReturnType<typeof termsOn>>()
  return (day: PlainDate, versionIds: readonly string[] | undefined) => {
    if (versionIds) return versionIds.flatMap((versionId) => kept.get(versionId) ?? [])
    const terms = known.get(day) ?? termsOn(dated, day)
    known.set(day, terms)
    return terms
  }
}
