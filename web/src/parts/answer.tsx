import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Refused } from '../wire/query'
import { Fault } from '../wire/send'
import { useWords } from '../words/use-words'
import { Icon } from './icon'
import { useRefusalSentence } from './refusal-note'

type Props<Value> = {
  readonly of: Pick<UseQueryResult<Value>, 'data' | 'error' | 'isPending'> & { readonly refetch: () => unknown }
  readonly rows?: number
  readonly children: (value: Value) => ReactNode
}

/** One of the four states of a read: loading, failed, refused, or the answer. */
export function Answer<Value>({ of: { data, error, isPending, refetch }, rows = 4, children }: Props<Value>) {
  if (data !== undefined) return <>{children(data)}</>
  if (isPending) return <Skeleton rows={rows} />
  return <Failed error={error} retry={() => void refetch()} />
}

export function Skeleton({ rows }: { rows: number }) {
  const words = useWords().shell
  return (
    <div className="skeleton" role="status" aria-label={words.loading}>
      {[...Array(rows).keys()].map((row) => (
        <span key={row} />
      ))}
    </div>
  )
}

function Failed({ error, retry }: { error: Error | null; retry: () => void }) {
  const words = useWords().shell
  const sentence = useRefusalSentence()
  const requestId = error instanceof Fault ? error.requestId : null
  return (
    <div className="state" role="alert">
      <Icon name="warning" large />
      <p>{error instanceof Refused ? sentence(error.refusal) : words.failed}</p>
      {requestId && <p className="note">{words.faultNumber(requestId)}</p>}
      <button type="button" className="btn" onClick={retry}>
        {words.retry}
      </button>
    </div>
  )
}

/** Nothing is there: what it means, and what to do. */
export function Empty({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="state">
      <p>
        <b>{title}</b>
      </p>
      {hint && <p className="note">{hint}</p>}
      {children}
    </div>
  )
}
