import { useQuery } from '@tanstack/react-query'
import { endOfDay } from '../../../parts/moment'
import { isoNow } from '../../../parts/use-now'
import { useLive, useLivePages } from '../../../wire/live'
import { useMay, useSession } from '../../../wire/session'
import { useSite } from '../../booking/site-choice'
import { useMayMend } from '../../commitments/mend'
import { claims, mine, ours, ownDay, parked, settlement, siteDay, worklist } from './my-day.data'
import {
  joined,
  type Task,
  tasksOfClaims,
  tasksOfOrders,
  tasksOfOthers,
  tasksOfOwed,
  tasksOfParked,
  tasksOfSettlement,
  tasksOfVisits,
} from './task'

/** Everything of the day for the roles of the signed-in person: each source is asked only where a role holds its permission. */
export function useTasks(site: string | undefined) {
  const may = useSources()
  const mayMend = useMayMend()
  const siteId = useSite(site, useSession()?.institutionId)
  const owed = useLive({ ...mine(), enabled: may.owed })
  const own = useLivePages({ ...ownDay(), enabled: may.ownDay })
  const here = useLivePages({ ...siteDay(siteId ?? ''), enabled: may.siteDay && siteId !== undefined })
  const orders = useLivePages({ ...worklist(), enabled: may.worklist })
  const open = useLivePages({ ...claims(), enabled: may.claims })
  const all = useLive({ ...ours(), enabled: may.ours })
  const period = useLive({ ...settlement(), enabled: may.settle })
  const stopped = useQuery({ ...parked(), enabled: may.parked })
  const asked: readonly Asked[] = [
    owed,
    ...(may.ownDay ? [own] : []),
    ...(may.siteDay && siteId ? [here] : []),
    ...(may.worklist ? [orders] : []),
  ]
  const tasks: Task[] = joined([
    ...tasksOfOwed(owed.data?.items ?? [], mayMend),
    ...tasksOfOthers(all.data?.items ?? [], owed.data?.items ?? []),
    ...tasksOfVisits(rowsOf(own), 'doctor'),
    ...tasksOfVisits(rowsOf(here), 'desk'),
    ...tasksOfOrders(rowsOf(orders)),
    ...tasksOfClaims(rowsOf(open)),
    ...tasksOfSettlement(period.data, endOfDay(isoNow())),
    ...tasksOfParked(stopped.data?.items ?? []),
  ])
  const pending = asked.some(({ isPending }) => isPending)
  const failed = asked.find(({ error, data }) => error && data === undefined && !isNoPractitioner(error))
  return {
    tasks,
    pending,
    failed,
    siteId: may.siteDay ? siteId : undefined,
    more: [own, here, orders].filter(({ hasNextPage }) => hasNextPage),
  }
}

/** What every kind of read says of itself. */
type Asked = { readonly data: unknown; readonly error: Error | null; readonly isPending: boolean; readonly refetch: () => unknown }

const isNoPractitioner = (error: Error) => error.message === 'booking.no-practitioner'

const rowsOf = <Row>({ data }: { data: { pages: readonly { items: readonly Row[] }[] } | undefined }): Row[] =>
  data?.pages.flatMap(({ items }) => items) ?? []

/** A doctor has her own day, the desk the day of its site, a department its orders, a finance desk its claims. */
function useSources() {
  const [owed, doctor, desk] = [useMay('commitments.board.read'), useMay('booking.day.read'), useMay('booking.visit.check-in')]
  const department = useMay('care.worklist.work')
  return {
    owed,
    ours: owed && !doctor && !desk && !department,
    ownDay: doctor,
    siteDay: desk && !doctor,
    worklist: department,
    settle: useMay('ledger.period.settle'),
    claims: useMay('coverage.claim.send'),
    parked: useMay('platform.delivery.mend'),
  }
}
