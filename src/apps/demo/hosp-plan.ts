import { present } from '../../kernel/assert.ts'
import { type PlainDate, plusDays } from '../../kernel/time.ts'
import type { Title } from '../../modules/network/index.ts'
import { type AgreementLine, planAgreement } from './agreement-line.ts'
import { departmentsOfOne } from './departments.ts'
import { hospOfferings, platform } from './hosp-offerings.ts'
import { institutionLicence, practitionerLicence } from './licence.ts'
import { mallPlan } from './mall-plan.ts'
import { drawPeople, drawPractitionerNames, type Name } from './names.ts'
import { planOffering } from './offering-table.ts'
import { everyDay, planPlaces, workdays } from './places.ts'
import type { Filing, NetworkPlan, PlannedPlace, PlannedPractitioner } from './plan.ts'
import { type Random, randomFrom } from './random.ts'
import { heQingyue, jianglan, ouyangLan } from './shared-experts.ts'
import { visitingTerms } from './terms.ts'
import { planVisits } from './visits.ts'
import { rotaOf } from './week.ts'

/** How large the network is; partners and offerings are the same at every size. */
export type HospSize = {
  readonly rooms: number
  readonly theatres: number
  readonly experts: number
  readonly familyDoctors: number
  readonly people: number
}
export const hospSizes = {
  small: { rooms: 30, theatres: 4, experts: 60, familyDoctors: 4, people: 120 },
  full: { rooms: 118, theatres: 15, experts: 2000, familyDoctors: 24, people: 5000 },
} as const satisfies Record<string, HospSize>

/** Partner hospitals after 江澜: `share` is their part of a bill in basis points, `specialties` what their experts come for. */
const partners: (Name & { share: number; specialties: string })[] = [
  { zh: '江澜大学附属第一医院', en: 'Jianglan First Hospital', share: 6000, specialties: 'orthopaedics cardiology oncology' },
  {
    zh: '东屿大学附属中心医院',
    en: 'Dongyu Central Hospital',
    share: 6200,
    specialties: 'cardiology endocrinology gastroenterology surgery',
  },
  { zh: '望汀医院', en: 'Wangting Hospital', share: 5800, specialties: 'surgery gastroenterology orthopaedics' },
  { zh: '苏屿大学附属第二医院', en: 'Suyu Second Hospital', share: 6000, specialties: 'neurology endocrinology surgery' },
  { zh: '明汀肿瘤医院', en: 'Mingting Cancer Hospital', share: 6500, specialties: 'oncology surgery' },
  { zh: '临屿儿童医院', en: "Linyu Children's Hospital", share: 5800, specialties: 'paediatrics ophthalmology' },
  { zh: '沧原心血管医院', en: 'Cangyuan Heart Hospital', share: 6400, specialties: 'cardiology' },
  { zh: '澄汀妇产科医院', en: "Chengting Women's Hospital", share: 6000, specialties: 'gynaecology obstetrics' },
  { zh: '若屿脑科医院', en: 'Ruoyu Brain Hospital', share: 6300, specialties: 'neurology' },
  { zh: '青汀骨科医院', en: 'Qingting Orthopaedic Hospital', share: 6200, specialties: 'orthopaedics' },
  { zh: '南汀眼耳鼻喉医院', en: 'Nanting Eye and ENT Hospital', share: 5900, specialties: 'ophthalmology otolaryngology' },
  { zh: '屿川中医医院', en: 'Yuchuan Chinese Medicine Hospital', share: 5500, specialties: 'chinese-medicine' },
]

const sites = [
  {
    key: 'main',
    institution: platform,
    name: { zh: '海岳本院', en: 'Haiyue Main Hospital' },
    address: { zh: '海岳大道 6 号', en: '6 Haiyue Avenue' },
  },
  {
    key: 'city',
    institution: platform,
    name: { zh: '城中会诊中心', en: 'City Consultation Centre' },
    address: { zh: '中心街 20 号', en: '20 Centre Street' },
  },
]
/** Visits of the coming days. */
const bookings: Record<string, number> = {
  orthopaedics: 6,
  cardiology: 6,
  oncology: 4,
  'family-doctor': 6,
  'executive-check-up': 4,
  paediatrics: 4,
  gynaecology: 3,
  'second-opinion-oncology': 2,
  'mdt-oncology': 1,
  'day-surgery': 1,
}

/** The international platform hospital: its own rooms, and experts of twelve hospitals who come for half-days. */
export function hospPlan(today: PlainDate, size: HospSize = hospSizes.small): NetworkPlan {
  const random = randomFrom('HOSP-DEMO')
  const people = drawPeople(random, size.people, today)
  const practitioners = planPractitioners(random, size, today)
  return {
    code: 'HOSP-DEMO',
    kind: 'HOSP',
    name: { zh: '海岳国际医疗网络', en: 'Haiyue International Network' },
    operator: platform,
    institutions: [
      {
        kind: 'hospital',
        name: { zh: platform, en: 'Haiyue International Medical Centre' },
        licence: institutionLicence(65, today, [
          ...new Set(['general-practice', 'emergency-medicine', 'fever-clinic', ...partners.flatMap(specialtiesOf)]),
        ]),
      },
      jianglan(today),
      ...partners.slice(1).map((partner, place) => ({
        kind: 'hospital' as const,
        name: { zh: partner.zh, en: partner.en },
        licence: institutionLicence(51 + place, today, specialtiesOf(partner)),
      })),
    ],
    sites,
    rooms: planRooms(size),
    devices: planDevices(size),
    travel: [{ from: 'main', to: 'city', minutes: 40 }],
    practitioners,
    offerings: hospOfferings.map(planOffering),
    departments: departmentsOfOne(platform),
    agreements: partners.map((partner, place) => planAgreement(visitAgreement(partner, place), plusDays(today, -300))),
    people,
    visits: planVisits(random, people, bookings, today),
    accounts: [
      { login: 'hosp-operator', role: 'operator', name: { zh: '程远舟', en: 'Cheng Yuanzhou' }, institutions: [platform] },
      { login: 'hosp-butler', role: 'butler', name: { zh: '夏知微', en: 'Xia Zhiwei' }, institutions: [platform] },
    ],
  }
}

const specialtiesOf = ({ specialties }: (typeof partners)[number]): string[] => specialties.split(' ')

/** One consulting room in eight is in the city; sixteen are on a floor. */
function planRooms({ rooms, theatres }: HospSize): PlannedPlace[] {
  const inCity = Math.ceil(rooms / 8)
  return [
    ...own(
      'main',
      'consulting',
      workdays,
      doors(rooms - inCity, (place) => String((2 + Math.floor(place / 16)) * 100 + (place % 16) + 1)),
    ),
    ...own(
      'city',
      'consulting',
      workdays,
      doors(inCity, (place) => `C${String(place + 1).padStart(2, '0')}`),
    ),
    ...own(
      'main',
      'theatre',
      everyDay,
      doors(theatres, (place) => `OR-${place + 1}`),
      { zh: '手术间', en: 'Theatre' },
    ),
    ...own(
      'main',
      'conference',
      workdays,
      doors(2, (place) => `M-${place + 1}`),
    ),
  ]
}

const planDevices = ({ rooms, theatres }: HospSize): PlannedPlace[] => [
  ...own(
    'main',
    'ultrasound',
    everyDay,
    doors(Math.ceil(rooms / 10), (place) => `US-${place + 1}`),
  ),
  ...own('city', 'ultrasound', everyDay, 'US-C1'),
  ...own(
    'main',
    'endoscopy-tower',
    everyDay,
    doors(Math.ceil(theatres / 2), (place) => `ET-${place + 1}`),
  ),
  ...own('main', 'ct', everyDay, 'CT-1', { zh: 'CT', en: 'CT' }),
  ...own('main', 'mr', everyDay, 'MR-1 MR-2', { zh: '磁共振', en: 'MR' }),
  ...own('main', 'x-ray', everyDay, 'XR-1', { zh: 'X 光', en: 'X-ray' }),
]

const own = (site: string, kind: string, week: string, doors: string, called?: Name): PlannedPlace[] =>
  planPlaces({ site, owner: platform, kind, doors, week, ...(called && { called }) })

const doors = (count: number, nameOf: (place: number) => string): string =>
  Array.from({ length: count }, (_, place) => nameOf(place)).join(' ')

/** Visiting experts, nearly nine in ten of senior title, then the hospital's own family doctors. */
function planPractitioners(random: Random, size: HospSize, today: PlainDate): PlannedPractitioner[] {
  const taken = mallPlan(today).practitioners.map(({ name }) => name.zh)
  const names = drawPractitionerNames(random, size.experts - 2 + size.familyDoctors, taken)
  const posts = partners.flatMap((partner) => specialtiesOf(partner).map((specialty) => ({ main: partner.zh, specialty })))
  const drawn = names.map((name, place): PlannedPractitioner => {
    const visiting = place < size.experts - 2
    const post = visiting ? present(posts[place % posts.length], 'a post') : { main: platform, specialty: 'general-practice' }
    return {
      name,
      ...post,
      title: titleAt(random, place),
      licence: practitionerLicence(1000 + place),
      filings: visiting ? [drawFiling(random, today)] : [],
      rota: visiting ? drawRota(random, size) : rotaOf({ main: workdays }),
      leave: [],
    }
  })
  const shared = [
    { ...ouyangLan, rota: rotaOf({ main: '4' }) },
    { ...heQingyue, rota: rotaOf({ main: '1am', city: '4pm' }) },
  ].map((expert): PlannedPractitioner => ({ ...expert, filings: [drawFiling(random, today)], leave: [] }))
  return [...shared, ...drawn]
}

const titleAt = (random: Random, place: number): Title =>
  place % 9 === 8
    ? 'attending'
    : random.weighted([
        ['chief', 6],
        ['associate-chief', 4],
      ])

/** Filed at the platform hospital for a year; one in twelve ends within 60 days. */
function drawFiling(random: Random, today: PlainDate): Filing {
  const days = random.integer(1, 12) === 1 ? random.integer(10, 59) : random.integer(90, 350)
  return { institution: platform, validFrom: plusDays(today, days - 365), validUntil: plusDays(today, days) }
}

/** One to three half-days a week, as the rooms allow; some of them in the city. */
function drawRota(random: Random, { rooms, experts }: HospSize): PlannedPractitioner['rota'] {
  const halfDaysEach = Math.floor((rooms * 12 * 0.8) / experts)
  const week = workdays.split(' ').flatMap((day) => [`${day}am`, `${day}pm`])
  const chosen = random.shuffle(week).slice(0, random.integer(1, Math.min(3, Math.max(1, halfDaysEach))))
  const inCity = random.integer(1, 8) === 1 ? chosen.slice(0, 1) : []
  const inMain = chosen.slice(inCity.length)
  return rotaOf({ ...(inMain.length > 0 && { main: inMain.join(' ') }), ...(inCity.length > 0 && { city: inCity.join(' ') }) })
}

const visitAgreement = ({ zh, en, share }: (typeof partners)[number], place: number): AgreementLine => ({
  code: `VISIT-${String(place + 1).padStart(2, '0')}`,
  title: { zh: `${zh}专家来院执业协议`, en: `Visiting experts of ${en}` },
  parties: { hospital: platform, partner: zh },
  terms: visitingTerms(share),
})
