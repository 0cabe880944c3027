import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { loadDemo } from '../src/apps/demo/index.ts'
import { systemClock } from '../src/platform/clock/index.ts'
import { projectRoot, readConfig } from '../src/platform/config/index.ts'
import { type Bench, median, round } from './figure.ts'
import { fsyncsPerSecond, openBenchSystem } from './system.ts'

const aim = 20
const runs = 3

/** Both demo networks into an empty, durable database through the roster import and the commands. */
export const demo: Bench = {
  figures: ['demo.small.seconds'],
  async run(progress) {
    const seconds: number[] = []
    let detail: Record<string, unknown> = {}
    for (let run = 0; run < runs; run += 1) {
      const system = await openBenchSystem(10, systemClock())
      const folder = mkdtempSync(join(projectRoot, '.careloom', 'bench-demo-'))
      try {
        const begun = performance.now()
        await loadDemo(system.runtime, readConfig({ CARELOOM_DATA: folder }), () => undefined)
        seconds.push((performance.now() - begun) / 1000)
        progress(`demo.small run ${run + 1} of ${runs}: ${round(seconds.at(-1) ?? 0)} s`)
        const { rows } = await system.owner.query(
          `select (select count(*)::int from network.institution) as institutions, (select count(*)::int from network.practitioner) as practitioners,
            (select count(*)::int from booking.offering) as offerings, (select count(*)::int from agreements.agreement) as agreements,
            (select count(*)::int from people.person) as people, (select count(*)::int from booking.visit) as visits,
            (select count(*)::int from platform.audit) as commands`,
        )
        detail = { ...rows[0], fsyncsPerSecond: fsyncsPerSecond(system.folder) }
      } finally {
        await system.close()
        rmSync(folder, { recursive: true, force: true })
      }
    }
    const value = round(median(seconds))
    return [
      {
        figure: 'demo.small.seconds',
        value,
        unit: 's',
        aim: `<= ${aim}`,
        met: value <= aim,
        detail: { ...detail, runs: seconds.map((second) => round(second)) },
      },
    ]
  },
}
