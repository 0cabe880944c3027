import { readConfig } from '../../platform/config/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { openSystem } from '../system.ts'
import { takesNothing, type Verb } from './verb.ts'

export const migrateVerb: Verb = {
  name: 'migrate',
  summary: 'bring the database to this version',
  usage: 'careloom migrate',
  async run(parameters) {
    takesNothing(parameters)
    const applied: string[] = []
    const system = await openSystem(readConfig(process.env), createLog('silent'), (line) => void applied.push(line))
    await system.close()
    console.log(applied.length ? `applied ${applied.length}: ${applied.join(', ')}` : 'the database is at this version')
    return 0
  },
}
