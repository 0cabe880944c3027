import { newKey } from './new-key'
import { noteServerTime } from './now'

/** A topic has changed by a transaction; null: something may have been missed, read again once. */
type News = { readonly topic: string; readonly transaction: string | null }
type Follower = (transaction: string | null) => void
/** What the tabs of one browser say to each other. */
type Message =
  | { readonly kind: 'topics'; readonly tab: string; readonly topics: readonly string[] }
  | { readonly kind: 'who' }
  | { readonly kind: 'beat' }
  | ({ readonly kind: 'news' } & News)

const lostMilliseconds = 30_000
const settleMilliseconds = 50
const retryMilliseconds = 3000
const topicLimit = 100

const tab = newKey()
const followers = new Map<string, Set<Follower>>()
const topicsOfOthers = new Map<string, readonly string[]>()
const listeners = new Set<() => void>()
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('careloom.live')
let lastBeat: number | null = null
let leads = false
let begunAt: number | null = null
let source: EventSource | null = null
let reopening: ReturnType<typeof setTimeout> | undefined

/** Hears of a topic until the answered function is called. One stream serves all tabs of a browser, which has few connections. */
export function follow(topic: string, follower: Follower): () => void {
  begin()
  const known = followers.get(topic)
  if (known) known.add(follower)
  else {
    followers.set(topic, new Set([follower]))
    changed()
  }
  return () => {
    const left = followers.get(topic)
    left?.delete(follower)
    if (left?.size === 0) {
      followers.delete(topic)
      changed()
    }
  }
}

/** When the stream was heard last, in this browser's milliseconds; null: not yet. */
export const lastHeard = (): number | null => lastBeat
/** Nothing was heard for half a minute, or nothing ever since somebody began to follow. */
export function isLost(): boolean {
  const since = lastBeat ?? begunAt
  return since !== null && Date.now() - since > lostMilliseconds
}

export function onBeat(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function begin(): void {
  if (begunAt !== null) return
  begunAt = Date.now()
  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data))
  addEventListener('pagehide', () => say({ kind: 'topics', tab, topics: [] }))
  // The lock is held as long as this tab lives; without locks (plain http) every tab has a stream of its own.
  if (navigator.locks && channel) void navigator.locks.request('careloom.live', () => new Promise<never>(lead))
  else lead()
}

function lead(): void {
  leads = true
  say({ kind: 'who' })
  changed()
}

const say = (message: Message): void => channel?.postMessage(message)

function hear(message: Message): void {
  if (message.kind === 'topics' && leads) {
    topicsOfOthers.set(message.tab, message.topics)
    reopenSoon()
  }
  if (message.kind === 'who') changed()
  if (message.kind === 'beat') beat()
  if (message.kind === 'news') tell(message)
}

function changed(): void {
  if (leads) reopenSoon()
  else say({ kind: 'topics', tab, topics: [...followers.keys()] })
}

function beat(): void {
  lastBeat = Date.now()
  for (const listener of listeners) listener()
}

function tell({ topic, transaction }: News): void {
  for (const follower of followers.get(topic) ?? []) follower(transaction)
}

const wanted = (): string[] => [...new Set([...followers.keys(), ...[...topicsOfOthers.values()].flat()])].slice(-topicLimit).toSorted()

function reopenSoon(): void {
  clearTimeout(reopening)
  reopening = setTimeout(reopen, settleMilliseconds)
}

/** Topics are part of the address, so another set of them is another stream; the server says at once what it knows of each. */
function reopen(): void {
  const topics = wanted().join(',')
  const address = `/api/platform/live?topics=${topics}`
  if (source?.url.endsWith(address)) return
  source?.close()
  source = null
  if (topics === '') return
  const stream = new EventSource(address)
  source = stream
  stream.addEventListener('beat', ({ data }: MessageEvent<string>) => {
    noteServerTime((JSON.parse(data) as { now: string }).now)
    beat()
    say({ kind: 'beat' })
  })
  stream.addEventListener('news', ({ data }: MessageEvent<string>) => {
    const news = JSON.parse(data) as News
    tell(news)
    say({ kind: 'news', ...news })
  })
  stream.addEventListener('error', () => {
    if (stream.readyState !== EventSource.CLOSED) return // it tries again by itself
    if (source === stream) source = null
    clearTimeout(reopening)
    reopening = setTimeout(reopen, retryMilliseconds)
  })
}
