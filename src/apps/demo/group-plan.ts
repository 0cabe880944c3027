import { present } from '../../kernel/assert.ts'
import { type PlainDate, plusDays } from '../../kernel/time.ts'
import { planAgreement } from './agreement-line.ts'
import { countyPlan } from './county-plan.ts'
import { departmentsOfOne } from './departments.ts'
import * as at from './group-forms.ts'
import { groupForms } from './group-forms.ts'
import { groupOfferings } from './group-offerings.ts'
import { hospPlan } from './hosp-plan.ts'
import { institutionLicence } from './licence.ts'
import { mallPlan } from './mall-plan.ts'
import { drawPeople, eachPerson, type Name } from './names.ts'
import { planOffering } from './offering-table.ts'
import { type PlaceLine, planPlaces, workdays } from './places.ts'
import type { NetworkPlan, PlannedInstitution } from './plan.ts'
import { randomFrom } from './random.ts'
import { type ExpertLine, planStaff, type TeamLine } from './staff.ts'
import { planVisits } from './visits.ts'

/** How large the network is: `teams` is how many of each team there are, `residents` who is known beside those who visit. */
export type GroupSize = { readonly teams: number; readonly people: number; readonly residents: number }
export const groupSizes = {
  small: { teams: 1, people: 80, residents: 0 },
  full: { teams: 8, people: 80, residents: 4000 },
} as const satisfies Record<string, GroupSize>

/** Hospitals and clinics where the groups practise, each with one site: its key, what it may do, its consulting rooms. */
const houses: (Name & { key: string; kind: PlannedInstitution['kind']; scope: string; rooms: string; address: Name })[] = [
  {
    key: 'university',
    kind: 'hospital',
    zh: at.university,
    en: 'Danchuan University Hospital',
    scope:
      'internal-medicine cardiology gastroenterology oncology orthopaedics pain-medicine chinese-medicine surgery medical-imaging laboratory',
    rooms: '301 302 303 304',
    address: { zh: '澹川路 9 号', en: '9 Danchuan Road' },
  },
  {
    key: 'city',
    kind: 'hospital',
    zh: at.city,
    en: 'Jichuan City Hospital',
    scope: 'cardiology cardiac-surgery internal-medicine surgery',
    rooms: '201 202 203',
    address: { zh: '霁川大道 18 号', en: '18 Jichuan Avenue' },
  },
  {
    key: 'tongxi',
    kind: 'hospital',
    zh: at.tongxi,
    en: 'Tongxi Hospital',
    scope: 'vascular-surgery nephrology orthopaedics',
    rooms: '201 202 203',
    address: { zh: '桐汐街 77 号', en: '77 Tongxi Street' },
  },
  {
    key: 'chuanting',
    kind: 'hospital',
    zh: at.chuanting,
    en: 'Chuanting Hospital',
    scope: 'hepatology neurosurgery surgery',
    rooms: '201 202',
    address: { zh: '川汀路 40 号', en: '40 Chuanting Road' },
  },
  {
    key: 'suxin',
    kind: 'hospital',
    zh: at.suxin,
    en: 'Suxin Heart Hospital',
    scope: 'cardiac-surgery cardiology',
    rooms: '101 102',
    address: { zh: '溯心路 1 号', en: '1 Suxin Road' },
  },
  {
    key: 'lingli',
    kind: 'hospital',
    zh: at.lingli,
    en: 'Lingli Surgical Hospital',
    scope: 'surgery',
    rooms: '101 102',
    address: { zh: '岭砺路 6 号', en: '6 Lingli Road' },
  },
  ...at.branches.map((zh, place) => ({
    key: present(['east', 'south', 'north'][place], 'a branch'),
    kind: 'clinic' as const,
    zh,
    en: `Lingli ${present(['East Bank', 'South Shore', 'North Port'][place], 'a branch')} Clinic`,
    scope: 'surgery',
    rooms: '101',
    address: { zh: `岭砺${place + 1}路 12 号`, en: `12 Lingli ${place + 1} Road` },
  })),
  ...at.hexu.map((zh, place) => ({
    key: present(['lake', 'port'][place], 'a clinic'),
    kind: 'clinic' as const,
    zh,
    en: `Hexu ${present(['Lakeside', 'New Port'][place], 'a clinic')} Clinic`,
    scope: 'internal-medicine paediatrics gynaecology dentistry',
    rooms: '101 102',
    address: { zh: `禾煦${place + 1}路 20 号`, en: `20 Hexu ${place + 1} Road` },
  })),
  {
    key: 'hongluo',
    kind: 'clinic',
    zh: at.hongluo,
    en: 'Hongluo Day Surgery Centre',
    scope: 'vascular-surgery',
    rooms: '101',
    address: { zh: '泓络路 33 号', en: '33 Hongluo Road' },
  },
  {
    key: 'nanxi',
    kind: 'clinic',
    zh: at.nanxi,
    en: 'Nanxi Clinic',
    scope: 'pain-medicine chinese-medicine',
    rooms: '101 102',
    address: { zh: '南汐街 5 号', en: '5 Nanxi Street' },
  },
  {
    key: 'shared',
    kind: 'clinic',
    zh: at.sharedRooms,
    en: 'Lianxi Shared Rooms',
    scope: 'internal-medicine',
    rooms: '801 802',
    address: { zh: '联汐广场 8 楼', en: '8th floor, Lianxi Plaza' },
  },
  {
    key: 'xiqiao',
    kind: 'health-centre',
    zh: at.xiqiao,
    en: 'Xiqiao Community Health Centre',
    scope: 'general-practice',
    rooms: '101',
    address: { zh: '汐桥路 2 号', en: '2 Xiqiao Road' },
  },
]

/** Groups with a licence of their own, by its number (`institutionLicence`); the others' doctors work under the licence of the house. */
const licensed: Readonly<Record<string, { readonly place: number; readonly scope: string }>> = {
  STUDIO: { place: 201, scope: 'internal-medicine' },
  BRANCHES: { place: 253, scope: 'surgery' }, // ends in 39 days
}

const ownerAt = (site: string): string => present(houses.find(({ key }) => key === site)?.zh, site)
const groupOf = (code: string): string => present(groupForms.find((form) => form.code === code)?.group.zh, code)

const rooms: PlaceLine[] = [
  ...houses.map(({ key, zh, rooms }) => ({ site: key, owner: zh, kind: 'consulting', doors: rooms })),
  ...(
    [
      ['city', 'theatre', 'OR-1'],
      ['city', 'catheter-room', 'DSA-1'],
      ['tongxi', 'theatre', 'OR-1'],
      ['tongxi', 'dialysis-station', 'B1 B2 B3 B4'],
      ['chuanting', 'theatre', 'OR-1'],
      ['chuanting', 'conference', 'M-1'],
      ['suxin', 'theatre', 'OR-1 OR-2'],
      ['lingli', 'theatre', 'OR-1'],
      ['lake', 'dental', 'D1'],
      ['hongluo', 'theatre', 'OR-1'],
    ] as const
  ).map(([site, kind, doors]) => ({ site, owner: ownerAt(site), kind, doors })),
]

const devices: PlaceLine[] = [
  { site: 'city', owner: at.city, kind: 'angiograph', doors: 'DSA-1' },
  { site: 'tongxi', owner: at.tongxi, kind: 'ultrasound', doors: 'US-1' },
  { site: 'tongxi', owner: at.tongxi, kind: 'vein-laser', doors: 'VL-1' },
  { site: 'tongxi', owner: groupOf('DIALYSIS'), kind: 'dialysis-machine', doors: 'HD-1 HD-2 HD-3 HD-4' },
  { site: 'lingli', owner: at.lingli, kind: 'endoscopy-tower', doors: 'ET-1' },
  { site: 'hongluo', owner: at.hongluo, kind: 'ultrasound', doors: 'US-2' },
  { site: 'hongluo', owner: at.hongluo, kind: 'vein-laser', doors: 'VL-2' },
]

const chief: ExpertLine = {
  name: '晏清川',
  specialty: 'surgery',
  title: 'chief',
  main: groupOf('BRANCHES'),
  filed: [at.lingli, ...at.branches],
  weeks: { lingli: '1 3 5 6am', east: '2', south: '4am', north: '4pm' },
  ends: { [at.lingli]: 33 },
}

/** Doctors of a group, and of the public hospital who work with one; each week as in `readWeek`. */
const team = (main: string, specialty: string, titles: string, ...weeks: TeamLine['weeks'][number][]): TeamLine => ({
  main,
  specialty,
  titles,
  filed: [...new Set(weeks.flatMap((week) => Object.keys(week).map(ownerAt)))].filter((house) => house !== main),
  weeks,
})
const teams: TeamLine[] = [
  team(groupOf('CARDIAC'), 'cardiac-surgery', 'CA', { city: '1 2', suxin: '4 5' }, { suxin: '1 2 3', city: '5' }),
  team(groupOf('ENTITY'), 'internal-medicine', 'AT', { lake: workdays }, { port: workdays }),
  team(groupOf('ENTITY'), 'paediatrics', 'AT', { lake: '1 3 5 6' }, { port: '2 4 6' }),
  team(groupOf('ENTITY'), 'gynaecology', 'A', { lake: '2 4', port: '1 3' }),
  team(groupOf('ENTITY'), 'dentistry', 'T', { lake: workdays }),
  team(groupOf('CUSTODY'), 'hepatology', 'CA', { chuanting: '1 3 5' }, { chuanting: '2 4 6' }),
  team(groupOf('PARTNERSHIP'), 'vascular-surgery', 'CA', { tongxi: '1 3', hongluo: '2 4' }, { hongluo: '1 3 5', tongxi: '6' }),
  team(at.university, 'internal-medicine', 'CA', { shared: '1 4', university: '2 3' }, { shared: '3 6am', university: '1 2' }),
  team(at.university, 'cardiology', 'CA', { city: '2 5', university: '1 3' }, { city: '1 4', university: '2 5' }),
  team(groupOf('BRANCHES'), 'surgery', 'AAT', { lingli: '1 2 4', east: '3 5' }, { south: '1 2 3 5', lingli: '6' }, { north: '1 2 3 5 6' }),
  team(groupOf('DIALYSIS'), 'nephrology', 'CAT', { tongxi: '1 3 5' }, { tongxi: '2 4 6' }, { tongxi: workdays }),
  team(at.university, 'pain-medicine', 'CA', { nanxi: '2 5am', university: '1 3' }, { nanxi: '1 4', university: '2 5' }),
  team(at.university, 'chinese-medicine', 'C', { nanxi: '3 6', university: '1 4' }),
  team(groupOf('DEPARTMENT'), 'neurosurgery', 'CA', { chuanting: '1 2 4' }, { chuanting: '3 5 6' }),
  team(at.university, 'orthopaedics', 'CA', { tongxi: '3 6', university: '1 2' }, { tongxi: '1 5', university: '2 4' }),
  team(groupOf('RHYTHM'), 'cardiology', 'CA', { city: '1 3 6' }, { city: '2 4' }),
  team(at.university, 'gastroenterology', 'CA', { university: '1 3 5' }, { university: '2 4 6' }),
  team(at.university, 'oncology', 'CA', { university: '1 2 4' }, { university: '3 5' }),
]

const roads: [from: string, to: string, minutes: number][] = [
  ['city', 'suxin', 25],
  ['city', 'university', 30],
  ['tongxi', 'hongluo', 20],
  ['tongxi', 'university', 35],
  ['lingli', 'east', 20],
  ['lingli', 'south', 30],
  ['lingli', 'north', 40],
  ['east', 'south', 25],
  ['east', 'north', 45],
  ['south', 'north', 50],
  ['lake', 'port', 30],
  ['university', 'shared', 15],
  ['university', 'nanxi', 25],
]

/** Visits of the coming days. */
const bookings: Record<string, number> = {
  'surgery-chief-visit': 4,
  'surgery-visit': 2,
  'family-clinic': 2,
  'paediatrics-clinic': 1,
  'heart-visit': 2,
  'rhythm-visit': 1,
  'vein-visit': 1,
  'kidney-visit': 1,
  'studio-visit': 1,
  'pain-visit': 1,
  'joint-visit': 1,
  'liver-visit': 1,
  'digestive-second-opinion': 1,
  'care-programme': 1,
}

/** Fourteen physician groups on one platform, with the houses where they practise; each group lives by one agreement. */
export function groupPlan(today: PlainDate, size: GroupSize = groupSizes.small): NetworkPlan {
  const random = randomFrom('GROUP-DEMO')
  const others = [mallPlan(today), hospPlan(today), countyPlan(today)]
  const taken = others.flatMap(({ practitioners }) => practitioners.map(({ name }) => name.zh))
  const sized = teams.map((one) => ({ ...one, titles: one.titles.repeat(size.teams) }))
  const people = drawPeople(random, size.people, today, '999904')
  const offeringsOf = (form: string) => groupOfferings.filter((offering) => offering.form === form)
  const ownHouses = [groupOf('BRANCHES'), at.lingli, ...at.branches]
  return {
    code: 'GROUP-DEMO',
    kind: 'GROUP',
    name: { zh: '联汐医生联盟', en: 'Lianxi Physician Alliance' },
    operator: at.platform,
    institutions: [
      { kind: 'operator', name: { zh: at.platform, en: 'Lianxi Alliance Platform' }, licence: null },
      ...groupForms.map(({ code, group }) => {
        const own = licensed[code]
        return { kind: 'doctor-group' as const, name: group, licence: own ? institutionLicence(own.place, today, [own.scope]) : null }
      }),
      ...houses.map(({ kind, zh, en, scope }, place) => ({
        kind,
        name: { zh, en },
        licence: institutionLicence(221 + place, today, scope.split(' ')),
      })),
    ],
    sites: houses.map(({ key, zh, en, address }) => ({ key, institution: zh, name: { zh, en }, address })),
    rooms: rooms.flatMap(planPlaces),
    devices: devices.flatMap(planPlaces),
    travel: roads.map(([from, to, minutes]) => ({ from, to, minutes })),
    practitioners: planStaff(random, { named: [chief], teams: sized, taken, licencesFrom: 20_000 }, today),
    offerings: groupOfferings.map(({ form, ...line }) => planOffering({ ...line, owner: groupOf(form) })),
    departments: departmentsOfOne(at.university),
    agreements: groupForms.map(({ code, group, form, parties, terms }) =>
      planAgreement(
        {
          code: `FORM-${code}`,
          title: { zh: `${group.zh}：${form.zh}`, en: `${group.en}: ${form.en}` },
          parties: { group: group.zh, ...parties, operator: at.platform },
          terms: terms(offeringsOf(code).map((offering) => offering.code)),
        },
        plusDays(today, -150),
      ),
    ),
    people,
    residents: { count: size.residents, draw: () => eachPerson(randomFrom('GROUP-DEMO residents'), size.residents, today, '999907') },
    visits: planVisits(random, people, bookings, today),
    accounts: [
      { login: 'grp-operator', role: 'operator', name: { zh: '骆知夏', en: 'Luo Zhixia' }, institutions: [at.platform] },
      { login: 'grp-manager', role: 'manager', name: { zh: '谈若溪', en: 'Tan Ruoxi' }, institutions: ownHouses },
      {
        login: 'grp-doctor',
        role: 'clinician',
        name: { zh: '晏清川', en: 'Yan Qingchuan' },
        institutions: ownHouses,
        practitioner: '晏清川',
      },
    ],
  }
}
