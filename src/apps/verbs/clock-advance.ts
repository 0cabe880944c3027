import { sql } from 'kysely'
import { readConfig } from '../../platform/config/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { demoState } from '../demo/index.ts'
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
  summary: 'move the clock of a demo network forward; running servers follow within a second',
  usage: 'careloom clock advance 2d',
  async run([text, ...rest]) {
    if (rest.length > 0) throw new UsageError(`“${rest.join(' ')}” is not understood here.`)
    const milliseconds = readDuration(text)
    const system = await openSystem(readConfig(process.env), createLog('silent'))
    try {
      if ((await demoState(system.runtime)) !== 'demo') {
        console.error('This database holds no demo network: its clock stays with the real time.')
        return 1
      }
      await sql`update platform.clock set offset_milliseconds = offset_milliseconds + ${milliseconds}`.execute(system.runtime.database)
      const {
        rows: [row],
      } = await sql<{ offsetMilliseconds: bigint }>`select offset_milliseconds from platform.clock`.execute(system.runtime.database)
      system.runtime.clock.setOffset(Number(row?.offsetMilliseconds ?? 0))
      console.log(`the clock is at ${system.runtime.clock.now()}`)
      return 0
    } finally {
      await system.close()
    }
  },
}
