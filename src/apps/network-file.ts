import { Type as T } from 'typebox'
import { Errors } from 'typebox/value'
import { present } from '../kernel/assert.ts'
import type { Id } from '../kernel/id.ts'
import { ok, type Result } from '../kernel/result.ts'
import { findNetwork } from '../modules/network/index.ts'
import { defineCommand, defineQuery, type Work } from '../platform/operation/index.ts'
import { idOf } from '../platform/operation/schema.ts'
import { refuse } from '../platform/refusals.ts'
import { modules } from './modules.ts'

const rooms = modules.flatMap(({ name, configuration }) => (configuration ? [{ name, ...configuration }] : []))
const network = 'a network is configured by all its owners'
const format = 1

/** Everything that configures a network, room by room: no ids, no patients. */
const file = T.Object(
  {
    format: T.Literal(format),
    network: T.String(),
    rooms: T.Object(Object.fromEntries(rooms.map(({ name, schema }) => [name, schema])), { additionalProperties: false }),
  },
  { additionalProperties: false },
)
export type NetworkFile = T.Static<typeof file>

/** What is wrong with a file, by its place; null: it can be read. */
export function findFileFault(value: unknown): { place: string; problem: string } | null {
  const [first] = Errors(file, value)
  return first ? { place: first.instancePath.slice(1).replaceAll('/', '.') || 'file', problem: first.message } : null
}

/** The same state gives the same text. */
export const printFile = (value: NetworkFile): string => `${JSON.stringify(value, null, 2)}\n`

export const exportNetwork = defineQuery({
  name: 'network.export-network',
  zh: '导出网络配置',
  en: 'Export a network',
  permission: 'network.network.found',
  network,
  input: T.Object({ code: T.String() }),
  output: T.Unsafe<NetworkFile>(T.Object({})),
  refusals: [],
  async run(work, { code }) {
    const parts: Record<string, object> = {}
    for (const { name, take } of rooms) parts[name] = await take(work, code)
    return ok({ format, network: code, rooms: parts } as NetworkFile)
  },
})

/** Writes what is missing, all or nothing; a second time changes nothing. */
export const importNetwork = defineCommand({
  name: 'network.import-network',
  zh: '导入网络配置',
  en: 'Import a network',
  permission: 'network.network.found',
  network,
  input: T.Object({ file: T.Unsafe<NetworkFile>(T.Object({})) }),
  output: T.Object({ code: T.String(), operatorId: idOf('institution') }),
  refusals: ['platform.configuration-differs', 'platform.configuration-unknown-name', 'platform.field-wrong'],
  async run(work: Work, { file: given }): Promise<Result<{ code: string; operatorId: Id<'institution'> }, string>> {
    const fault = findFileFault(given)
    if (fault) return refuse('platform.field-wrong', { field: fault.place, rule: fault.problem })
    for (const { name, give } of rooms) {
      const part = (given.rooms as Record<string, object>)[name]
      if (!part) return refuse('platform.field-missing', { field: `rooms.${name}` })
      const written = await give(work, given.network, part)
      if (!written.ok) return written
    }
    const { operatorId } = present(await findNetwork(work, given.network), 'the network that was just imported')
    return ok({ code: given.network, operatorId })
  },
})
