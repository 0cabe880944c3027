import type { Id } from '../../src/kernel/id.ts'
import { type Instant, instantAt, type PlainDate } from '../../src/kernel/time.ts'
import { draftAgreement, proposeVersion, signVersion } from '../../src/modules/agreements/index.ts'
import { defineOffering, holdVisit, planRota } from '../../src/modules/booking/index.ts'
import { addDevice, addRoom, foundNetwork, openSite, registerInstitution, registerPractitioner } from '../../src/modules/network/index.ts'
import { recordConsent, registerPerson } from '../../src/modules/people/index.ts'
import type { Actor, Command } from '../../src/platform/operation/index.ts'
import { perform, systemActor } from '../../src/platform/operation/perform.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
import { permissionsOf } from '../../src/platform/permission/index.ts'

type Institution = Id<'institution'>

/** Runs a command and answers its result, refusals included. */
export async function tryCommand(runtime: Runtime, actor: Actor, command: unknown, input: object, key?: string) {
  const { result } = await perform(runtime, command as Command, actor, input, { requestId: 'test', ...(key ? { key } : {}) })
  return result
}

/** Runs a command that must succeed. */
export async function run<Answer>(runtime: Runtime, actor: Actor, command: unknown, input: object): Promise<Answer> {
  const result = await tryCommand(runtime, actor, command, input)
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${JSON.stringify(result.refusal.details)}`)
  return result.value as Answer
}

let accounts = 0

/** An actor in roles of an institution, each with an account of its own. */
export function staffOf(runtime: Runtime, institutionId: Institution, ...held: string[]): Actor {
  accounts += 1
  const accountId = `00000000-0000-7000-8000-${String(accounts).padStart(12, '0')}` as Id<'account'>
  return { accountId, kind: 'staff', institutionId, personId: null, roles: held, permissions: permissionsOf(runtime.roles, held) }
}

export function patientOf(runtime: Runtime, personId: Id<'person'>): Actor {
  return { ...staffOf(runtime, personId as never, 'patient'), kind: 'patient', institutionId: null, personId }
}

export type World = Awaited<ReturnType<typeof makeWorld>>

/**
 * One expert of a hospital who may be at either of two sites at the same hours, a second expert of a clinic; at each site a room of
 * the clinic and a device of an imaging centre. All open every day, 00:00 to 23:59 Shanghai time.
 */
export async function makeWorld(runtime: Runtime) {
  const system = <Answer>(command: unknown, input: object) => run<Answer>(runtime, systemActor, command, input)
  const name = (text: string) => ({ zh: text, en: text })
  const licence = (number: string) => ({ number, scope: ['orthopaedics'], validFrom: '2026-01-01', validUntil: null })
  const institution = async (kind: string, text: string, more: object = {}) =>
    (await system<{ institutionId: Institution }>(registerInstitution, { kind, name: name(text), ...more })).institutionId
  const operator = await institution('operator', '运营')
  const { networkId } = await system<{ networkId: Id<'network'> }>(foundNetwork, {
    code: 'TEST',
    kind: 'MALL',
    name: name('网络'),
    operatorId: operator,
  })
  const member = { networkCode: 'TEST' }
  const hospital = await institution('hospital', '医院', { ...member, licence: licence('H-1') })
  const clinic = await institution('clinic', '诊所', { ...member, licence: licence('H-2') })
  const imaging = await institution('imaging-centre', '影像', member)
  const stranger = await institution('clinic', '外人')
  const open = (resourceId: Id<'resource'>, siteIds: readonly Id<'site'>[]) => {
    const lines = siteIds.flatMap((siteId) =>
      [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ siteId, weekday, opens: '00:00', closes: '23:59' })),
    )
    return system(planRota, { resourceId, validFrom: '2026-01-01', lines })
  }
  const makeSite = async (text: string) => {
    const { siteId } = await system<{ siteId: Id<'site'> }>(openSite, { institutionId: operator, name: name(text) })
    const add = async (command: unknown, ownerId: Institution, kind: string) => {
      const { resourceId } = await system<{ resourceId: Id<'resource'> }>(command, { siteId, ownerId, kind, name: name(`${text} ${kind}`) })
      await open(resourceId, [siteId])
      return resourceId
    }
    return { siteId, room: await add(addRoom, clinic, 'treatment'), device: await add(addDevice, imaging, 'ultrasound') }
  }
  const east = await makeSite('东')
  const west = await makeSite('西')
  const expertOf = async (text: string, mainInstitutionId: Institution) => {
    const filings = mainInstitutionId === clinic ? [] : [{ institutionId: clinic, validFrom: '2026-01-01', validUntil: null }]
    const { practitionerId } = await system<{ practitionerId: Id<'practitioner'> }>(registerPractitioner, {
      mainInstitutionId,
      kind: 'orthopaedics',
      title: 'chief',
      name: name(text),
      ...member,
      licence: licence(`D-${text}`),
      filings,
    })
    const resourceId = practitionerId as unknown as Id<'resource'>
    await open(resourceId, [east.siteId, west.siteId])
    return resourceId
  }
  const expert = await expertOf('许明远', hospital)
  const second = await expertOf('顾予宁', clinic)
  const needs = [
    { role: 'expert', kind: 'orthopaedics' },
    { role: 'room', kind: 'treatment' },
    { role: 'device', kind: 'ultrasound' },
  ]
  const { offeringId } = await system<{ offeringId: Id<'offering'> }>(defineOffering, {
    networkId,
    ownerId: operator,
    code: 'injection',
    name: name('注射'),
    durationMinutes: 30,
    setupMinutes: 0,
    preparation: null,
    needs,
    prices: [
      { siteId: null, title: 'chief', category: 'professional', amountFen: 148_000 },
      { siteId: null, title: 'chief', category: 'consumable', amountFen: 20_000 },
    ],
  })
  await agree(runtime, {
    networkId,
    code: 'A-2026-1',
    parties: [
      { role: 'operator', partyId: operator },
      { role: 'tenant', partyId: clinic },
      { role: 'hospital', partyId: hospital },
      { role: 'imaging', partyId: imaging },
    ],
    terms: worldTerms,
  })
  const butler = staffOf(runtime, operator, 'butler')
  const finance = staffOf(runtime, operator, 'finance')
  const makePerson = async (text: string, actor: Actor = butler, more: object = {}) =>
    (await run<{ personId: Id<'person'> }>(runtime, actor, registerPerson, { name: text, birthDate: '1980-03-12', ...more })).personId
  /** Somebody who has agreed, and so may book for herself. */
  const makePatient = async (text: string): Promise<Id<'person'>> => {
    const personId = await makePerson(text)
    await run(runtime, butler, recordConsent, { personId, purpose: 'service', textVersion: 1 })
    return personId
  }
  const request = (personId: Id<'person'>, startsAt: Instant, site = east, expertId = expert) => ({
    offeringId,
    personId,
    siteId: site.siteId,
    startsAt,
    resourceIds: [expertId, site.room, site.device],
  })
  return {
    networkId,
    operator,
    hospital,
    clinic,
    imaging,
    stranger,
    east,
    west,
    expert,
    second,
    offeringId,
    butler,
    finance,
    makePerson,
    makePatient,
    request,
    hold: (actor: Actor, personId: Id<'person'>, startsAt: Instant) => tryCommand(runtime, actor, holdVisit, request(personId, startsAt)),
  }
}

/** The clinic uses experts of the hospital and devices of the imaging centre; 1,680 yuan: 200 stay with the clinic, of 1,480 the expert's institution gets 54 %, the operator 7 %. */
const worldTerms = {
  use: [
    { user: 'tenant', owner: 'hospital', resource: { role: 'expert', kind: '*' }, price: null },
    { user: 'tenant', owner: 'imaging', resource: { role: 'device', kind: 'ultrasound' }, price: { per: 'use', amountFen: 18_000 } },
  ],
  split: {
    divides: 'bill',
    offerings: [],
    less: [{ category: 'consumable', to: 'tenant' }],
    steps: [
      { step: 'percent', of: 'base', to: [{ party: 'expert', basisPoints: 5400 }] },
      { step: 'percent', of: 'base', to: [{ party: 'operator', basisPoints: 700 }] },
      { step: 'remainder', of: 'base', to: [{ party: 'tenant', parts: 1 }] },
    ],
  },
}

type NewAgreement = {
  readonly networkId: Id<'network'>
  readonly code: string
  readonly parties: readonly { readonly role: string; readonly partyId: Institution }[]
  readonly terms: object
}

/** An agreement in force from 2026 on: drafted, and signed by each party. */
export async function agree(runtime: Runtime, { networkId, code, parties, terms }: NewAgreement): Promise<void> {
  const drafted = { networkId, code, title: { zh: code, en: code }, parties, terms, validFrom: '2026-01-01', validUntil: null }
  const { versionId } = await run<{ versionId: string }>(runtime, systemActor, draftAgreement, drafted)
  await run(runtime, systemActor, proposeVersion, { versionId })
  for (const { partyId } of parties) await run(runtime, staffOf(runtime, partyId, 'manager'), signVersion, { versionId })
}

/** A local time in Shanghai. */
export const shanghai = (date: string, time: string): Instant => instantAt('Asia/Shanghai', date as PlainDate, time)
