import { present } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/id.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Actor, Command } from '../../platform/operation/index.ts'
import { perform } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import type { NetworkPlan } from './plan.ts'

export type Institution = Id<'institution'>
export type Progress = (what: string, done: number, all: number) => void

type Week = readonly { readonly siteId: Id<'site'>; readonly weekday: number; readonly opens: string; readonly closes: string }[]
/** What the plans before this one have written, so that one doctor keeps one rota over all networks. */
export type Weeks = Map<Id<'resource'>, Week>

/** One plan on its way into the database, every step through a command, so that every rule has been asked. */
export type Loading = {
  readonly runtime: Runtime
  readonly plan: NetworkPlan
  readonly today: PlainDate
  readonly progress: Progress
  readonly weeks: Weeks
  /** Ids of what has been written, by the names of the plan. */
  readonly sites: Map<string, Id<'site'>>
  readonly offerings: Map<string, Id<'offering'>>
  readonly people: Map<number, Id<'person'>>
}

/** Runs a command that the plan needs. */
export async function run<Answer>({ runtime, plan }: Loading, actor: Actor, command: unknown, input: object): Promise<Answer> {
  const { name } = command as Command
  const { result } = await perform(runtime, command as Command, actor, input, { requestId: `demo ${plan.code}` })
  if (!result.ok) throw new Error(`the demo was refused: ${name} ${result.refusal.code} ${JSON.stringify(result.refusal.details)}`)
  return result.value as Answer
}

export const siteId = ({ sites }: Loading, key: string): Id<'site'> => present(sites.get(key), `site ${key}`)
