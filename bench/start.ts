import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/config/index.ts'
import { start as startCareloom } from '../test/support/start.ts'
import { type Bench, median, round } from './figure.ts'

const aim = 5
const runs = 5

/** `npm start` on existing data until it is ready. */
export const start: Bench = {
  figures: ['start.again.seconds'],
  async run(progress) {
    const folder = join(projectRoot, '.careloom', 'bench-start')
    rmSync(folder, { recursive: true, force: true })
    try {
      const first = await startCareloom({ CARELOOM_DATA: folder })
      await first.stop()
      const seconds: number[] = []
      for (let run = 0; run < runs; run += 1) {
        const system = await startCareloom({ CARELOOM_DATA: folder })
        const { status } = await fetch(`${system.url}/readyz`)
        if (status !== 200) throw new Error(`not ready: ${status}`)
        seconds.push(system.milliseconds / 1000)
        await system.stop()
        progress(`start.again run ${run + 1} of ${runs}: ${round(seconds.at(-1) ?? 0)} s`)
      }
      const value = round(median(seconds))
      return [
        {
          figure: 'start.again.seconds',
          value,
          unit: 's',
          aim: `<= ${aim}`,
          met: value <= aim,
          detail: { firstOnEmptyFolderSeconds: round(first.milliseconds / 1000), runs: seconds.map((second) => round(second)) },
        },
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
