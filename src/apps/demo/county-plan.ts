import { type PlainDate, plusDays } from '../../kernel/time.ts'
import { managementLines, managementLineWords } from '../../modules/network/index.ts'
import { type AgreementLine, filedPairs, planAgreement } from './agreement-line.ts'
import { countyOfferings, group, headquarters, womenHospital } from './county-offerings.ts'
import { countyQuality } from './county-quality.ts'
import { departmentsOfOne } from './departments.ts'
import { hospPlan } from './hosp-plan.ts'
import { institutionLicence } from './licence.ts'
import { mallPlan } from './mall-plan.ts'
import { drawPeople, eachPerson, type Name } from './names.ts'
import { planOffering } from './offering-table.ts'
import { everyDay, type PlaceLine, planPlaces } from './places.ts'
import type { NetworkPlan, PlannedInstitution, PlannedPractitioner } from './plan.ts'
import { randomFrom } from './random.ts'
import { type ExpertLine, planStaff, type TeamLine } from './staff.ts'
import { deviceTerms, expertTerms, memberTerms } from './terms.ts'
import { planVisits } from './visits.ts'

/** How large the network is: `teams` is how many of each team there are, `residents` who live there beside those who visit. */
export type CountySize = { readonly teams: number; readonly people: number; readonly residents: number }
export const countySizes = {
  small: { teams: 1, people: 110, residents: 0 },
  full: { teams: 4, people: 110, residents: 199_890 },
} as const satisfies Record<string, CountySize>

const area = '999905'
const primaryScope = `general-practice internal-medicine gastroenterology cardiology endocrinology orthopaedics chinese-medicine paediatrics
  obstetrics gynaecology medical-imaging`

/** The five institutions; the key is that of its site and agreements. */
const members: (Name & { key: string; kind: PlannedInstitution['kind']; address: Name; scope: string })[] = [
  {
    key: 'hq',
    kind: 'hospital',
    zh: headquarters,
    en: 'Tinghe District Hospital',
    address: { zh: '汀禾大道 100 号', en: '100 Tinghe Avenue' },
    scope: `general-practice internal-medicine cardiology endocrinology gastroenterology neurology respiratory-medicine surgery orthopaedics
      chinese-medicine medical-imaging laboratory anaesthesiology rehabilitation emergency-medicine fever-clinic`,
  },
  {
    key: 'women',
    kind: 'hospital',
    zh: womenHospital,
    en: 'Tinghe Maternal and Child Hospital',
    address: { zh: '安澜路 36 号', en: '36 Anlan Road' },
    scope: 'obstetrics gynaecology paediatrics surgery internal-medicine medical-imaging laboratory',
  },
  {
    key: 'yunbo',
    kind: 'health-centre',
    zh: '云泊镇卫生院',
    en: 'Yunbo Health Centre',
    address: { zh: '云泊镇禾桥街 8 号', en: '8 Heqiao Street, Yunbo' },
    scope: primaryScope,
  },
  {
    key: 'liulan',
    kind: 'health-centre',
    zh: '柳澜街道社区卫生服务中心',
    en: 'Liulan Community Health Centre',
    address: { zh: '柳澜路 52 号', en: '52 Liulan Road' },
    scope: primaryScope,
  },
  {
    key: 'maiting',
    kind: 'health-centre',
    zh: '麦汀镇卫生院',
    en: 'Maiting Health Centre',
    address: { zh: '麦汀镇新埠路 3 号', en: '3 Xinbu Road, Maiting' },
    scope: primaryScope,
  },
]
const [, , yunbo, liulan, maiting] = members.map(({ zh }) => zh) as [string, string, string, string, string]
const primaries = [yunbo, liulan, maiting]
const primaryKeys = ['yunbo', 'liulan', 'maiting']

/** The group decides, its centres control, the institutions supervise their own sites, their staff carry out. */
const centres = managementLines.map((line) => ({
  line,
  name: { zh: `${group}${managementLineWords[line].zh}管理中心`, en: `Tinghe Group: ${managementLineWords[line].en}` },
}))
const supervisions: NonNullable<NetworkPlan['supervisions']> = centres.flatMap(({ line, name }) => [
  { institution: name.zh, line, superior: group },
  ...members.map(({ zh }) => ({ institution: zh, line, superior: name.zh })),
])

const roads: [from: string, to: string, minutes: number][] = [
  ['hq', 'women', 10],
  ['hq', 'yunbo', 30],
  ['hq', 'liulan', 15],
  ['hq', 'maiting', 35],
  ['women', 'yunbo', 35],
  ['women', 'liulan', 15],
  ['women', 'maiting', 35],
  ['yunbo', 'liulan', 25],
  ['yunbo', 'maiting', 45],
  ['liulan', 'maiting', 30],
]

const rooms: PlaceLine[] = [
  { site: 'hq', owner: headquarters, kind: 'consulting', doors: '201 202 203 204 205 206 207 208', week: everyDay },
  { site: 'hq', owner: headquarters, kind: 'check-up', doors: '301 302' },
  { site: 'hq', owner: headquarters, kind: 'treatment', doors: '311' },
  { site: 'hq', owner: headquarters, kind: 'endoscopy-room', doors: '321 322' },
  { site: 'hq', owner: headquarters, kind: 'ct-room', doors: '101', week: everyDay },
  { site: 'hq', owner: headquarters, kind: 'theatre', doors: '501 502' },
  { site: 'women', owner: womenHospital, kind: 'consulting', doors: '201 202 203 204', week: everyDay },
  { site: 'women', owner: womenHospital, kind: 'check-up', doors: '211' },
  { site: 'women', owner: womenHospital, kind: 'conference', doors: '601' },
  ...members.slice(2).flatMap(({ key: site, zh: owner }): PlaceLine[] => [
    { site, owner, kind: 'consulting', doors: '101 102 103' },
    { site, owner, kind: 'check-up', doors: '111' },
    { site, owner, kind: 'treatment', doors: '112' },
  ]),
]

/** The shared centre of the headquarters reads what its devices record at the primary sites. */
const devices: PlaceLine[] = [
  { site: 'hq', owner: headquarters, kind: 'ct', doors: 'CT-1', week: everyDay, called: { zh: 'CT', en: 'CT' } },
  { site: 'hq', owner: headquarters, kind: 'ultrasound', doors: 'US-1 US-2', week: everyDay },
  { site: 'hq', owner: headquarters, kind: 'ecg', doors: 'ECG-1', week: everyDay },
  { site: 'hq', owner: headquarters, kind: 'endoscopy-tower', doors: 'ET-1 ET-2' },
  { site: 'women', owner: womenHospital, kind: 'ultrasound', doors: 'US-11 US-12', week: everyDay },
  ...primaryKeys.flatMap((site, place): PlaceLine[] => [
    { site, owner: headquarters, kind: 'ecg', doors: `ECG-${place + 2}` },
    { site, owner: headquarters, kind: 'ultrasound', doors: `US-${place + 21}` },
  ]),
]

const named: ExpertLine[] = [
  {
    name: '岑望舒',
    specialty: 'gastroenterology',
    title: 'chief',
    main: headquarters,
    filed: primaries,
    weeks: { hq: '1 3 5am 6', yunbo: '2', liulan: '4', maiting: '5pm' },
    ends: { [yunbo]: 24 },
  },
  {
    name: '阮知微',
    specialty: 'internal-medicine',
    title: 'chief',
    main: headquarters,
    filed: [womenHospital],
    weeks: { hq: '1 2 3 4 6', women: '5am' },
  },
  {
    name: '宁采薇',
    specialty: 'obstetrics',
    title: 'chief',
    main: womenHospital,
    filed: [yunbo, maiting],
    weeks: { women: '1 2 3 5 6am', yunbo: '4am', maiting: '4pm' },
    ends: { [maiting]: 51 },
  },
]

const teams: TeamLine[] = [
  {
    main: headquarters,
    specialty: 'gastroenterology',
    titles: 'AT',
    filed: primaries,
    weeks: [
      { hq: '2 3 4 5', liulan: '1' },
      { hq: '1 2 4 6', maiting: '3' },
    ],
  },
  {
    main: headquarters,
    specialty: 'cardiology',
    titles: 'CA',
    filed: [yunbo, maiting],
    weeks: [
      { hq: '1 2 4 6', yunbo: '3am' },
      { hq: '2 3 5', maiting: '4pm' },
    ],
  },
  {
    main: headquarters,
    specialty: 'endocrinology',
    titles: 'CA',
    filed: [yunbo, liulan],
    weeks: [
      { hq: '1 3 4', liulan: '2' },
      { hq: '2 5 6', yunbo: '4' },
    ],
  },
  {
    main: headquarters,
    specialty: 'orthopaedics',
    titles: 'CAT',
    filed: [maiting],
    weeks: [{ hq: '1 2 4' }, { hq: '2 4 5', maiting: '3' }, { hq: '1 3 5 6' }],
  },
  {
    main: headquarters,
    specialty: 'surgery',
    titles: 'CA',
    filed: [womenHospital],
    weeks: [
      { hq: '1 2 4', women: '3am' },
      { hq: '2 3 5', women: '4am' },
    ],
  },
  { main: headquarters, specialty: 'internal-medicine', titles: 'AT', weeks: [{ hq: '1 2 3 5 7' }, { hq: '2 4 5 6' }] },
  {
    main: headquarters,
    specialty: 'chinese-medicine',
    titles: 'C',
    filed: primaries,
    weeks: [{ hq: '1 3', yunbo: '2am', liulan: '4', maiting: '5am' }],
  },
  {
    main: headquarters,
    specialty: 'medical-imaging',
    titles: 'CAT',
    filed: primaries,
    weeks: [
      { hq: '1 2 3 4 5', liulan: '6am' },
      { hq: '2 4 6', yunbo: '1 5' },
      { hq: '1 3 5 7', maiting: '2 4' },
    ],
  },
  {
    main: womenHospital,
    specialty: 'obstetrics',
    titles: 'AAT',
    filed: [liulan],
    weeks: [{ women: '1 3 4 6' }, { women: '2 4 5', liulan: '1am' }, { women: '1 2 3 5 7' }],
  },
  { main: womenHospital, specialty: 'gynaecology', titles: 'CAT', weeks: [{ women: '1 3 5' }, { women: '2 4 6' }, { women: '1 2 3 4' }] },
  {
    main: womenHospital,
    specialty: 'paediatrics',
    titles: 'CAT',
    filed: [yunbo, liulan],
    weeks: [{ women: '1 3 5', liulan: '6am' }, { women: '2 4 6', yunbo: '3' }, { women: '1 2 3 4 5 7' }],
  },
  ...members.slice(2).flatMap(({ key, zh: main }): TeamLine[] => [
    { main, specialty: 'general-practice', titles: 'ATT', weeks: [{ [key]: '1 2 3 4 5' }, { [key]: '1 2 4 5 6' }, { [key]: '1 3 4 5 6' }] },
    { main, specialty: 'chinese-medicine', titles: 'T', weeks: [{ [key]: '1 2 3 5' }] },
  ]),
]

/** What the primary centre pays the shared centre for one recording that it reads, in yuan. */
const readings = { ecg: 12, ultrasound: 45 }

/** Visits of the coming days. */
const bookings: Record<string, number> = {
  'family-doctor': 5,
  'chronic-review': 5,
  'internal-studio': 3,
  'digestive-studio': 4,
  digestive: 2,
  heart: 2,
  obstetrics: 2,
  'maternal-high-risk': 2,
  paediatrics: 2,
  'elderly-check': 1,
  gastroscopy: 1,
  'chinese-medicine': 1,
}

/** The county medical group: a district hospital, a maternal hospital and three primary centres, looked after in eleven lines of work. */
export function countyPlan(today: PlainDate, size: CountySize = countySizes.small): NetworkPlan {
  const random = randomFrom('COUNTY-DEMO')
  const taken = [...mallPlan(today).practitioners, ...hospPlan(today).practitioners].map(({ name }) => name.zh)
  const sized = teams.map((team) => ({ ...team, titles: team.titles.repeat(size.teams) }))
  const practitioners = planStaff(random, { named, teams: sized, taken, licencesFrom: 10_000 }, today)
  const people = drawPeople(random, size.people, today, area)
  return {
    code: 'COUNTY-DEMO',
    kind: 'COUNTY',
    name: { zh: '汀禾医疗集团网络', en: 'Tinghe County Network' },
    operator: group,
    institutions: [
      { kind: 'operator', name: { zh: group, en: 'Tinghe Medical Group' }, licence: null },
      ...members.map(({ kind, zh, en, scope }, place) => ({
        kind,
        name: { zh, en },
        licence: institutionLicence(101 + place, today, scope.split(/\s+/)),
      })),
      ...centres.map(({ name }) => ({ kind: 'management-centre' as const, name, licence: null })),
    ],
    supervisions,
    sites: members.map(({ key, zh, en, address }) => ({ key, institution: zh, name: { zh, en }, address })),
    rooms: rooms.flatMap(planPlaces),
    devices: devices.flatMap(planPlaces),
    travel: roads.map(([from, to, minutes]) => ({ from, to, minutes })),
    practitioners,
    offerings: countyOfferings.map(planOffering),
    departments: departmentsOfOne(headquarters),
    agreements: agreementsOf(practitioners).map((line) => planAgreement(line, plusDays(today, -180))),
    people,
    residents: {
      count: size.residents,
      draw: () => eachPerson(randomFrom('COUNTY-DEMO residents'), size.residents, today, '999906'),
    },
    visits: planVisits(random, people, bookings, today),
    accounts: [
      { login: 'county-operator', role: 'operator', name: { zh: '严知远', en: 'Yan Zhiyuan' }, institutions: [group] },
      {
        login: 'county-quality',
        role: 'quality',
        name: { zh: '柏清和', en: 'Bai Qinghe' },
        institutions: centres.filter(({ line }) => line === 'quality').map(({ name }) => name.zh),
      },
      { login: 'county-manager', role: 'manager', name: { zh: '施云帆', en: 'Shi Yunfan' }, institutions: [yunbo] },
      {
        login: 'county-doctor',
        role: 'clinician',
        name: { zh: '岑望舒', en: 'Cen Wangshu' },
        institutions: [headquarters, ...primaries],
        practitioner: '岑望舒',
      },
      {
        login: 'county-head',
        role: 'head',
        name: { zh: '阮知微', en: 'Ruan Zhiwei' },
        institutions: [headquarters],
        practitioner: '阮知微',
      },
    ],
    quality: countyQuality,
  }
}

/** Each institution with the group; whose experts are stationed where; the shared centre's readings. The group signs them all. */
const agreementsOf = (practitioners: readonly PlannedPractitioner[]): AgreementLine[] => [
  ...members.map(
    ({ key, zh, en }): AgreementLine => ({
      code: `MEMBER-${key.toUpperCase()}`,
      title: { zh: `${zh}统一管理协议`, en: `One group, one management: ${en}` },
      parties: { operator: group, member: zh },
      terms: memberTerms(300),
    }),
  ),
  ...filedPairs(practitioners).map(
    ({ home, place }): AgreementLine => ({
      code: `STATION-${keyOf(home)}-${keyOf(place)}`,
      title: { zh: `${home}专家下沉${place}协议`, en: `Experts of ${englishOf(home)} stationed at ${englishOf(place)}` },
      parties: { operator: group, home, member: place },
      terms: expertTerms('home', 'member', 5000),
    }),
  ),
  ...primaries.map(
    (user): AgreementLine => ({
      code: `READING-${keyOf(user)}`,
      title: { zh: `${user}共享检查中心协议`, en: `Shared examination centre for ${englishOf(user)}` },
      parties: { operator: group, centre: headquarters, user },
      terms: deviceTerms(Object.fromEntries(Object.entries(readings).map(([kind, yuan]) => [kind, yuan * 100]))),
    }),
  ),
]

const memberOf = (name: string) => members.filter(({ zh }) => zh === name)
const keyOf = (name: string): string =>
  memberOf(name)
    .map(({ key }) => key.toUpperCase())
    .join('')
const englishOf = (name: string): string =>
  memberOf(name)
    .map(({ en }) => en)
    .join('')
