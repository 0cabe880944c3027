import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bundle, changedPatient, ownPatient, resourceOf } from '../../../../../test/support/bundles.ts'
import { readBundle } from './bundle.ts'
import { resourceTexts } from './json-text.ts'
import { linkBundle } from './links.ts'

const local = 'sender'

/** Where a bundle is refused, and what is said there. */
function problemOf(text: string): string {
  const read = readBundle(text, local)
  const linked = read.ok ? linkBundle(read.value, local).outside() : read
  if (linked.ok) return linked.value.map(({ path, reference }) => `${path}: ${reference}`).join() || 'nothing'
  const { path, problem, line, column } = linked.refusal.details
  return path === undefined ? `line ${line}, column ${column}` : `${path}: ${typeof problem === 'object' ? problem.en : ''}`
}

const broken: readonly (readonly [(bundle: Bundle) => void, string])[] = [
  [(bundle) => Object.assign(bundle, { resourceType: 'Patient' }), 'resourceType: should be one of Bundle'],
  [(bundle) => Object.assign(bundle, { type: 'history' }), 'type: should be one of transaction, collection'],
  [(bundle) => Object.assign(bundle, { entry: {} }), 'entry: should be an array'],
  [(bundle) => Object.assign(bundle.entry, { 2: 'x' }), 'entry[2]: should be an object'],
  [(bundle) => Object.assign(bundle.entry[2] ?? {}, { resource: undefined }), 'entry[2].resource: is missing'],
  [(bundle) => Object.assign(bundle.entry[2]?.resource ?? {}, { resourceType: 7 }), 'entry[2].resource.resourceType: should be text'],
  [(bundle) => Object.assign(bundle.entry[3]?.request ?? {}, { method: 'DELETE' }), 'entry[3].request.method: should be one of POST, PUT'],
  [
    (bundle) => {
      delete bundle.entry[5]?.fullUrl
      delete bundle.entry[5]?.resource.id
    },
    'entry[5]: has neither fullUrl nor resource.id, so it could not be recognised a second time',
  ],
  [(bundle) => Object.assign(bundle.entry[7] ?? {}, { fullUrl: bundle.entry[6]?.fullUrl }), 'entry[7]: is the same resource as entry[6]'],
  [(bundle) => delete resourceOf(bundle, 'Patient').birthDate, 'entry[0].resource.birthDate: is missing'],
  [
    (bundle) => Object.assign(resourceOf(bundle, 'Patient'), { birthDate: '1972-02-30' }),
    'entry[0].resource.birthDate: should be one of YYYY, YYYY-MM, YYYY-MM-DD',
  ],
  [(bundle) => Object.assign(resourceOf(bundle, 'Patient'), { name: [] }), 'entry[0].resource.name: should not be empty'],
  [(bundle) => delete resourceOf(bundle, 'Condition').subject, 'entry[4].resource.subject: is missing'],
  [
    (bundle) => Object.assign(resourceOf(bundle, 'Condition'), { subject: { display: '她' } }),
    'entry[4].resource.subject.reference: is missing',
  ],
  [
    (bundle) => Object.assign(resourceOf(bundle, 'Condition'), { subject: { reference: 'urn:uuid:0' } }),
    'entry[4].resource.subject.reference: urn:uuid:0',
  ],
  [
    (bundle) => Object.assign(resourceOf(bundle, 'Condition'), { evidence: [{ detail: [{ reference: '#none' }] }] }),
    'entry[4].resource.evidence[0].detail[0].reference: #none',
  ],
  [
    (bundle) => Object.assign(resourceOf(bundle, 'Condition'), { asserter: { reference: 'Practitioner?name=Shen' } }),
    'entry[4].resource.asserter.reference: Practitioner?name=Shen can be found by identifier=SYSTEM|VALUE only',
  ],
  [
    (bundle) => Object.assign(resourceOf(bundle, 'Condition'), { onsetDateTime: '2019-13' }),
    'entry[4].resource.onsetDateTime: should be one of YYYY, YYYY-MM, YYYY-MM-DD, YYYY-MM-DDThh:mm:ss+08:00',
  ],
  [
    (bundle) => {
      const [component] = resourceOf(bundle, 'Observation').component as { valueQuantity: { value: unknown } }[]
      if (component) component.valueQuantity.value = '152'
    },
    'entry[6].resource.component[0].valueQuantity.value: should be a number',
  ],
  [
    (bundle) => Object.assign(resourceOf(bundle, 'Procedure'), { status: 'done' }),
    'entry[12].resource.status: should be one of preparation, in-progress, not-done, on-hold, stopped, completed, entered-in-error, unknown',
  ],
  [
    (bundle) => delete resourceOf(bundle, 'Immunization').occurrenceDateTime,
    'entry[13].resource.occurrenceDateTime: needs occurrenceDateTime or occurrenceString',
  ],
  [
    (bundle) => Object.assign(resourceOf(bundle, 'Procedure'), { note: [{ text: 'a\0b' }] }),
    'entry[12].resource.note[0].text: has a control character or half a character',
  ],
]

describe('a broken bundle is refused by its place', () => {
  test.each(broken.map(([change, said]) => [said, change] as const))('%s', (said, change) => {
    expect(problemOf(changedPatient(change))).toBe(said)
  })
  test('the own bundle is not', () => {
    expect(problemOf(ownPatient())).toBe('nothing')
  })
  test.each([
    ['{\n  "resourceType": "Bundle",\n  "type": collection\n}', 'line 3, column 11'],
    ['{"resourceType": "Bundle"', 'line 1, column 26'],
    ['', 'line 1, column 1'],
    ['{"a": 1,}', 'line 1, column 9'],
    ['// no\n{}', 'line 1, column 1'],
  ])('%j is refused by line and column', (text, said) => {
    expect(problemOf(text)).toBe(said)
  })
  test('a file that nests without end is refused, not a fault', () => {
    const deep = `${'['.repeat(5000)}"x"${']'.repeat(5000)}`
    const text = `{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Basic","id":"b","x":${deep}}}]}`
    expect(problemOf(text)).toMatch(/^entry\[0\]\.resource\.x(\[0\])+: is nested too deep$/)
  })
})

test('the text of each resource is what was sent, whatever is in it and however it is laid out', () => {
  const resources = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 })
  fc.assert(
    fc.property(resources, fc.constantFrom(undefined, 1, '\t', ' \n'), (sent, space) => {
      const entry = sent.map((resource, place) => (place % 2 ? { resource } : { search: { resource: { entry: [{}] } }, resource }))
      const texts = resourceTexts(JSON.stringify({ link: [{ resource: {} }], more: { entry }, entry }, null, space))
      expect(texts).toEqual(sent.map((resource) => JSON.stringify(resource)))
    }),
  )
  expect(resourceTexts('{"entry": [{"resource": {"a": 1.50, "b" : [ 1e3, "x \\" }" ]}}, {}, {"resource":{}}]}')).toEqual([
    '{"a":1.50,"b":[1e3,"x \\" }"]}',
    undefined,
    '{}',
  ])
})
