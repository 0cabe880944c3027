import { present } from '../../kernel/assert.ts'
import type { InstitutionKind } from '../../modules/network/index.ts'
import type { Name } from './names.ts'

export const operator = '汐野数字健共体运营中心'

/** An institution of the community: the place of its city, and which one of its kind it is there. */
export type CommMember = Name & { readonly kind: InstitutionKind; readonly city: number; readonly ordinal: number; readonly scope: string }

/** The sixteen cities of the province. */
const cities: readonly Name[] = [
  { zh: '汐野', en: 'Xiye' },
  { zh: '岚桥', en: 'Lanqiao' },
  { zh: '砚川', en: 'Yanchuan' },
  { zh: '榆泊', en: 'Yupo' },
  { zh: '霖汀', en: 'Linting' },
  { zh: '枫澜', en: 'Fenglan' },
  { zh: '青砚', en: 'Qingyan' },
  { zh: '禾屿', en: 'Heyu' },
  { zh: '云砚', en: 'Yunyan' },
  { zh: '苇川', en: 'Weichuan' },
  { zh: '泽榆', en: 'Zeyu' },
  { zh: '柏汀', en: 'Boting' },
  { zh: '鹭川', en: 'Luchuan' },
  { zh: '芦汀', en: 'Luting' },
  { zh: '溪岚', en: 'Xilan' },
  { zh: '松屿', en: 'Songyu' },
]

type Kind = { readonly kind: InstitutionKind; readonly count: number; readonly scope: string; readonly called: readonly Name[] }

/** How many of each kind, shared out over the cities in turn; what the first, second, ... of a city is called. */
const kinds: readonly Kind[] = [
  {
    kind: 'hospital',
    count: 12,
    scope:
      'internal-medicine cardiology endocrinology neurology general-practice emergency-medicine fever-clinic laboratory medical-imaging',
    called: [{ zh: '总医院', en: 'General Hospital' }],
  },
  {
    kind: 'internet-hospital',
    count: 34,
    scope: 'internal-medicine endocrinology chinese-medicine',
    called: [
      { zh: '互联网医院', en: 'Internet Hospital' },
      { zh: '云诊互联网医院', en: 'Cloud Clinic Internet Hospital' },
      { zh: '安颐互联网医院', en: 'Anyi Internet Hospital' },
    ],
  },
  {
    kind: 'chronic-centre',
    count: 50,
    scope: 'general-practice endocrinology cardiology',
    called: [
      { zh: '东城慢病服务中心', en: 'East Chronic Care Centre' },
      { zh: '西城慢病服务中心', en: 'West Chronic Care Centre' },
      { zh: '南城慢病服务中心', en: 'South Chronic Care Centre' },
      { zh: '北城慢病服务中心', en: 'North Chronic Care Centre' },
    ],
  },
  {
    kind: 'health-centre',
    count: 40,
    scope: 'general-practice chinese-medicine',
    called: [
      { zh: '湖滨社区卫生服务中心', en: 'Lakeside Health Centre' },
      { zh: '城南社区卫生服务中心', en: 'South Town Health Centre' },
      { zh: '北桥社区卫生服务中心', en: 'North Bridge Health Centre' },
    ],
  },
  {
    kind: 'pharmacy',
    count: 29,
    scope: 'pharmacy',
    called: [
      { zh: '健禾大药房', en: 'Jianhe Pharmacy' },
      { zh: '泊安大药房', en: "Bo'an Pharmacy" },
    ],
  },
  { kind: 'laboratory', count: 1, scope: 'laboratory', called: [{ zh: '共享检验中心', en: 'Shared Laboratory' }] },
  { kind: 'imaging-centre', count: 1, scope: 'medical-imaging', called: [{ zh: '共享影像中心', en: 'Shared Imaging Centre' }] },
]

/** The 167 institutions that are supervised, in sixteen cities. */
export const commMembers: readonly CommMember[] = kinds.flatMap(({ kind, count, scope, called }) =>
  Array.from({ length: count }, (_, place): CommMember => {
    const city = place % cities.length
    const ordinal = Math.floor(place / cities.length)
    const [at, of] = [present(cities[city], 'a city'), present(called[ordinal], 'a name')]
    return { kind, city, ordinal, scope, zh: `${at.zh}${of.zh}`, en: `${at.en} ${of.en}` }
  }),
)

/** The first of its kind in a city, or the one that `ordinal` says. */
export const memberAt = (kind: InstitutionKind, city: number, ordinal = 0): CommMember =>
  present(
    commMembers.find((member) => member.kind === kind && member.city === city && member.ordinal === ordinal),
    `${kind} ${ordinal} of city ${city}`,
  )

/** Internet hospitals whose patients the insurance fund pays for (医保定点). */
export const designated: ReadonlySet<string> = new Set(
  commMembers
    .filter(({ kind }) => kind === 'internet-hospital')
    .slice(0, 19)
    .map(({ zh }) => zh),
)
