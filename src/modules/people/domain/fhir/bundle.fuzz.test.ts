import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Json, ownBundles } from '../../../../../test/support/bundles.ts'
import type { Id } from '../../../../kernel/id.ts'
import { type PlainDate, toInstant } from '../../../../kernel/time.ts'
import { readBundle } from './bundle.ts'
import { linkBundle } from './links.ts'
import { institutionOf } from './organization.ts'
import { originsOf } from './origin.ts'
import { readPatient } from './patient.ts'
import { identify } from './persons.ts'
import { planBundle } from './plan.ts'

const id = <Thing extends string>() => '00000000-0000-7000-8000-000000000000' as Id<Thing>
const nothing = { sources: new Map(), parties: new Map() }

/** Everything that is decided of a bundle without a database; answers how far it got. */
function decide(text: string): string {
  const entries = readBundle(text, 'sender')
  if (!entries.ok) return entries.refusal.code
  const links = linkBundle(entries.value, 'sender')
  if (!links.outside().ok) return 'outside'
  const patients = []
  for (const entry of entries.value.filter(({ resource }) => resource.resourceType === 'Patient')) {
    const patient = readPatient(entry, '2026-11-23' as PlainDate)
    if (!patient.ok) return patient.refusal.code
    patients.push(patient.value)
  }
  const identified = identify(patients, nothing, new Map(), id)
  if (!identified.ok) return identified.refusal.code
  const institutions = new Map(
    entries.value
      .filter(({ resource }) => resource.resourceType === 'Organization' && institutionOf(resource))
      .map((entry) => [entry, id<'institution'>()]),
  )
  for (const entry of entries.value) originsOf(links, nothing, institutions)(entry)
  const { persons } = identified.value
  const now = toInstant('2026-11-23T00:00:00Z')
  const planned = planBundle(entries.value, {
    links,
    known: nothing,
    persons,
    institutions,
    importer: id(),
    zone: 'Asia/Shanghai',
    now,
    newId: id,
  })
  return planned.ok ? 'planned' : planned.refusal.code
}

/** The places of a value, each as the way to it. */
function placesOf(node: unknown, way: (string | number)[] = []): (string | number)[][] {
  const inner =
    typeof node === 'object' && node !== null ? Object.entries(node).flatMap(([step, one]) => placesOf(one, [...way, step])) : []
  return way.length > 0 ? [way, ...inner] : inner
}

test('whatever stands at any place of a bundle, it is taken or refused, never a fault', () => {
  const bundles = ownBundles().map(({ text }) => ({ text, places: placesOf(JSON.parse(text)) }))
  const outcomes = new Map<string, number>()
  const strange = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', [null], [{}], {}, 'Patient/1001', '#', 'a?b', '0000-01-01', 1e300))
  fc.assert(
    fc.property(fc.constantFrom(...bundles), fc.nat(), strange, ({ text, places }, which, value) => {
      const bundle = JSON.parse(text) as Json
      const way = places[which % places.length] ?? []
      const holder = way.slice(0, -1).reduce((node, step) => node[step] as Json, bundle)
      holder[way.at(-1) ?? ''] = value
      const outcome = decide(JSON.stringify(bundle))
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }),
    { numRuns: 1500 },
  )
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['planned', 'people.bundle-broken']))
})
