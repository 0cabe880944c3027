import { type UseQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { isIncluded } from './as-of'
import { serverNow } from './now'
import type { askPages } from './query'
import { follow, isLost, lastHeard, onBeat } from './stream'

/** What a live answer says of itself: what to follow, and which transactions it includes. */
type Live = { readonly topic: string; readonly asOf: string }
type LiveAnswer = { readonly live: Live }
type Read = { readonly live: readonly Live[]; readonly updatedAt: number; readonly again: () => void; readonly net: boolean }
/** `net: false` for reads that are written down as looks at a person: they are read again when told, never by time. */
type Options = { readonly net?: boolean }

/** A burst of changes is one read, and listeners in many browsers do not ask in the same moment. */
const spreadMilliseconds = 100
/** What changes by time passing alone, and the net below a stream that is lost. */
const netMilliseconds = 60_000
const lostNetMilliseconds = 10_000

/** A read kept fresh: it reads again as long as its topic has told of a transaction that the answer does not include. */
export function useLive<Answer extends LiveAnswer, Failure extends Error, Key extends readonly unknown[]>(
  options: UseQueryOptions<Answer, Failure, Answer, Key>,
  { net = true }: Options = {},
) {
  const query = useQuery(options)
  const { data, dataUpdatedAt, refetch } = query
  useFresh({ live: data ? [data.live] : [], updatedAt: dataUpdatedAt, again: () => void refetch({ cancelRefetch: false }), net })
  return query
}

/** The same for a list of pages: all of them are read again. */
export function useLivePages<Answer extends LiveAnswer & { readonly next: string | null }>(
  options: ReturnType<typeof askPages<{ readonly after?: string | undefined }, Answer, never>>,
  { net = true }: Options = {},
) {
  const query = useInfiniteQuery(options)
  const { data, dataUpdatedAt, refetch } = query
  useFresh({
    live: data?.pages.map(({ live }) => live) ?? [],
    updatedAt: dataUpdatedAt,
    again: () => void refetch({ cancelRefetch: false }),
    net,
  })
  return query
}

function useFresh({ live, updatedAt, again, net }: Read): void {
  const topic = live[0]?.topic
  const read = useRef(again)
  read.current = again
  const [told, setTold] = useState<string>() // the newest transaction that the topic told of
  useEffect(() => {
    setTold(undefined)
    if (topic) return follow(topic, (transaction) => (transaction === null ? read.current() : setTold(transaction)))
    return undefined
  }, [topic])
  const old = told !== undefined && !live.every(({ asOf }) => isIncluded(told, asOf))
  const lost = useStreamLost()
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer that is still too old leads to the next read
  useEffect(() => {
    if (!old) return undefined
    const timer = setTimeout(() => read.current(), Math.random() * spreadMilliseconds)
    return () => clearTimeout(timer)
  }, [old, told, updatedAt])
  useEffect(() => {
    if (!net) return undefined
    const timer = setInterval(() => read.current(), lost ? lostNetMilliseconds : netMilliseconds)
    return () => clearInterval(timer)
  }, [lost, net])
}

/** Whether nothing was heard of the stream for half a minute. */
function useStreamLost(): boolean {
  const [lost, setLost] = useState(isLost)
  useEffect(() => {
    const look = () => setLost(isLost())
    const timer = setInterval(look, 1000)
    const leave = onBeat(look)
    return () => {
      clearInterval(timer)
      leave()
    }
  }, [])
  return lost
}

/** When the stream was heard last, in milliseconds of the server's clock, and whether that is too long ago. */
export function useStreamAge(): { readonly heardAt: number | null; readonly lost: boolean } {
  const heard = useSyncExternalStore(onBeat, lastHeard)
  return { heardAt: heard === null ? null : heard - Date.now() + serverNow(), lost: useStreamLost() }
}
