import type { FastifyInstance } from 'fastify'
import { type Config, ConfigError, readConfig } from '../../platform/config/index.ts'
import { createServer } from '../../platform/http/index.ts'
import { createLog, type Log } from '../../platform/log/index.ts'
import { type DemoLogin, demoState, loadDemo, wipe } from '../demo/index.ts'
import { fhir } from '../fhir.ts'
import { openSystem, type System } from '../system.ts'
import { startWorker, type Worker } from '../worker.ts'
import { type DemoPayer, startDemoPayer } from './demo-payer.ts'
import { stopSignal } from './stop-signal.ts'
import { takesNothing, type Verb } from './verb.ts'

type Part = 'server' | 'worker'

const starting = (name: string, summary: string, parts: readonly Part[]): Verb => ({
  name,
  summary,
  usage: `careloom ${name}        Ctrl-C stops it; settings: careloom config`,
  async run(parameters) {
    takesNothing(parameters)
    const config = readConfig(process.env)
    const say = (line: string) => console.log(line)
    const log = createLog('stderr', process.stderr.isTTY ? 'warn' : 'info')
    const system = await openWhole(config, log, say)
    let server: FastifyInstance | null = null
    let worker: Worker | null = null
    let payer: DemoPayer | null = null
    const stop = async () => {
      await payer?.stop()
      await server?.close()
      await worker?.stop()
      await system.close()
    }
    try {
      if (system.notice) say(system.notice)
      const logins = name === 'start' ? await loadDemo(system.runtime, config, say) : []
      if (parts.includes('worker')) worker = startWorker(system.runtime, system.serverUrl)
      if (parts.includes('server')) {
        server = await createServer(system.runtime, system.serverUrl, [fhir])
        const address = await listen(server, config)
        if (name === 'start' && logins.length > 0) payer = await startDemoPayer(system.runtime, config, address, say)
        sayReady(say, address, logins)
      } else say('The worker runs.')
      await stopSignal()
      say('Stopping …')
      return 0
    } finally {
      await stop()
    }
  },
})

/** A demo network that a kill left half loaded is loaded anew. */
async function openWhole(config: Config, log: Log, say: (line: string) => void): Promise<System> {
  const progress = (file: string) => say(`migrating ${file}`)
  const system = await openSystem(config, log, progress)
  try {
    if (config.demo === 'none' || (await demoState(system.runtime)) !== 'half') return system
    say('The first start was interrupted while it loaded the demo network: loading it anew.')
    await wipe(system.ownerUrl)
  } catch (error) {
    await system.close() // what is left open keeps the process from ending
    throw error
  }
  await system.close()
  return openSystem(config, log, progress)
}

async function listen(server: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return (await server.listen({ host, port })).replace('127.0.0.1', 'localhost')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new ConfigError(`Port ${port} is taken: stop what uses it, or start with PORT=0 or another number.`)
    if (code === 'EACCES') throw new ConfigError(`Port ${port} needs more rights than this user has: take one above 1023.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new ConfigError(`HOST=${host} is no address of this machine.`)
    throw error
  }
}

function sayReady(say: (line: string) => void, address: string, logins: readonly DemoLogin[]): void {
  say('')
  say(`Careloom is ready: ${address}            desk`)
  say(`                   ${address}/pocket/    pocket, for patients`)
  if (logins.length > 0) say('')
  for (const { role, login, password } of logins) say(`  ${role.padEnd(10)} ${login.padEnd(12)} ${password}`)
  say('')
}

export const startVerb = starting('start', 'start database, server, worker and console with the demo network', ['server', 'worker'])
export const serverVerb = starting('server', 'start a server only', ['server'])
export const workerVerb = starting('worker', 'start a worker only', ['worker'])
