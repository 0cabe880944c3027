import { sql } from 'kysely'
import { Type as T } from 'typebox'
import type { Work } from '../operation/index.ts'
import { liveChannel } from './channel.ts'

export { createHub, type Hub } from './hub.ts'

/** What a live answer says of itself: the topic to follow, and which transactions it includes (`xmin:xmax:open`, in the numbers of platform/0005). */
export const liveView = T.Object({ topic: T.String(), asOf: T.String() })

/** Tells who follows a topic that it has changed, when this transaction commits: nothing else, no id of a person, no state. */
export const tell = (work: Work, topic: string, id: string): Promise<void> => tellAll(work, [{ topic, id }])

/** The same of several topics in one statement. */
export async function tellAll({ db }: Pick<Work, 'db'>, topics: readonly { readonly topic: string; readonly id: string }[]): Promise<void> {
  const names = [...new Set(topics.map(({ topic, id }) => `${topic}/${id}`))]
  await sql`select pg_notify(${liveChannel}, topic || ' ' || platform.current_transaction()::text) from unnest(${names}::text[]) as topic`.execute(
    db,
  )
}

/** The first statement of a live query: what is read after it includes at least this. */
export async function includes({ db }: Work, topic: string, id: string): Promise<{ topic: string; asOf: string }> {
  const {
    rows: [row],
  } = await sql<{ asOf: string }>`select platform.current_snapshot() as as_of`.execute(db)
  return { topic: `${topic}/${id}`, asOf: row?.asOf ?? '' }
}
