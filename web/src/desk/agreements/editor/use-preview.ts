import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PreviewTermsInput } from '../../../client/operations'
import { Refused } from '../../../wire/query'
import { preview } from './editor.data'

const waitMilliseconds = 300

/** The value as it was when nobody typed for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as Value), waitMilliseconds)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** What the typed terms would do, a moment after the last key; the last good answer stays while they are wrong. */
export function usePreview(input: PreviewTermsInput, enabled: boolean) {
  const settled = useSettled(input)
  const { data, error } = useQuery({ ...preview(settled), enabled, placeholderData: keepPreviousData })
  const [good, setGood] = useState(data)
  if (data !== undefined && data !== good) setGood(data)
  return { answer: enabled ? (data ?? good) : undefined, refusal: enabled && error instanceof Refused ? error.refusal : null }
}
