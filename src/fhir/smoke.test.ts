import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tokenFor } from '../../test/support/http.ts'
import { createTestSystem, type TestSystem } from '../../test/support/system.ts'
import { makeWorld, type World } from '../../test/support/world.ts'
import { fhir } from '../apps/fhir.ts'
import { createServer } from '../platform/http/index.ts'
import { createAccounts } from '../platform/session/index.ts'

let system: TestSystem
let world: World
let server: FastifyInstance
let token: string
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  await createAccounts(system.runtime, [
    { login: 'butler', password: 'p', name: { zh: 'b', en: 'b' }, roles: [{ institutionId: world.operator, role: 'butler' }] },
  ])
  server = await createServer(system.runtime, system.serverUrl, [fhir])
  token = await tokenFor(server, 'butler', 'p')
})
afterAll(async () => {
  await server.close()
  await system.close()
})
const get = async (url: string, headers: object = {}) => {
  const answer = await server.inject({ method: 'GET', url: `/fhir/R4/${url}`, headers: { authorization: `Bearer ${token}`, ...headers } })
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() }
}
test('smoke', async () => {
  const personId = await world.makePerson('周静怡', world.butler, { phone: '13800015678' })
  for (const url of [
    'Organization',
    'Practitioner?name=xu',
    'PractitionerRole?_include=PractitionerRole:practitioner',
    'Location',
    `Patient/${personId}`,
    'Patient?name=zhou',
    'Patient',
    'Patient?foo=1&name=zjy',
    'metadata',
    `Observation?patient=${personId}`,
    'Foo',
    `Patient/${personId}/_history`,
  ]) {
    const { status, headers, body } = await get(url)
    console.log(url, status, headers.etag, JSON.stringify(body).slice(0, 1500))
  }
  expect(1).toBe(1)
})
