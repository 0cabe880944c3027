import { present } from '../../kernel/assert.ts'
import { type PlainDate, plusDays } from '../../kernel/time.ts'
import type { InstitutionKind } from '../../modules/network/index.ts'
import { type AgreementLine, filedPairs, planAgreement } from './agreement-line.ts'
import { type CommMember, commMembers, designated, memberAt, operator } from './comm-members.ts'
import { commOfferings } from './comm-offerings.ts'
import { countyPlan } from './county-plan.ts'
import { groupPlan } from './group-plan.ts'
import { hospPlan } from './hosp-plan.ts'
import { institutionLicence } from './licence.ts'
import { mallPlan } from './mall-plan.ts'
import { drawPeople, eachPerson } from './names.ts'
import { planOffering } from './offering-table.ts'
import { everyDay, type PlaceLine, planPlaces, workdays } from './places.ts'
import type { NetworkPlan, PlannedPractitioner } from './plan.ts'
import { randomFrom } from './random.ts'
import { type ExpertLine, planStaff, type TeamLine } from './staff.ts'
import { deviceTerms, expertTerms, fulfilmentTerms, memberTerms } from './terms.ts'
import { planVisits } from './visits.ts'

/** How large the network is: all 167 institutions are in it, those of the first `cities` have rooms and doctors. */
export type CommSize = { readonly cities: number; readonly people: number; readonly residents: number }
export const commSizes = {
  small: { cities: 2, people: 100, residents: 0 },
  full: { cities: 12, people: 100, residents: 20_000 },
} as const satisfies Record<string, CommSize>

/** What an open institution of a kind keeps at its one site. */
const placesOf: Partial<Record<InstitutionKind, readonly { kind: string; doors: string; week?: string }[]>> = {
  hospital: [{ kind: 'consulting', doors: '201 202 203' }],
  'internet-hospital': [{ kind: 'video-room', doors: 'V1 V2', week: everyDay }],
  'chronic-centre': [{ kind: 'consulting', doors: '101 102' }],
  'health-centre': [{ kind: 'consulting', doors: '101 102' }],
  pharmacy: [{ kind: 'pick-up', doors: '1', week: everyDay }],
  laboratory: [{ kind: 'sampling', doors: '1 2' }],
  'imaging-centre': [{ kind: 'check-up', doors: '1' }],
}

/** Basis points of a bill without drugs and consumables that the platform takes. */
const fees = { usual: 400, designated: 300, online: 600 }
/** What a chronic-disease centre pays the shared laboratory for one test on the spot, in yuan. */
const testFee = 22

const own = memberAt('chronic-centre', 0).zh
/** The only one with her title among the general practitioners: she draws up the plans of the year. */
const planner: ExpertLine = {
  name: '苗语棠',
  specialty: 'general-practice',
  title: 'associate-chief',
  main: own,
  filed: [memberAt('chronic-centre', 0, 1).zh],
  weeks: { [own]: workdays },
  ends: { [memberAt('chronic-centre', 0, 1).zh]: 38 },
}

/** Visits of the coming days. */
const bookings: Record<string, number> = {
  'chronic-visit': 7,
  'chronic-plan': 4,
  'hypertension-review': 3,
  'diabetes-review': 3,
  'online-follow-up': 5,
  'pick-up': 4,
  'heart-clinic': 2,
  'blood-panel': 2,
}

/** The digital health community of a province: internet hospitals, chronic-disease centres, hospitals, primary care and pharmacies. */
export function commPlan(today: PlainDate, size: CommSize = commSizes.small): NetworkPlan {
  const random = randomFrom('COMM-DEMO')
  const others = [mallPlan(today), hospPlan(today), countyPlan(today), groupPlan(today)]
  const taken = others.flatMap(({ practitioners }) => practitioners.map(({ name }) => name.zh))
  const cities = Array.from({ length: size.cities }, (_, city) => city)
  const open = [...cities.flatMap(openIn), memberAt('laboratory', 0), memberAt('imaging-centre', 0)]
  const practitioners = planStaff(random, { named: [planner], teams: cities.flatMap(teamsIn), taken, licencesFrom: 30_000 }, today)
  const people = drawPeople(random, size.people, today, '999903')
  return {
    code: 'COMM-DEMO',
    kind: 'COMM',
    name: { zh: '汐野数字健共体', en: 'Xiye Digital Health Community' },
    operator,
    institutions: [
      { kind: 'operator', name: { zh: operator, en: 'Xiye Operations' }, licence: null },
      ...commMembers.map(({ kind, zh, en, scope }, place) => ({
        kind,
        name: { zh, en },
        licence: institutionLicence(301 + place, today, scope.split(' ')),
      })),
    ],
    // A general hospital looks after the primary care of its city.
    supervisions: cities.flatMap((city) =>
      commMembers
        .filter((member) => member.kind === 'health-centre' && member.city === city)
        .map(({ zh }) => ({ institution: zh, line: 'medical' as const, superior: memberAt('hospital', city).zh })),
    ),
    // One site each: its key is the name of its institution.
    sites: open.map(({ zh, en }, place) => ({
      key: zh,
      institution: zh,
      name: { zh, en },
      address: { zh: `健共体路 ${place + 1} 号`, en: `${place + 1} Community Road` },
    })),
    rooms: open.flatMap(({ kind, zh }) => (placesOf[kind] ?? []).flatMap((line) => planPlaces({ site: zh, owner: zh, ...line }))),
    devices: devicesAt(open).flatMap(planPlaces),
    travel: cities.flatMap((city) =>
      [0, 1].map((ordinal) => ({ from: memberAt('hospital', city).zh, to: memberAt('chronic-centre', city, ordinal).zh, minutes: 20 })),
    ),
    practitioners,
    offerings: commOfferings.map(planOffering),
    departments: [
      { institution: memberAt('laboratory', 0).zh, kind: 'laboratory', itemCodes: ['*'] },
      { institution: memberAt('imaging-centre', 0).zh, kind: 'imaging', itemCodes: ['*'] },
      { institution: memberAt('pharmacy', 0).zh, kind: 'drug', itemCodes: ['*'] },
    ],
    agreements: agreementsOf(open, practitioners).map((line) => planAgreement(line, plusDays(today, -220))),
    people,
    residents: { count: size.residents, draw: () => eachPerson(randomFrom('COMM-DEMO residents'), size.residents, today, '999902') },
    visits: planVisits(random, people, bookings, today),
    accounts: [
      { login: 'comm-operator', role: 'operator', name: { zh: '蓝予棠', en: 'Lan Yutang' }, institutions: [operator] },
      { login: 'comm-butler', role: 'butler', name: { zh: '纪安然', en: 'Ji Anran' }, institutions: [operator] },
      {
        login: 'comm-doctor',
        role: 'clinician',
        name: { zh: '苗语棠', en: 'Miao Yutang' },
        institutions: [own, ...planner.filed],
        practitioner: '苗语棠',
      },
      { login: 'comm-quality', role: 'quality', name: { zh: '裴知礼', en: 'Pei Zhili' }, institutions: [operator] },
    ],
  }
}

/** The institutions of a city that have rooms and doctors. */
const openIn = (city: number): CommMember[] => [
  memberAt('hospital', city),
  memberAt('internet-hospital', city),
  memberAt('chronic-centre', city),
  memberAt('chronic-centre', city, 1),
  memberAt('health-centre', city),
  memberAt('pharmacy', city),
]

/** The shared laboratory keeps a small analyser at each chronic-disease centre. */
function devicesAt(open: readonly CommMember[]): PlaceLine[] {
  const [laboratory, imaging] = [memberAt('laboratory', 0).zh, memberAt('imaging-centre', 0).zh]
  const centres = open.filter(({ kind }) => kind === 'chronic-centre')
  return [
    { site: laboratory, owner: laboratory, kind: 'analyser', doors: 'LA-1 LA-2' },
    { site: imaging, owner: imaging, kind: 'ultrasound', doors: 'US-1' },
    ...centres.map(({ zh }, place) => ({ site: zh, owner: laboratory, kind: 'analyser', doors: `LA-${place + 11}` })),
  ]
}

function teamsIn(city: number): TeamLine[] {
  const [hospital, online, east, west, primary, pharmacy] = openIn(city).map(({ zh }) => zh) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const week = (site: string, days: string) => ({ [site]: days })
  const shared: TeamLine[] =
    city > 0
      ? []
      : [
          {
            main: memberAt('laboratory', 0).zh,
            specialty: 'laboratory',
            titles: 'A',
            weeks: [week(memberAt('laboratory', 0).zh, workdays)],
          },
          {
            main: memberAt('imaging-centre', 0).zh,
            specialty: 'medical-imaging',
            titles: 'A',
            weeks: [week(memberAt('imaging-centre', 0).zh, workdays)],
          },
        ]
  return [
    {
      main: hospital,
      specialty: 'endocrinology',
      titles: 'CA',
      filed: [east, west],
      weeks: [
        { [hospital]: '1 3 5', [east]: '2am 4am' },
        { [hospital]: '2 4', [west]: '1 5' },
      ],
    },
    { main: hospital, specialty: 'cardiology', titles: 'CT', weeks: [week(hospital, '1 3 4'), week(hospital, '2 5 6')] },
    { main: online, specialty: 'internal-medicine', titles: 'AT', weeks: [week(online, '1 2 3 4 5'), week(online, '3 4 5 6 7')] },
    { main: online, specialty: 'chinese-medicine', titles: 'A', weeks: [week(online, '2 4 6')] },
    { main: east, specialty: 'general-practice', titles: 'T', weeks: [week(east, '1 2 3 4 5')] },
    { main: west, specialty: 'general-practice', titles: 'T', weeks: [week(west, '2 3 4 5 6')] },
    { main: west, specialty: 'endocrinology', titles: 'T', weeks: [week(west, '1 2 3 4 6')] },
    { main: primary, specialty: 'general-practice', titles: 'T', weeks: [week(primary, workdays)] },
    { main: pharmacy, specialty: 'pharmacy', titles: 'T', weeks: [week(pharmacy, everyDay)] },
    ...shared,
  ]
}

/** The platform with who is open and with each designated internet hospital; hospitals' experts at centres; tests on the spot. */
function agreementsOf(open: readonly CommMember[], practitioners: readonly PlannedPractitioner[]): AgreementLine[] {
  const bound = commMembers.filter((member) => open.includes(member) || designated.has(member.zh))
  const laboratory = memberAt('laboratory', 0)
  return [
    ...bound.map(platformAgreement),
    ...filedPairs(practitioners).map(
      ({ home, place }): AgreementLine => ({
        code: `EXPERT-${numberOf(home)}-${numberOf(place)}`,
        title: { zh: `${home}医生在${place}执业协议`, en: `Doctors of ${englishOf(home)} at ${englishOf(place)}` },
        parties: { operator, home, member: place },
        terms: expertTerms('home', 'member', 5000),
      }),
    ),
    ...open
      .filter(({ kind }) => kind === 'chronic-centre')
      .map(
        ({ zh, en }): AgreementLine => ({
          code: `TEST-${numberOf(zh)}`,
          title: { zh: `${zh}共享检验按项协议`, en: `Shared laboratory by item: ${en}` },
          parties: { operator, centre: laboratory.zh, user: zh },
          terms: deviceTerms({ analyser: testFee * 100 }),
        }),
      ),
  ]
}

function platformAgreement({ kind, zh, en }: CommMember): AgreementLine {
  const parties = { operator, member: zh }
  if (kind === 'pharmacy')
    return {
      code: `PRESCRIPTION-${numberOf(zh)}`,
      title: { zh: `${zh}处方履约协议`, en: `Prescriptions filled: ${en}` },
      parties,
      terms: fulfilmentTerms(200),
    }
  const fee = designated.has(zh) ? fees.designated : kind === 'internet-hospital' ? fees.online : fees.usual
  return {
    code: `PLATFORM-${numberOf(zh)}`,
    title: designated.has(zh)
      ? { zh: `${zh}平台协议（医保定点）`, en: `Platform, paid by the fund: ${en}` }
      : { zh: `${zh}平台协议`, en: `Platform: ${en}` },
    parties,
    terms: memberTerms(fee),
  }
}

const numberOf = (name: string): string => String(commMembers.findIndex(({ zh }) => zh === name) + 1).padStart(3, '0')
const englishOf = (name: string): string =>
  present(
    commMembers.find(({ zh }) => zh === name),
    name,
  ).en
