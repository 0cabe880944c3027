import { Icon } from './icon'
import { useNow } from './use-now'

const dueSoonMilliseconds = 5 * 60_000

export type Remaining = { readonly text: string; readonly state: 'running' | 'due' | 'over'; readonly share: number }

/** Time left until a moment, as `4:12` or `+0:30`. */
export function remainingAt(now: number, since: string, until: string): Remaining {
  const left = Date.parse(until) - now
  const whole = Date.parse(until) - Date.parse(since)
  const text = lengthText(Math.abs(left))
  return {
    text: left < 0 ? `+${text}` : text,
    state: left < 0 ? 'over' : left <= dueSoonMilliseconds ? 'due' : 'running',
    share: Math.min(1, Math.max(0, 1 - left / Math.max(whole, 1))),
  }
}

/** How long ago a moment was, as `12:40`, or `1:02:40` from an hour on. */
export const elapsedText = (now: number, since: string): string => lengthText(Math.max(0, now - Date.parse(since)))

function lengthText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  const tail = String(seconds % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`
}

const [hour, day] = [3_600_000, 86_400_000]

/** Time left until a moment as a figure with its unit: days from one on, hours and minutes from one hour on; over time with a plus. */
export function leftAt(now: number, until: string): { readonly figure: string; readonly unit: 'days' | 'hours' | 'minutes' } {
  const left = Date.parse(until) - now
  const size = Math.abs(left)
  const sign = left < 0 ? '+' : ''
  if (size >= day) return { figure: `${sign}${Math.floor(size / day)}`, unit: 'days' }
  const text = lengthText(size)
  return size >= hour ? { figure: sign + text.slice(0, text.lastIndexOf(':')), unit: 'hours' } : { figure: sign + text, unit: 'minutes' }
}

export const useLeft = (until: string) => leftAt(useNow(), until)

export function useRemaining(since: string, until: string): Remaining {
  return remainingAt(useNow(), since, until)
}

/** A chip with the time left. */
export function ClockChip({ since, until }: { since: string; until: string }) {
  const { text, state } = useRemaining(since, until)
  return (
    <span className={`clk ${state}`}>
      <Icon name="clock" />
      <span className="num">{text}</span>
    </span>
  )
}

/** How much of the time is used. */
export function Meter({ since, until }: { since: string; until: string }) {
  const { state, share } = useRemaining(since, until)
  return (
    <span className={`meter ${state}`} aria-hidden="true">
      <i style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
  )
}
