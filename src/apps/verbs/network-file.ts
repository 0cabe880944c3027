import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Check } from 'typebox/value'
import { readConfig } from '../../platform/config/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { ask, perform, systemActor } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { exportNetwork, findFileFault, importNetwork, type NetworkFile, printFile } from '../network-file.ts'
import { sentenceOf } from '../sentence-of.ts'
import { openSystem } from '../system.ts'
import { createFirstAccount, login, refuseAccounts } from './network-found.ts'
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
  usage:
    'careloom network import FILE [--login LOGIN]        - reads standard input; a second time changes nothing\n\n--login makes the first account of an empty system, an operator of the network, and prints its password',
  async run(parameters) {
    const { path, name } = readWords(parameters)
    const given = readNetworkFile(path)
    return inSystem(async (runtime) => {
      if (name !== undefined) await refuseAccounts(runtime)
      const { result } = await perform(runtime, importNetwork, systemActor, { file: given }, { requestId: 'network import' })
      if (!result.ok) throw new UsageError(sentenceOf(runtime, result.refusal))
      console.log(`network ${result.value.code} is in`)
      if (name !== undefined) console.log(`${name}  ${await createFirstAccount(runtime, name, result.value.operatorId)}`)
    })
  },
}

function readWords(parameters: readonly string[]): { path: string; name: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ args: [...parameters], options: { login: { type: 'string' } }, allowPositionals: true })
    const [path, ...rest] = positionals
    if (!path || rest.length > 0) throw new UsageError('Name one file: careloom network import FILE')
    if (values.login !== undefined && !Check(login, values.login))
      throw new UsageError('--login takes 2 to 64 of a-z, 0-9, dot, dash and underline.')
    return { path, name: values.login }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message)
  }
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
