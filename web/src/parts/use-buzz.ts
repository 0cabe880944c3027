import { useEffect, useRef } from 'react'

/** The phone shakes once when something becomes true while one looks elsewhere; where a phone cannot, nothing happens. */
export function useBuzz(when: boolean): void {
  const before = useRef(when)
  useEffect(() => {
    if (when && !before.current) navigator.vibrate?.([200, 100, 200])
    before.current = when
  }, [when])
}
