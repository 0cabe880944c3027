import type {
  ListClaimsAnswer,
  ListCommitmentsAnswer,
  ListDayAnswer,
  ListParkedDeliveriesAnswer,
  ListWorklistAnswer,
  PreviewSettlementAnswer,
} from '../../../client/operations'
import type { Show } from './my-day.view'

export type Visit = ListDayAnswer['items'][number]
export type Owed = ListCommitmentsAnswer['items'][number]
export type Order = ListWorklistAnswer['items'][number]
export type Claim = ListClaimsAnswer['items'][number]
export type Settlement = PreviewSettlementAnswer
export type Parked = ListParkedDeliveriesAnswer['items'][number]

/** One thing of the day: whose turn it is, when it is due or begins, and what it comes from. */
export type Task = { readonly id: string; readonly turn: Show; readonly at: string } & (
  | { readonly is: 'visit'; readonly visit: Visit }
  | { readonly is: 'owed'; readonly owed: Owed }
  | { readonly is: 'order'; readonly order: Order }
  | { readonly is: 'claim'; readonly claim: Claim }
  | { readonly is: 'parked'; readonly parked: Parked }
  | { readonly is: 'settle'; readonly settlement: Settlement }
)

/** Moments that part the groups: now, one hour on, the end of the day. */
export type Parting = { readonly now: string; readonly hour: string; readonly tonight: string }
export type Group = 'now' | 'hour' | 'today' | 'after' | 'over'
export const groups: readonly Group[] = ['now', 'hour', 'today', 'after', 'over']

const over = ['completed', 'cancelled', 'no-show']
const deskActs = ['held', 'arrived', 'waiting', 'called', 'missed']
const doctorActs = ['waiting', 'called', 'in-progress']

/** Visits of the day, as the desk of a site or the doctor herself has to act on them. */
export const tasksOfVisits = (visits: readonly Visit[], who: 'desk' | 'doctor'): Task[] =>
  visits.map((visit) => ({
    is: 'visit',
    id: `visit:${visit.visitId}`,
    turn: over.includes(visit.status) ? 'done' : (who === 'desk' ? deskActs : doctorActs).includes(visit.status) ? 'mine' : 'others',
    at: visit.waitingUntil ?? visit.startsAt,
    visit,
  }))

/** What runs against a clock; one that stands still, waits for a payer, or is done where I may not act, is another's turn. */
export const tasksOfOwed = (owed: readonly Owed[], mayMend: (kind: string) => boolean): Task[] =>
  owed.map((one) => owedTask(one, waits(one) || !mayMend(one.kind) ? 'others' : 'mine'))

/** What other roles of the institution owe. */
export const tasksOfOthers = (all: readonly Owed[], mine: readonly Owed[]): Task[] => {
  const own = new Set(mine.map(({ id }) => id))
  return all.filter(({ id }) => !own.has(id)).map((one) => owedTask(one, 'others'))
}

const waits = ({ state, kind }: Owed): boolean => state === 'paused' || (kind === 'coverage.claim-to-answer' && state === 'running')
const owedTask = (owed: Owed, turn: Show): Task => ({ is: 'owed', id: `owed:${owed.id}`, turn, at: owed.dueAt, owed })

export const tasksOfOrders = (orders: readonly Order[]): Task[] =>
  orders.map((order) => ({ is: 'order', id: `order:${order.orderId}`, turn: 'mine', at: order.dueAt, order }))

/** Claims that wait for this desk: to be sent, asked back, or paid in part. */
export const tasksOfClaims = (claims: readonly Claim[]): Task[] =>
  claims
    .filter(({ state }) => state !== 'submitted')
    .map((claim) => ({ is: 'claim', id: `claim:${claim.claimId}`, turn: 'mine', at: claim.dueAt, claim }))

/** A period that is over and not yet divided is settled before the day ends. */
export const tasksOfSettlement = (settlement: Settlement | undefined, tonight: string): Task[] =>
  settlement && settlement.services > 0
    ? [{ is: 'settle', id: `settle:${settlement.networkId}`, turn: 'mine', at: tonight, settlement }]
    : []

export const tasksOfParked = (parked: readonly Parked[]): Task[] =>
  parked.map((one) => ({ is: 'parked', id: `parked:${one.deliveryId}`, turn: 'mine', at: one.publishedAt, parked: one }))

const subjectOf = (task: Task): string | null =>
  task.is === 'visit' ? task.visit.visitId : task.is === 'order' ? task.order.orderId : task.is === 'claim' ? task.claim.claimId : null

/** A clock about a visit, an order or a claim that has a row of its own is that row; all by time. */
export function joined(tasks: readonly Task[]): Task[] {
  const subjects = new Set(tasks.map(subjectOf))
  return tasks
    .filter((task) => task.is !== 'owed' || !subjects.has(task.owed.subjectId))
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
}

/** Whether somebody stands there and waits. */
const isHere = (task: Task): boolean =>
  task.is === 'visit' && ['arrived', 'waiting', 'called', 'missed', 'in-progress'].includes(task.visit.status)

/** When it is to be done: `hour` and `tonight` are the moments one hour on and when the day ends. */
export function groupOf(task: Task, { now, hour, tonight }: Parting): Group {
  if (task.turn === 'done') return 'over'
  if (task.at <= now || isHere(task)) return 'now'
  return task.at <= hour ? 'hour' : task.at <= tonight ? 'today' : 'after'
}

/** The tasks in the order in which they are shown. */
export const inGroups = (tasks: readonly Task[], parting: Parting): Task[] =>
  groups.flatMap((group) => tasks.filter((task) => groupOf(task, parting) === group))
