import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { loadDemo } from '../src/apps/demo/index.ts'
import { systemClock } from '../src/platform/clock/index.ts'
import { projectRoot, readConfig } from '../src/platform/config/index.ts'
import { type Bench, median, round } from './figure.ts'
import { fsyncsPerSecond, openBenchSystem } from './system.ts'

const sizes = [
  { demo: 'small', figure: 'demo.small.seconds', aim: 30, runs: 3 },
  { demo: 'full', figure: 'demo.full.seconds', aim: 600, runs: 1 },
] as const

type Size = (typeof sizes)[number]

/** The demo networks into an empty, durable database through the imports and the commands. */
const demoOf = ({ demo, figure, aim, runs }: Size): Bench => ({
  figures: [figure],
  async run(progress) {
    const seconds: number[] = []
    let detail: Record<string, unknown> = {}
    for (let run = 0; run < runs; run += 1) {
      const loaded = await load(demo, progress)
      seconds.push(loaded.seconds)
      detail = loaded.detail
      progress(`demo.${demo} run ${run + 1} of ${runs}: ${round(loaded.seconds)} s`)
    }
    const value = round(median(seconds))
    return [
      {
        figure,
        value,
        unit: 's',
        aim: `<= ${aim}`,
        met: value <= aim,
        detail: { ...detail, runs: seconds.map((second) => round(second)) },
      },
    ]
  },
})

async function load(demo: Size['demo'], progress: (line: string) => void) {
  const system = await openBenchSystem(10, systemClock())
  const folder = mkdtempSync(join(projectRoot, '.careloom', 'bench-demo-'))
  try {
    const begun = performance.now()
    const say = demo === 'full' ? progress : () => undefined
    await loadDemo(system.runtime, readConfig({ CARELOOM_DATA: folder, CARELOOM_DEMO: demo }), say)
    const seconds = (performance.now() - begun) / 1000
    const { rows } = await system.owner.query(
      `select (select count(*)::int from network.institution) as institutions, (select count(*)::int from network.practitioner) as practitioners,
        (select count(*)::int from booking.offering) as offerings, (select count(*)::int from agreements.agreement) as agreements,
        (select count(*)::int from coverage.payer) as insurers, (select count(*)::int from people.person) as people,
        (select count(*)::int from booking.visit) as visits, (select count(*)::int from platform.audit) as commands`,
    )
    const commandsPerSecond = Math.round(rows[0].commands / seconds)
    return { seconds, detail: { ...rows[0], commandsPerSecond, fsyncsPerSecond: fsyncsPerSecond(system.folder) } }
  } finally {
    await system.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const demos: readonly Bench[] = sizes.map(demoOf)
