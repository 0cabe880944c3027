import { expect, test } from 'vitest'
import { sumOf } from '../../kernel/money.ts'
import { checkTerms } from '../../modules/agreements/domain/check-terms.ts'
import { compileTerms } from '../../modules/agreements/domain/compile.ts'
import type { Charge, Party, ServiceResource } from '../../modules/agreements/domain/service.ts'
import { shareService } from '../../modules/agreements/domain/share.ts'
import { groupForms } from './group-forms.ts'

type Example = {
  readonly code: string
  readonly host: string
  /** Whose expert it is; the group's where it does not say. */
  readonly expert?: string
  readonly lent?: { readonly role: 'room' | 'device'; readonly kind: string; readonly owner: string }
  readonly minutes?: number
  /** In yuan. */
  readonly charges: readonly (readonly [Charge['category'], number])[]
  readonly shares: Readonly<Record<string, number>>
}

/** Bills whose shares were worked out by hand from the formulas of domain.md 5.2. */
const examples: Example[] = [
  {
    // Net 360,000: 30,000 + 70,000 + 24,000 = 124,000; a tenth to the platform; 111,600 in seven and three parts; 236,000 stay.
    code: 'CARDIAC',
    host: 'local',
    charges: [
      ['professional', 380_000],
      ['professional', -20_000],
      ['drug', 90_000],
      ['consumable', 50_000],
    ],
    shares: { local: 236_000 + 140_000, operator: 12_400, practitioner: 78_120, group: 33_480 },
  },
  {
    code: 'ENTITY',
    host: 'second',
    charges: [
      ['professional', 320],
      ['examination', 180],
      ['drug', 66.5],
    ],
    shares: { practitioner: 225, group: 40, second: 235 + 66.5 },
  },
  {
    // 6 % of 2,333.33 is 139.9998.
    code: 'CUSTODY',
    host: 'hospital',
    charges: [
      ['professional', 1600],
      ['facility', 400],
      ['examination', 333.33],
    ],
    shares: { group: 70, practitioner: 70, hospital: 2193.33 },
  },
  {
    // The doctors' fee alone is divided: 9,800 less a tenth is 8,820, eight parts and two.
    code: 'PARTNERSHIP',
    host: 'hospital',
    charges: [
      ['professional', 9800],
      ['facility', 6800],
      ['drug', 1500],
      ['consumable', 5200],
    ],
    shares: { hospital: 13_500 + 980, practitioner: 7056, group: 1764 },
  },
  {
    // 180 are the studio's, of which two half-hours of the room cost 160.
    code: 'STUDIO',
    host: 'group',
    expert: 'home',
    lent: { role: 'room', kind: 'consulting', owner: 'landlord' },
    minutes: 60,
    charges: [['professional', 1200]],
    shares: { operator: 120, practitioner: 900, group: 180 - 160, landlord: 160 },
  },
  {
    code: 'PLATFORM',
    host: 'hospital',
    expert: 'home',
    charges: [
      ['professional', 500],
      ['facility', 40],
    ],
    shares: { operator: 30, home: 54, practitioner: 216, group: 54, hospital: 186 },
  },
  {
    // 55 % of 660.50 is 363.275, rounded up; 70 % of 363.28 is 254.296.
    code: 'BRANCHES',
    host: 'east',
    charges: [
      ['professional', 400],
      ['examination', 260.5],
    ],
    shares: { practitioner: 254.3, group: 108.98, centre: 66.05, east: 231.17 },
  },
  {
    // 240 and 175 of materials, less 120 for the machine.
    code: 'DIALYSIS',
    host: 'hospital',
    lent: { role: 'device', kind: 'dialysis-machine', owner: 'group' },
    charges: [
      ['professional', 80],
      ['examination', 320],
      ['drug', 45],
      ['consumable', 130],
    ],
    shares: { hospital: 240 + 175 - 120, practitioner: 40, group: 120 + 120 },
  },
  {
    // 75 % of 399.99 is 299.99, by 63 to 12: 251.9916 and 47.9984, the fen that is left goes to the larger fraction.
    code: 'MULTISITE',
    host: 'clinic',
    expert: 'home',
    charges: [
      ['professional', 360],
      ['facility', 39.99],
    ],
    shares: { practitioner: 251.99, group: 48, clinic: 100 },
  },
  {
    code: 'DEPARTMENT',
    host: 'hospital',
    charges: [
      ['professional', 18_000],
      ['facility', 9000],
      ['consumable', 12_345.67],
    ],
    shares: { operator: 990, practitioner: 4455, group: 4455, hospital: 8100 + 21_345.67 },
  },
  {
    // Of the 450 that the doctor brings in the agent keeps 12 %, and 20 for each service.
    code: 'AGENCY',
    host: 'hospital',
    expert: 'home',
    charges: [
      ['professional', 700],
      ['facility', 50],
    ],
    shares: { practitioner: 396, group: 54 + 20, home: 37.5, hospital: 242.5 },
  },
  {
    code: 'RHYTHM',
    host: 'hospital',
    charges: [
      ['professional', 12_000],
      ['facility', 8000],
      ['consumable', 21_000],
    ],
    shares: { practitioner: 6750, group: 2250, primary: 1000, hospital: 10_000 + 21_000 },
  },
  {
    code: 'DIVERSION',
    host: 'hospital',
    expert: 'hospital',
    charges: [
      ['professional', 600],
      ['examination', 300],
    ],
    shares: { group: 60, practitioner: 360, hospital: 480 },
  },
  {
    code: 'PROGRAMME',
    host: 'hospital',
    expert: 'hospital',
    charges: [
      ['professional', 3000],
      ['facility', 600],
    ],
    shares: { group: 720, primary: 180, practitioner: 1620, hospital: 1080 },
  },
]

const offering = 'example'
const idOf = (role: string) => role as Party['partyId']

test('there are fourteen forms, each with an example', () => {
  expect(groupForms.map(({ code }) => code)).toEqual(examples.map(({ code }) => code))
  expect(groupForms).toHaveLength(14)
})

test.each(examples)('$code divides its bill to the fen', ({ code, host, expert = 'group', lent, minutes = 30, charges, shares }) => {
  const form = groupForms.find((one) => one.code === code)
  const roles = ['group', ...Object.keys(form?.parties ?? {}), 'operator']
  const parties = roles.map((role): Party => ({ role, partyId: idOf(role), name: { zh: role, en: role } }))
  const terms = form?.terms([offering]) ?? { use: [], split: null }
  expect(checkTerms(terms, roles)).toMatchObject({ ok: true })
  const agreement = compileTerms({ agreementId: code, versionId: code, code, title: { zh: code, en: code }, number: 1, parties, terms })
  const name = { zh: '甲', en: 'One' }
  const resources: ServiceResource[] = [
    { role: 'expert', kind: 'any', id: 'practitioner', ownerId: idOf(expert), name },
    ...(lent ? [{ role: lent.role, kind: lent.kind, id: 'lent', ownerId: idOf(lent.owner), name }] : []),
  ]
  const bill = charges.map(([category, yuan]): Charge => ({ category, amountFen: BigInt(Math.round(yuan * 100)) }))
  const shared = shareService([agreement], {
    offeringCode: offering,
    hostId: idOf(host),
    offererId: idOf('group'),
    minutes,
    charges: bill,
    resources,
  })
  if (!shared.ok) throw new Error(shared.refusal.code)
  const amounts = Object.fromEntries(shared.value.parties.map(({ partyId, amountFen }) => [partyId, Number(amountFen) / 100]))
  expect(amounts).toEqual(shares)
  expect(sumOf(shared.value.parties.map(({ amountFen }) => amountFen))).toBe(sumOf(bill.map(({ amountFen }) => amountFen)))
})
