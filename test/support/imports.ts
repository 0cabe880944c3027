import type { Id } from '../../src/kernel/id.ts'
import { importBundle } from '../../src/modules/people/index.ts'
import { systemActor } from '../../src/platform/operation/perform.ts'
import type { Json } from './bundles.ts'
import type { TestSystem } from './system.ts'
import { run, tryCommand } from './world.ts'

export type Counts = { readonly new: number; readonly changed: number; readonly unchanged: number }
export type Imported = { readonly types: readonly ({ readonly type: string } & Counts)[]; readonly facts: number; readonly persons: number }

/** Imports a bundle that must be taken. */
export const load = ({ runtime }: TestSystem, text: string, more: object = {}): Promise<Imported> =>
  run<Imported>(runtime, systemActor, importBundle, { text, institution: null, consent: false, ...more })

/** Where a bundle is refused, and what is said there in English. */
export async function refused({ runtime }: TestSystem, text: string): Promise<string> {
  const result = await tryCommand(runtime, systemActor, importBundle, { text, institution: null, consent: false })
  const { path, problem } = result.ok ? { path: 'taken', problem: '' } : result.refusal.details
  return `${path}: ${typeof problem === 'object' ? problem.en : problem}`
}

export const rowsOf = async ({ owner }: TestSystem, query: string, values: unknown[] = []): Promise<Json[]> =>
  (await owner.query(query, values)).rows

/** The person of the only Patient that was imported. */
export const importedPerson = async (system: TestSystem): Promise<Id<'person'>> =>
  (await rowsOf(system, `select person_id from people.source_resource where type = 'Patient'`))[0]?.person_id as Id<'person'>

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
