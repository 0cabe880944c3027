import { readFileSync } from 'node:fs'
import { readConfig } from '../../platform/config/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { ask, perform, systemActor } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { exportNetwork, findFileFault, importNetwork, type NetworkFile, printFile } from '../network-file.ts'
import { sentenceOf } from '../sentence-of.ts'
import { openSystem } from '../system.ts'
import { UsageError, type Verb } from './verb.ts'

export const networkExportVerb: Verb = {
  name: 'network export',
  summary: 'print everything that configures a network: parties, sites, offerings, rotas, agreements; no patients',
  usage: 'careloom network export CODE > network.json',
  async run([code, ...rest]) {
    if (!code || rest.length > 0) throw new UsageError('Name one network: careloom network export CODE > network.json')
    return inSystem(async (runtime) => {
      const taken = await ask(runtime, exportNetwork, systemActor, { code }, 'network export')
      if (!taken.ok) throw new UsageError(sentenceOf(runtime, taken.refusal))
      process.stdout.write(printFile(taken.value))
    })
  },
}

export const networkImportVerb: Verb = {
  name: 'network import',
  summary: 'bring in what careloom network export has printed, all or nothing; what is there already stays',
  usage: 'careloom network import FILE        - reads standard input; a second time changes nothing',
  async run([file, ...rest]) {
    if (!file || rest.length > 0) throw new UsageError('Name one file: careloom network import FILE')
    const given = readNetworkFile(file)
    return inSystem(async (runtime) => {
      const { result } = await perform(runtime, importNetwork, systemActor, { file: given }, { requestId: 'network import' })
      if (!result.ok) throw new UsageError(sentenceOf(runtime, result.refusal))
      console.log(`network ${result.value.code} is in`)
    })
  },
}

function readNetworkFile(path: string): NetworkFile {
  const value = parse(path, read(path))
  const fault = findFileFault(value)
  if (fault) throw new UsageError(`${path}: at ${fault.place}: ${fault.problem}. Export the network again, or correct the file there.`)
  return value as NetworkFile
}

function read(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8')
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}.`)
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${path} is no JSON: ${(error as Error).message}.`)
  }
}

async function inSystem(act: (runtime: Runtime) => Promise<void>): Promise<number> {
  const system = await openSystem(readConfig(process.env), createLog('silent'))
  try {
    await act(system.runtime)
    return 0
  } finally {
    await system.close()
  }
}
