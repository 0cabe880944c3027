import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, type PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { idOf, plainDate, words } from '../../../platform/operation/schema.ts'
import { type Period, type PeriodKind, periodKinds, periodsUntil } from '../domain/periods.ts'
import { isOpen, type Reach } from '../domain/reach.ts'
import { findReach } from '../reach.ts'
import { refuse } from '../refusals.ts'
import { findInstitutions, findNetworks, findSites, type InstitutionRow, type NetworkRow, type SiteRow } from '../store/place.ts'
import type { Scope } from '../store/source.ts'

/** Why these queries look over a network. */
export const network =
  'a value of the network counts rows of all its institutions; rows are shown of those the reader’s institution runs or looks after, to others of its own'

/** Which network, which period, and which part of it; nothing said: the first network, this month, all of it. */
export const askedInput = {
  networkId: T.Optional(idOf('network')),
  period: T.Optional(words(periodKinds, 'periodKind')),
  /** A day of the last period that is shown; today, if it lies ahead. */
  at: T.Optional(plainDate),
  institutionId: T.Optional(idOf('institution')),
  siteId: T.Optional(idOf('site')),
}
export const askedRefusals = ['quality.no-network', 'quality.place-not-open'] as const

type Input = {
  readonly networkId?: Id<'network'> | undefined
  readonly period?: PeriodKind | undefined
  readonly at?: PlainDate | undefined
  readonly institutionId?: Id<'institution'> | undefined
  readonly siteId?: Id<'site'> | undefined
}

export type Asked = {
  readonly network: NetworkRow
  readonly networks: readonly NetworkRow[]
  readonly reach: Reach
  readonly today: PlainDate
  readonly kind: PeriodKind
  /** The last one is the one that is asked for. */
  readonly periods: readonly Period[]
  readonly current: Period
  readonly scope: Omit<Scope, 'from' | 'until'>
  /** What the reader may look at on its own. */
  readonly institutions: readonly InstitutionRow[]
  readonly sites: readonly SiteRow[]
}

/** What a reader asks for, made complete: without a network, the first that she speaks for; refused where it is not hers. The caller has network scope. */
export async function findAsked(work: Work, { networkId, period: kind = 'month', at, institutionId, siteId }: Input) {
  const today = dateIn(defaultZone, work.now)
  const networks = await findNetworks(work, work.actor.institutionId, today)
  const choices: { network: NetworkRow; reach: Reach }[] = []
  for (const network of networks)
    if (!networkId || network.id === networkId) choices.push({ network, reach: await findReach(work, network) })
  const chosen = choices.find(({ reach }) => reach.leads) ?? choices[0]
  if (!chosen) return refuse('quality.no-network')
  const { network: found, reach } = chosen
  const institutions = (await findInstitutions(work, found.id, today)).filter(({ id }) => isOpen(reach, id))
  const sites = await findSites(
    work,
    institutions.map(({ id }) => id),
  )
  const isHidden = institutionId && !institutions.some(({ id }) => id === institutionId)
  if (isHidden || (siteId && !sites.some(({ id }) => id === siteId))) return refuse('quality.place-not-open')
  const periods = periodsUntil(kind, at && at < today ? at : today, defaultZone)
  const scope = { networkId: found.id, institutionIds: institutionId ? [institutionId] : null, siteId: siteId ?? null }
  const asked = { network: found, networks, reach, today, kind, periods, current: periods.at(-1) as Period, scope, institutions, sites }
  return ok<Asked>(asked)
}

/** The day whose targets count for a period: its last, or today while it runs. */
export const dayOfJudgement = ({ last }: Period, today: PlainDate): PlainDate => (last < today ? last : today)
