import pg from 'pg'
import type { Log } from '../log/index.ts'
import { liveChannel } from './channel.ts'

/** A topic and the transaction that changed it; null: something may have been missed, read again once. */
export type News = { readonly topic: string; readonly transaction: string | null }
type Listener = (news: News) => void

/** One listening connection per server process, opened by the first stream, and who of them follows which topic. */
export type Hub = {
  /** Hears of these topics from now on; what is known of them is said at once. Answers how to end it. */
  follow(topics: readonly string[], listener: Listener): () => void
  close(): Promise<void>
}

const retryMilliseconds = 1000
const endMilliseconds = 1000
/** As long as a server has listened for less, it says "read again" to who begins to follow: an answer may be older than its listening. */
const settledMilliseconds = 60_000
const rememberedTopics = 20_000

export function createHub(url: string, log: Log): Hub {
  const followers = new Map<string, Set<Listener>>()
  const latest = new Map<string, string>()
  let settled = false
  let settling: NodeJS.Timeout | undefined
  let closed = false
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | undefined

  const hear = (payload: string) => {
    const [topic = '', transaction = ''] = payload.split(' ')
    latest.delete(topic) // the newest stands last
    latest.set(topic, transaction)
    if (latest.size > rememberedTopics) latest.delete(latest.keys().next().value ?? '')
    for (const listener of followers.get(topic) ?? []) listener({ topic, transaction })
  }
  const listen = async () => {
    const opening = new pg.Client({ connectionString: url })
    client = opening
    opening.on('notification', ({ payload }) => hear(payload ?? ''))
    const lost = () => {
      if (client !== opening) return
      client = null
      settled = false
      clearTimeout(settling)
      void opening.end().catch(() => undefined)
      if (!closed) retry = setTimeout(() => void listen(), retryMilliseconds)
    }
    opening.on('error', (error) => {
      log.warn({ message: error.message }, 'live updates lost the database, trying again')
      lost()
    })
    opening.on('end', lost)
    try {
      await opening.connect()
      await opening.query(`listen ${liveChannel}`)
      settling = setTimeout(() => {
        settled = true
      }, settledMilliseconds)
      latest.clear()
      for (const [topic, listeners] of followers) for (const listener of listeners) listener({ topic, transaction: null })
    } catch {
      lost()
    }
  }
  let isListening = false

  return {
    follow(topics, listener) {
      if (!isListening) void listen()
      isListening = true
      for (const topic of topics) {
        const listeners = followers.get(topic) ?? new Set()
        followers.set(topic, listeners.add(listener))
        const transaction = latest.get(topic)
        if (transaction !== undefined || !settled) listener({ topic, transaction: transaction ?? null })
      }
      return () => {
        for (const topic of topics) {
          const listeners = followers.get(topic)
          listeners?.delete(listener)
          if (listeners?.size === 0) followers.delete(topic)
        }
      }
    },
    close: async () => {
      closed = true
      clearTimeout(retry)
      clearTimeout(settling)
      const ended = client?.end().catch(() => undefined)
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, endMilliseconds))]) // it may be opening still
    },
  }
}
