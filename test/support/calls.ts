import type { World } from './world.ts'
import { shanghai } from './world.ts'

/** What the calls of the tables point at: rows of the operator's institution. */
export type Targets = { readonly world: World; readonly personId: string; readonly visitId: string; readonly commitmentId: string }

type Call = {
  readonly input: (targets: Targets) => object
  /** What another institution gets of these rows: nothing, or why that is not a question here. */
  readonly kind: 'private' | 'directory' | 'own'
}

const name = (text: string) => ({ zh: text, en: text })
const version = 2

/** One well-formed call per route. A route without an entry fails the isolation test, so no route is forgotten. */
export const calls: Readonly<Record<string, Call>> = {
  'platform.list-parked-deliveries': { kind: 'directory', input: () => ({}) },
  'platform.retry-delivery': { kind: 'own', input: () => ({ deliveryId: '1.booking.expire-hold' }) },
  'platform.skip-delivery': { kind: 'own', input: () => ({ deliveryId: '1.booking.expire-hold' }) },
  'commitments.list-commitments': { kind: 'private', input: () => ({}) },
  'commitments.pause-commitment': { kind: 'private', input: ({ commitmentId }) => ({ commitmentId, version: 1, reason: '等一份材料' }) },
  'commitments.resume-commitment': { kind: 'private', input: ({ commitmentId }) => ({ commitmentId, version: 1 }) },
  'network.list-institutions': { kind: 'directory', input: () => ({}) },
  'network.list-sites': { kind: 'directory', input: () => ({}) },
  'network.list-resources': { kind: 'directory', input: ({ world }) => ({ institutionId: world.clinic }) },
  'network.show-map': { kind: 'directory', input: () => ({}) },
  'network.show-institution': { kind: 'directory', input: ({ world }) => ({ institutionId: world.clinic }) },
  'network.list-practitioners': { kind: 'directory', input: ({ world }) => ({ institutionId: world.clinic, specialty: 'orthopaedics' }) },
  'network.show-practitioner': { kind: 'directory', input: ({ world }) => ({ practitionerId: world.expert }) },
  'network.found-network': {
    kind: 'own',
    input: ({ world }) => ({ code: 'OTHER', kind: 'MALL', name: name('别的网络'), operatorId: world.stranger }),
  },
  'network.register-institution': { kind: 'own', input: () => ({ kind: 'clinic', name: name(`机构 ${Math.random()}`) }) },
  'network.open-site': { kind: 'own', input: ({ world }) => ({ institutionId: world.stranger, name: name(`院区 ${Math.random()}`) }) },
  'network.add-room': {
    kind: 'own',
    input: ({ world }) => ({ siteId: world.east.siteId, ownerId: world.clinic, kind: 'treatment', name: name(`房 ${Math.random()}`) }),
  },
  'network.add-device': {
    kind: 'own',
    input: ({ world }) => ({ siteId: world.east.siteId, ownerId: world.clinic, kind: 'ultrasound', name: name(`机 ${Math.random()}`) }),
  },
  'network.register-practitioner': {
    kind: 'own',
    input: ({ world }) => ({
      mainInstitutionId: world.clinic,
      kind: 'orthopaedics',
      title: 'chief',
      name: name('新人'),
      licence: { number: `L${Math.random()}`, scope: ['orthopaedics'], validFrom: '2026-01-01', validUntil: null },
      filings: [],
    }),
  },
  'network.add-licence': {
    kind: 'own',
    input: ({ world }) => ({
      partyId: world.stranger,
      number: `L${Math.random()}`,
      scope: ['dentistry'],
      validFrom: '2026-01-01',
      validUntil: null,
    }),
  },
  'network.renew-licence': { kind: 'own', input: ({ world }) => ({ licenceId: world.networkId, validUntil: null }) },
  'network.file-practice': {
    kind: 'own',
    input: ({ world }) => ({ practitionerId: world.expert, institutionId: world.stranger, validFrom: '2026-01-01', validUntil: null }),
  },
  'network.renew-filing': { kind: 'own', input: ({ world }) => ({ filingId: world.networkId, validUntil: null }) },
  'network.set-travel-time': {
    kind: 'own',
    input: ({ world }) => ({ siteId: world.east.siteId, otherSiteId: world.west.siteId, minutes: 20 }),
  },
  'network.import-roster': { kind: 'own', input: () => ({ partial: false, rows: [{ line: 2, record: '机构' }] }) },
  'network.end-membership': {
    kind: 'own',
    input: ({ world }) => ({ networkCode: 'TEST', partyId: world.stranger, from: '2026-12-01' }),
  },
  'people.find-people': { kind: 'private', input: () => ({ text: '隐私' }) },
  'people.open-person': { kind: 'private', input: ({ personId }) => ({ personId }) },
  'people.register-person': { kind: 'own', input: () => ({ name: '自己的人', birthDate: '1990-01-01' }) },
  'booking.list-offerings': { kind: 'directory', input: () => ({}) },
  'booking.find-days': { kind: 'directory', input: ({ world }) => ({ offeringId: world.offeringId }) },
  'booking.find-promises': { kind: 'directory', input: ({ world }) => ({ offeringId: world.offeringId, date: '2026-11-24' }) },
  'booking.define-offering': {
    kind: 'own',
    input: ({ world }) => ({
      networkId: world.networkId,
      ownerId: world.clinic,
      code: `c${Math.random()}`,
      name: name('项目'),
      durationMinutes: 30,
      needs: [{ role: 'expert', kind: 'orthopaedics' }],
      prices: [{ title: 'chief', amountFen: 1 }],
    }),
  },
  'booking.open-calendar': {
    kind: 'own',
    input: ({ world }) => ({
      resourceId: world.east.room,
      openings: [{ siteId: world.east.siteId, weekday: 1, opens: '08:00', closes: '09:00', validFrom: '2026-01-01', validUntil: null }],
    }),
  },
  'booking.list-visits': { kind: 'private', input: () => ({ from: '2026-11-23' }) },
  'booking.find-visit': { kind: 'private', input: ({ visitId }) => ({ visitId }) },
  'booking.hold-visit': {
    kind: 'private',
    input: ({ world, personId }) => world.request(personId as never, shanghai('2026-11-25', '15:00')),
  },
  'booking.confirm-visit': { kind: 'private', input: ({ visitId }) => ({ visitId, version }) },
  'booking.prolong-hold': { kind: 'private', input: ({ visitId }) => ({ visitId, version }) },
  'booking.cancel-visit': { kind: 'private', input: ({ visitId }) => ({ visitId, version }) },
}
