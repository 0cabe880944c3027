import { useEffect, useState } from 'react'
import { serverNow } from '../wire/now'

/** The server's time in milliseconds, every second. */
export function useNow(): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** The same as ISO text. */
export const useIsoNow = (): string => new Date(useNow()).toISOString()

/** Today at the network's usual zone, `YYYY-MM-DD`. */
export const isoNow = (): string => new Date(serverNow()).toISOString()
