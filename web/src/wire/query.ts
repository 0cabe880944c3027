import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query'
import type { Operation } from '../client/operation'
import type { RefusalCode } from '../client/refusals'
import { Fault, type Refusal, send } from './send'

/** A read that was refused, as react-query's error. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

async function answer<Input extends object, Answer, Code extends RefusalCode>(
  operation: Operation<Input, Answer, Code>,
  input: Input,
  signal: AbortSignal,
): Promise<Answer> {
  const reply = await send(operation, input, undefined, signal)
  if (!reply.ok) throw new Refused(reply.refusal)
  return reply.value
}

/** A read as query options; the key is the operation and its input, so nobody writes one. */
export const ask = <Input extends object, Answer, Code extends RefusalCode>(operation: Operation<Input, Answer, Code>, input: Input) =>
  queryOptions({ queryKey: [operation.id, input], queryFn: ({ signal }) => answer(operation, input, signal) })

/** A list by key, page after page. */
export const askPages = <
  Input extends { readonly after?: string | undefined },
  Answer extends { readonly next: string | null },
  Code extends RefusalCode,
>(
  operation: Operation<Input, Answer, Code>,
  input: Input,
) =>
  infiniteQueryOptions({
    queryKey: [operation.id, input, 'pages'] as readonly unknown[], // of one type for all lists, so that one hook can follow any
    queryFn: ({ signal, pageParam }) => answer(operation, { ...input, after: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      // Never paused: offline is a failed read with a retry, not an endless skeleton.
      queries: {
        networkMode: 'always',
        retry: (count, error) => error instanceof Fault && count < 2,
        staleTime: 2000,
        refetchOnWindowFocus: true,
      },
    },
  })
