import type { Static, TSchema } from 'typebox'
import type { Id } from '../../kernel/id.ts'
import type { Category, Result } from '../../kernel/result.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../database/index.ts'

/** Who acts: an account at one institution in one of its roles, a patient for himself and his family, a visitor without an account, or the system. */
export type Actor = {
  readonly accountId: Id<'account'>
  readonly kind: 'staff' | 'patient' | 'visitor' | 'system'
  readonly institutionId: Id<'institution'> | null
  readonly personId: Id<'person'> | null
  readonly roles: readonly string[]
  readonly permissions: ReadonlySet<string>
}

/** A published fact: past tense with a version; ids and what cannot be read later, never personal data. */
export type EventType<Payload extends TSchema = TSchema> = {
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly payload: Payload
}
export type Fact = { readonly event: string; readonly subject: string; readonly payload: object }

export const defineEvent = <Payload extends TSchema>(event: EventType<Payload>) => ({
  ...event,
  /** The fact about one subject; facts of one subject are delivered in their order. */
  of: (subject: string, payload: Static<Payload>): Fact => ({ event: event.name, subject, payload: payload as object }),
})

/** What a command or query works with: one transaction, one actor, one moment. */
export type Work = {
  readonly db: Database
  readonly actor: Actor
  readonly now: Instant
  readonly requestId: string
  readonly operation: string
  newId<Thing extends string>(): Id<Thing>
  publish(fact: Fact): Promise<void>
  /** Asks what a query asks last; its transaction ends in the same write, so no statement may follow. In a command nothing ends early. */
  lastly<Value>(statements: () => Promise<Value>): Promise<Value>
}

type Described = {
  /** `booking.hold-visit` */
  readonly name: string
  readonly zh: string
  readonly en: string
  /** A permission that roles hold, or null: everybody who is signed in. */
  readonly permission: string | null
  /** Absent: the actor's institution only. Otherwise the reason why it must touch rows of several owners. */
  readonly network?: string
}

/** One change: lock, decide, write, publish. Its output holds ids and codes only, because idempotency answers keep it. */
export type Command<Input extends TSchema = TSchema, Output extends TSchema = TSchema, Code extends string = string> = Described & {
  readonly kind: 'command'
  readonly input: Input
  readonly output: Output
  readonly refusals: readonly Code[]
  /** Fields of the input that no hash may hold, such as a password. */
  readonly secrets?: readonly string[]
  /** The answer is a secret: it is given once and never kept, so a second request with its key is refused. */
  readonly answersOnce?: true
  run(work: Work, input: Static<Input>): Promise<Result<Static<Output>, Code>>
}

/** One read: answers a named view, never a row. */
export type Query<Input extends TSchema = TSchema, Output extends TSchema = TSchema, Code extends string = string> = Described & {
  readonly kind: 'query'
  readonly input: Input
  readonly output: Output
  readonly refusals: readonly Code[]
  run(work: Work, input: Static<Input>): Promise<Result<Static<Output>, Code>>
}

export type Operation = Command | Query

export const defineCommand = <const Input extends TSchema, const Output extends TSchema, const Code extends string = never>(
  command: Omit<Command<Input, Output, Code>, 'kind'>,
): Command<Input, Output, Code> => ({ kind: 'command', ...command })

export const defineQuery = <const Input extends TSchema, const Output extends TSchema, const Code extends string = never>(
  query: Omit<Query<Input, Output, Code>, 'kind'>,
): Query<Input, Output, Code> => ({ kind: 'query', ...query })

export type Route = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly operation: Operation
  /** Anybody may call it, as a visitor; commands are slowed down per address. */
  readonly open?: true
  /** The account in the answer is signed in, in the same transaction. */
  readonly signsIn?: true
}

/** An event of another room or of one's own leads to one own command; the schema says what this reader needs of the payload. */
export type Reaction = {
  /** `booking.release-expired-visit`: also the lane of its deliveries. */
  readonly subscriber: string
  readonly event: string
  readonly reads: TSchema
  readonly command: Command
  /** The command's input; null: this fact is not for us. */
  // biome-ignore lint/suspicious/noExplicitAny: `reads` has checked the payload
  inputOf(payload: any, subject: string): object | null
}

/**
 * Where an outside system brings something in as JSON. The command checks the bearer token itself and runs as the system; its input is the
 * names of the path, `token`, `key` (the sender's idempotency key or null) and `resource`, its answer an issue, and a refusal reads as FHIR.
 */
export type Entrance = { readonly path: string; readonly command: Command }

/**
 * Brings to an outside system what commands have written down for it. `take` leases the next letter in a transaction of its own, `bring`
 * carries it with none open, and the command notes how it went.
 */
// biome-ignore lint/suspicious/noExplicitAny: the letter is known to its sender only
export type Sender<Letter = any> = {
  readonly name: string
  take(db: Database, now: Instant): Promise<Letter | undefined>
  /** The input of `noted`. */
  bring(letter: Letter): Promise<object>
  readonly noted: Command
}

/** A due row of this kind leads to one own command with `{ <subjectName>: subject }`. */
export type Timer = { readonly kind: string; readonly command: Command; inputOf(subject: string): object }

export type Words = { readonly zh: string; readonly en: string }
export type RefusalTable = Readonly<Record<string, Words & { readonly category: Category }>>

/**
 * What configures a network in one room, as plain data: names stand for ids, nobody's patient is in it. Taken and given in one
 * transaction of network scope; the same state gives the same text.
 */
export type Configuration = {
  readonly schema: TSchema
  take(work: Work, networkCode: string): Promise<object>
  /** Writes what is missing; what is there already and differs is refused by its place. */
  // biome-ignore lint/suspicious/noExplicitAny: `schema` has checked the part
  give(work: Work, networkCode: string, part: any): Promise<Result<null, string>>
}

/**
 * What must hold of the whole database at any moment, whoever wrote it: `careloom verify` asks all of them over every owner. Answers
 * what is wrong, each with the ids that find it; nothing: it holds.
 */
export type Invariant = Words & {
  /** `booking.holds-apart` */
  readonly name: string
  findBroken(db: Database, now: Instant): Promise<readonly object[]>
}

/** How many broken rows of one invariant are named. */
export const mostBroken = 20

/** All that `apps` needs to know of a room. */
export type Module = {
  readonly name: string
  readonly zh: string
  readonly en: string
  /** Permission -> words; which role holds it stands in `apps/roles.ts`. */
  readonly permissions: Readonly<Record<string, Words>>
  readonly refusals: RefusalTable
  readonly events: readonly EventType[]
  readonly routes: readonly Route[]
  /** Commands without a route: reactions and timers run them. */
  readonly inner: readonly Command[]
  readonly reactions: readonly Reaction[]
  readonly timers: readonly Timer[]
  readonly entrances?: readonly Entrance[]
  readonly senders?: readonly Sender[]
  readonly configuration?: Configuration
  readonly invariants?: readonly Invariant[]
  /** Reads without a route, as who-saw names them. */
  readonly reads?: readonly (Words & { readonly name: string })[]
  /** Enumerations that screens show: name -> value -> words. */
  readonly enums: Readonly<Record<string, Readonly<Record<string, Words>>>>
}
