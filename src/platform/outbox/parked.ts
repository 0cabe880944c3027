import { sql } from 'kysely'
import { Type as T } from 'typebox'
import { ok } from '../../kernel/result.ts'
import { defineCommand, defineQuery, type Work } from '../operation/index.ts'
import { instant, nullable } from '../operation/schema.ts'
import { refuse } from '../refusals.ts'

const parkedDelivery = T.Object({
  deliveryId: T.String(),
  subscriber: T.String(),
  event: T.String(),
  subject: T.String(),
  attempts: T.Integer(),
  fault: nullable(T.String()),
  publishedAt: instant,
  waitingBehind: T.Integer(),
})
type ParkedDelivery = {
  outboxId: bigint
  subscriber: string
  event: string
  subject: string
  attempts: number
  fault: string | null
  publishedAt: string
  waitingBehind: number
}

/** Deliveries that failed too often, with how many wait behind each of them. */
export const listParkedDeliveries = defineQuery({
  name: 'platform.list-parked-deliveries',
  zh: '停放的投递',
  en: 'Parked deliveries',
  permission: 'platform.delivery.mend',
  input: T.Object({}),
  output: T.Object({ items: T.Array(parkedDelivery) }),
  refusals: [],
  async run({ db }) {
    const { rows } = await sql<ParkedDelivery>`
      select d.outbox_id, d.subscriber, o.event, d.subject, d.attempts, d.fault, o.published_at,
        (select count(*)::int from platform.delivery e where e.subscriber = d.subscriber and e.subject = d.subject and e.outbox_id > d.outbox_id and e.state = 'open') as waiting_behind
      from platform.delivery d join platform.outbox o on o.id = d.outbox_id where d.state = 'parked' order by d.outbox_id limit 200`.execute(
      db,
    )
    return ok({
      items: rows.map(({ outboxId, publishedAt, ...row }) => ({
        deliveryId: `${outboxId}.${row.subscriber}`,
        publishedAt: publishedAt as never,
        ...row,
      })),
    })
  },
})

const mending = (name: 'retry' | 'skip', zh: string, en: string, state: 'open' | 'skipped') =>
  defineCommand({
    name: `platform.${name}-delivery`,
    zh,
    en,
    permission: 'platform.delivery.mend',
    input: T.Object({ deliveryId: T.String({ pattern: '^\\d+\\..+$' }) }),
    output: T.Object({ deliveryId: T.String() }),
    refusals: ['platform.delivery-not-parked'],
    async run(work: Work, { deliveryId }) {
      const [outboxId, ...subscriber] = deliveryId.split('.')
      const { rows } = await sql`update platform.delivery set state = ${state}, attempts = 0, next_at = ${work.now}
        where outbox_id = ${outboxId} and subscriber = ${subscriber.join('.')} and state = 'parked' returning outbox_id`.execute(work.db)
      return rows.length === 1 ? ok({ deliveryId }) : refuse('platform.delivery-not-parked')
    },
  })

export const retryDelivery = mending('retry', '重试投递', 'Retry a parked delivery', 'open')
export const skipDelivery = mending('skip', '跳过投递', 'Skip a parked delivery', 'skipped')
