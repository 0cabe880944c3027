import { importBundle } from '../../src/modules/people/index.ts'
import { systemActor } from '../../src/platform/operation/perform.ts'
import type { TestSystem } from './system.ts'
import { run } from './world.ts'

/** Brings in a record of one condition of a person who is known by her ID number, with her consent; answers the id of the fact. */
export async function importRecord(
  { runtime, owner }: TestSystem,
  condition: string,
  { name, idNumber, birthDate }: { name: string; idNumber: string; birthDate: string },
): Promise<string> {
  const identifier = [{ system: 'urn:oid:2.16.156.10011.1.3', value: idNumber }]
  const entry = [
    { resource: { resourceType: 'Patient', id: '1', identifier, name: [{ text: name }], birthDate } },
    { resource: { resourceType: 'Condition', id: '1', subject: { reference: 'Patient/1' }, code: { text: condition } } },
  ]
  const text = JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry })
  await run(runtime, systemActor, importBundle, { text, institution: null, consent: true })
  const { rows } = await owner.query('select id from people.fact where name_zh = $1', [condition])
  return rows[0].id
}
