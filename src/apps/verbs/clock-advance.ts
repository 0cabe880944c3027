import { sql } from 'kysely'
import { defaultZone, type Instant, localText, millisecondsBetween, plus } from '../../kernel/time.ts'
import { readConfig } from '../../platform/config/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { demoState } from '../demo/index.ts'
import { type Lived, liveThrough } from '../demo/live-day.ts'
import { openSystem } from '../system.ts'
import { UsageError, type Verb } from './verb.ts'

const unitMilliseconds: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds of `90s`, `15m`, `2h` or `3d`. */
export function readDuration(text: string | undefined): number {
  const [, count, unit] = text?.match(/^(\d{1,5})([smhd])$/) ?? []
  if (!count || !unit) throw new UsageError(`“${text ?? ''}” is no duration: write 90s, 15m, 2h or 3d.`)
  return Number(count) * (unitMilliseconds[unit] ?? 0)
}

export const clockAdvanceVerb: Verb = {
  name: 'clock advance',
  summary: 'live through a stretch of time in the demo networks: patients come, are called, seen, and leave',
  usage: 'careloom clock advance 4h        running servers follow within a second; who has an account is left to be played',
  async run([text, ...rest]) {
    if (rest.length > 0) throw new UsageError(`“${rest.join(' ')}” is not understood here.`)
    const milliseconds = readDuration(text)
    const system = await openSystem(readConfig(process.env), createLog('silent'))
    try {
      if ((await demoState(system.runtime)) !== 'demo') {
        console.error('This database holds no demo network: its clock stays with the real time.')
        return 1
      }
      const { runtime } = system
      const begun = runtime.clock.now()
      const moveClock = async (at: Instant) => {
        const offset = runtime.clock.offset() + Math.max(0, millisecondsBetween(runtime.clock.now(), at))
        await sql`update platform.clock set offset_milliseconds = ${offset}`.execute(runtime.database)
        runtime.clock.setOffset(offset)
      }
      const lived = await liveThrough(runtime, plus(begun, { milliseconds }), moveClock, showProgress)
      console.log(`the clock is at ${localText(defaultZone, runtime.clock.now())} (${defaultZone})`)
      console.log(tellLived(lived))
      return 0
    } finally {
      await system.close()
    }
  },
}

/** Where a person watches, the moment that is lived. */
function showProgress(at: Instant, lived: Lived): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${localText(defaultZone, at)}  ${tellLived(lived)} `)
}

const tellLived = (lived: Lived): string =>
  `${lived['check-in']} came, ${lived.call} were called, ${lived.miss} missed the call, ${lived.start} began, ${lived.finish} are done`
