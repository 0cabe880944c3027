import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Operation } from '../client/operation'
import type { RefusalCode } from '../client/refusals'
import { newKey } from './new-key'
import { send } from './send'

type Options<Answer> = { readonly onDone?: (answer: Answer) => void; readonly makesOld?: readonly QueryKey[] }

/** One operation on one subject: in order, one key until it is answered; a refusal is a value, a fault is `unsent`. */
export function useCommand<Input extends object, Answer, Code extends RefusalCode>(
  operation: Operation<Input, Answer, Code>,
  subject: string,
  { onDone, makesOld = [] }: Options<Answer> = {},
) {
  const queryClient = useQueryClient()
  const open = useRef<{ key: string; input: Input }>(null) // asked, not yet answered
  const { mutate, isPending, isError, data, reset } = useMutation({
    mutationKey: [operation.id, subject],
    scope: { id: subject },
    networkMode: 'always', // what was pressed offline must not go out by itself later
    retry: 2,
    mutationFn: ({ input, key }: { input: Input; key: string }) => send(operation, input, key),
    onSuccess: (reply) => {
      open.current = null
      if (reply.ok) onDone?.(reply.value)
    },
    onSettled: () => Promise.all(makesOld.map((queryKey) => queryClient.invalidateQueries({ queryKey }))), // pending until the truth is back
  })
  const run = (input: Input) => {
    if (isPending) return
    if (JSON.stringify(open.current?.input) !== JSON.stringify(input)) open.current = { key: newKey(), input }
    if (open.current) mutate(open.current)
  }
  return { run, reset, pending: isPending, unsent: isError, refusal: data?.ok === false ? data.refusal : null }
}
