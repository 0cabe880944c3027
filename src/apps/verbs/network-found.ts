import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { type Static, Type as T } from 'typebox'
import { Errors } from 'typebox/value'
import type { Id } from '../../kernel/id.ts'
import { ok } from '../../kernel/result.ts'
import { foundNetwork, registerInstitution } from '../../modules/network/index.ts'
import { readConfig } from '../../platform/config/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { defineCommand } from '../../platform/operation/index.ts'
import { perform, systemActor } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { idOf } from '../../platform/operation/schema.ts'
import { createAccounts } from '../../platform/session/index.ts'
import { readablePassword } from '../readable-password.ts'
import { sentenceOf } from '../sentence-of.ts'
import { openSystem } from '../system.ts'
import { UsageError, type Verb } from './verb.ts'

const options = {
  code: { type: 'string' },
  kind: { type: 'string' },
  name: { type: 'string' },
  operator: { type: 'string' },
  login: { type: 'string' },
} as const
type Given = Record<keyof typeof options, string>

export const networkFoundVerb: Verb = {
  name: 'network found',
  summary: 'found the first network of an empty system, with its operator and the first account',
  usage:
    'careloom network found --code MALL-1 --kind MALL --name NAME --operator INSTITUTION --login LOGIN\n\nprints the password of the account; kinds: MALL, HOSP, COMM, GROUP, COUNTY',
  async run(parameters) {
    const given = read(parameters)
    const system = await openSystem(readConfig(process.env), createLog('silent'))
    try {
      await refuseAccounts(system.runtime)
      const password = await found(system.runtime, given)
      console.log(`${given.login}  ${password}`)
      return 0
    } finally {
      await system.close()
    }
  },
}

function read(parameters: readonly string[]): Given {
  try {
    const { values } = parseArgs({ args: [...parameters], options })
    const missing = Object.keys(options).find((name) => !values[name as keyof Given])
    if (missing) throw new UsageError(`--${missing} is missing; see careloom network found --help.`)
    return values as Given
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message)
  }
}

/** Only a system without accounts gets its first one from the command line. */
export async function refuseAccounts({ database }: Runtime): Promise<void> {
  const { rows } = await sql`select 1 from platform.account limit 1`.execute(database)
  if (rows.length > 0) throw new UsageError('This system has accounts already: sign in as an operator and register there.')
}

/** The first account, an operator's; answers its password. */
export async function createFirstAccount(runtime: Runtime, name: string, institutionId: Id<'institution'>): Promise<string> {
  const password = readablePassword()
  await createAccounts(runtime, [{ login: name, password, name: { zh: name, en: name }, roles: [{ institutionId, role: 'operator' }] }])
  return password
}

export const login = T.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,63}$' })

/** Operator and network in one transaction; everything is looked at before anything is written. */
const foundFirst = defineCommand({
  name: 'network.found-first-network',
  zh: '建立第一个网络',
  en: 'Found the first network',
  permission: 'network.network.found',
  input: T.Object({ operator: registerInstitution.input, network: T.Omit(foundNetwork.input, ['operatorId']), login }),
  output: T.Object({ operatorId: idOf('institution') }),
  refusals: [...registerInstitution.refusals, ...foundNetwork.refusals],
  async run(work, { operator, network }) {
    const registered = await registerInstitution.run(work, operator)
    if (!registered.ok) return registered
    const operatorId = registered.value.institutionId
    const founded = await foundNetwork.run(work, { ...network, operatorId })
    return founded.ok ? ok({ operatorId }) : founded
  },
})

async function found(runtime: Runtime, given: Given): Promise<string> {
  const { code, kind, name, operator } = given
  const input = {
    operator: { kind: 'operator', name: { zh: operator, en: operator } },
    network: { code, kind, name: { zh: name, en: name } },
    login: given.login,
  }
  const [wrong] = Errors(foundFirst.input, input)
  if (wrong) throw new UsageError(`--${wrong.instancePath.split('/').at(-1)}: ${wrong.message}.`)
  const { result } = await perform(runtime, foundFirst, systemActor, input as Static<typeof foundFirst.input>, {
    requestId: 'network found',
  })
  if (!result.ok) throw new UsageError(sentenceOf(runtime, result.refusal))
  return createFirstAccount(runtime, given.login, result.value.operatorId)
}
