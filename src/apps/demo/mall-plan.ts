import { present } from '../../kernel/assert.ts'
import { type PlainDate, plusDays } from '../../kernel/time.ts'
import { type AgreementLine, filedPairs, planAgreement } from './agreement-line.ts'
import { demoIdNumber } from './id-number.ts'
import { institutionLicence } from './licence.ts'
import { mallOfferings } from './mall-offerings.ts'
import { mallQuality } from './mall-quality.ts'
import { drawPeople, initialsOf, type Name, type NewPerson, type Sex } from './names.ts'
import { planOffering } from './offering-table.ts'
import { everyDay, type PlaceLine, planPlaces, workdays } from './places.ts'
import type { NetworkPlan, PlannedAgreement, PlannedDepartment, PlannedInstitution, PlannedPractitioner } from './plan.ts'
import { type Random, randomFrom } from './random.ts'
import { heQingyue, jianglan, ouyangLan } from './shared-experts.ts'
import { type ExpertLine, planStaff, type TeamLine } from './staff.ts'
import { deviceTerms, expertTerms, groupTerms, tenantTerms } from './terms.ts'
import { planVisits } from './visits.ts'
import { readWeek } from './week.ts'

const operator = '澜庭医疗综合体'
const hospital = '江澜大学附属第一医院'

/** Tenants, floors 17 to 22 of the East Tower. `fee`: the operator's basis points of the bill; `scope`: specialties of the licence. */
const tenants: { kind: PlannedInstitution['kind']; zh: string; en: string; fee: number; scope: string }[] = [
  { kind: 'clinic', zh: '予安骨科', en: 'Yuan Orthopaedics', fee: 700, scope: 'orthopaedics rehabilitation' },
  { kind: 'clinic', zh: '康澜康复', en: 'Kanglan Rehab', fee: 600, scope: 'rehabilitation orthopaedics cardiology pain-medicine' },
  { kind: 'imaging-centre', zh: '澜庭影像', en: 'Lanting Imaging', fee: 500, scope: 'medical-imaging' },
  { kind: 'laboratory', zh: '澜庭检验', en: 'Lanting Laboratory', fee: 500, scope: 'laboratory' },
  { kind: 'clinic', zh: '皓禾口腔', en: 'Haohe Dental', fee: 800, scope: 'dentistry' },
  { kind: 'clinic', zh: '清眸眼科', en: 'Qingmou Eye Care', fee: 750, scope: 'ophthalmology' },
  { kind: 'clinic', zh: '素白皮肤科', en: 'Subai Dermatology', fee: 750, scope: 'dermatology' },
  { kind: 'clinic', zh: '颜序医疗美容', en: 'Yanxu Aesthetic Medicine', fee: 900, scope: 'aesthetic-medicine dermatology' },
  { kind: 'clinic', zh: '稚禾儿科', en: 'Zhihe Paediatrics', fee: 600, scope: 'paediatrics' },
  { kind: 'clinic', zh: '芷安妇科', en: "Zhi'an Women's Health", fee: 700, scope: 'gynaecology' },
  { kind: 'clinic', zh: '岐和中医', en: 'Qihe Chinese Medicine', fee: 600, scope: 'chinese-medicine' },
  { kind: 'clinic', zh: '澜庭体检', en: 'Lanting Check-up', fee: 650, scope: 'health-check cardiology' },
  { kind: 'clinic', zh: '知屿心理', en: 'Zhiyu Psychology', fee: 600, scope: 'psychology' },
  { kind: 'clinic', zh: '听澜耳鼻喉', en: 'Tinglan ENT', fee: 700, scope: 'otolaryngology' },
  { kind: 'clinic', zh: '澜庭国际门诊', en: 'Lanting International Clinic', fee: 800, scope: 'cardiology internal-medicine endocrinology' },
  { kind: 'clinic', zh: '舒络疼痛', en: 'Shuluo Pain Clinic', fee: 700, scope: 'pain-medicine' },
  { kind: 'clinic', zh: '衡糖内分泌', en: 'Hengtang Endocrine', fee: 600, scope: 'endocrinology nutrition' },
  { kind: 'clinic', zh: '穗安营养', en: "Sui'an Nutrition", fee: 600, scope: 'nutrition' },
  { kind: 'clinic', zh: '眠川睡眠', en: 'Mianchuan Sleep', fee: 650, scope: 'neurology psychology otolaryngology' },
  { kind: 'clinic', zh: '禾盾预防接种', en: 'Hedun Vaccination', fee: 500, scope: 'general-practice' },
  { kind: 'doctor-group', zh: '磐行运动医学医生集团', en: 'Panxing Sports Medicine Group', fee: 700, scope: 'orthopaedics rehabilitation' },
  { kind: 'doctor-group', zh: '脉川血管医生集团', en: 'Maichuan Vascular Group', fee: 750, scope: 'surgery' },
  { kind: 'pharmacy', zh: '和安大药房', en: "He'an Pharmacy", fee: 400, scope: 'pharmacy' },
]

const sites = [
  { key: 'east', institution: operator, name: { zh: '东塔', en: 'East Tower' }, address: { zh: '澜庭路 88 号', en: '88 Lanting Road' } },
  {
    key: 'riverside',
    institution: '康澜康复',
    name: { zh: '滨河店', en: 'Riverside' },
    address: { zh: '滨河大道 12 号', en: '12 Riverside Avenue' },
  },
  {
    key: 'north',
    institution: '澜庭体检',
    name: { zh: '北苑店', en: 'North Park' },
    address: { zh: '北苑路 301 号', en: '301 North Park Road' },
  },
  {
    key: 'jianglan',
    institution: hospital,
    name: { zh: '江澜一院本部', en: 'Jianglan main site' },
    address: { zh: '江澜路 1 号', en: '1 Jianglan Road' },
  },
]
const roads: [from: string, to: string, minutes: number][] = [
  ['east', 'riverside', 35],
  ['east', 'north', 25],
  ['riverside', 'north', 50],
  ['east', 'jianglan', 12],
  ['riverside', 'jianglan', 30],
  ['north', 'jianglan', 20],
]

/** Rooms by owner: kind and door numbers. The first two digits of a door of the East Tower are its floor. */
const rooms: PlaceLine[] = [
  { site: 'east', owner: '澜庭影像', kind: 'ct-room', doors: '1701' },
  { site: 'east', owner: '澜庭影像', kind: 'mr-room', doors: '1702 1703' },
  { site: 'east', owner: '澜庭影像', kind: 'x-ray-room', doors: '1704' },
  { site: 'east', owner: '澜庭检验', kind: 'sampling', doors: '1711 1712' },
  { site: 'east', owner: operator, kind: 'theatre', doors: '1721 1722 1723' },
  { site: 'east', owner: '予安骨科', kind: 'consulting', doors: '1806' },
  { site: 'east', owner: '予安骨科', kind: 'treatment', doors: '1808 1811' },
  { site: 'east', owner: '磐行运动医学医生集团', kind: 'consulting', doors: '1815' },
  { site: 'east', owner: '磐行运动医学医生集团', kind: 'treatment', doors: '1816' },
  { site: 'east', owner: '舒络疼痛', kind: 'consulting', doors: '1821' },
  { site: 'east', owner: '舒络疼痛', kind: 'treatment', doors: '1822' },
  { site: 'east', owner: '脉川血管医生集团', kind: 'consulting', doors: '1826' },
  { site: 'east', owner: '澜庭国际门诊', kind: 'consulting', doors: '1901 1902', called: { zh: '国际诊室', en: 'International room' } },
  { site: 'east', owner: '衡糖内分泌', kind: 'consulting', doors: '1906' },
  { site: 'east', owner: '穗安营养', kind: 'consulting', doors: '1909' },
  { site: 'east', owner: '岐和中医', kind: 'consulting', doors: '1915' },
  { site: 'east', owner: '岐和中医', kind: 'acupuncture', doors: '1916 1917' },
  { site: 'east', owner: '澜庭体检', kind: 'check-up', doors: '2001 2002 2003' },
  { site: 'east', owner: '禾盾预防接种', kind: 'vaccination', doors: '2011', week: everyDay },
  { site: 'east', owner: '稚禾儿科', kind: 'consulting', doors: '2015 2016', week: everyDay },
  { site: 'east', owner: '芷安妇科', kind: 'consulting', doors: '2021 2022' },
  { site: 'east', owner: '皓禾口腔', kind: 'dental', doors: '2101 2102 2103', week: everyDay },
  { site: 'east', owner: '清眸眼科', kind: 'eye-examination', doors: '2111 2112' },
  { site: 'east', owner: '听澜耳鼻喉', kind: 'consulting', doors: '2116' },
  { site: 'east', owner: '素白皮肤科', kind: 'consulting', doors: '2201' },
  { site: 'east', owner: '素白皮肤科', kind: 'treatment', doors: '2202' },
  { site: 'east', owner: '颜序医疗美容', kind: 'consulting', doors: '2206', week: everyDay },
  { site: 'east', owner: '颜序医疗美容', kind: 'treatment', doors: '2207', week: everyDay },
  { site: 'east', owner: '知屿心理', kind: 'counselling', doors: '2211 2212' },
  { site: 'east', owner: '眠川睡眠', kind: 'sleep-room', doors: '2215 2216' },
  { site: 'riverside', owner: '康澜康复', kind: 'consulting', doors: '301' },
  { site: 'riverside', owner: '康澜康复', kind: 'treatment', doors: '302 303' },
  { site: 'north', owner: '澜庭体检', kind: 'check-up', doors: '105 106' },
  { site: 'north', owner: '稚禾儿科', kind: 'consulting', doors: '201', week: everyDay },
  { site: 'north', owner: '皓禾口腔', kind: 'dental', doors: '203' },
]

const devices: { site: string; owner: string; kind: string; zh: string; en: string; week?: string }[] = [
  { site: 'east', owner: '澜庭影像', kind: 'ultrasound', zh: '超声 US-2', en: 'Ultrasound US-2', week: everyDay },
  { site: 'east', owner: '澜庭影像', kind: 'ultrasound', zh: '超声 US-3', en: 'Ultrasound US-3' },
  { site: 'east', owner: '澜庭影像', kind: 'ct', zh: 'CT-1', en: 'CT-1' },
  { site: 'east', owner: '澜庭影像', kind: 'mr', zh: '磁共振 MR-1', en: 'MR-1' },
  { site: 'east', owner: '澜庭影像', kind: 'mr', zh: '磁共振 MR-2', en: 'MR-2' },
  { site: 'east', owner: '澜庭影像', kind: 'x-ray', zh: 'X 光 XR-1', en: 'X-ray XR-1' },
  { site: 'east', owner: '澜庭检验', kind: 'analyser', zh: '生化分析仪 LA-1', en: 'Analyser LA-1' },
  { site: 'east', owner: '澜庭检验', kind: 'analyser', zh: '生化分析仪 LA-2', en: 'Analyser LA-2' },
  { site: 'east', owner: operator, kind: 'endoscopy-tower', zh: '内镜塔 ET-1', en: 'Endoscopy tower ET-1' },
  { site: 'east', owner: operator, kind: 'endoscopy-tower', zh: '内镜塔 ET-2', en: 'Endoscopy tower ET-2' },
  { site: 'east', owner: '清眸眼科', kind: 'oct', zh: '眼底 OCT-1', en: 'Retina OCT-1' },
  { site: 'east', owner: '清眸眼科', kind: 'phaco', zh: '超声乳化仪 PH-1', en: 'Phaco unit PH-1' },
  { site: 'east', owner: '素白皮肤科', kind: 'laser', zh: '皮秒激光 L-1', en: 'Picosecond laser L-1' },
  { site: 'east', owner: '脉川血管医生集团', kind: 'vein-laser', zh: '静脉激光 VL-1', en: 'Vein laser VL-1' },
  { site: 'east', owner: '眠川睡眠', kind: 'polysomnograph', zh: '多导睡眠仪 PSG-1', en: 'Polysomnograph PSG-1' },
  { site: 'east', owner: '眠川睡眠', kind: 'polysomnograph', zh: '多导睡眠仪 PSG-2', en: 'Polysomnograph PSG-2' },
  { site: 'riverside', owner: '康澜康复', kind: 'ultrasound', zh: '便携超声 P-1', en: 'Portable ultrasound P-1' },
  { site: 'north', owner: '澜庭影像', kind: 'ultrasound', zh: '超声 US-4', en: 'Ultrasound US-4' },
]

/** The experts by name: those of the screens and journeys, and those with something to see to. */
const namedExperts: ExpertLine[] = [
  {
    name: '许明远',
    specialty: 'orthopaedics',
    title: 'chief',
    main: hospital,
    filed: ['予安骨科', '康澜康复'],
    ends: { 予安骨科: 43, 康澜康复: 320 },
    weeks: { east: '1 2 3', riverside: '4 5 6' },
  },
  {
    name: '顾予宁',
    specialty: 'orthopaedics',
    title: 'associate-chief',
    main: '予安骨科',
    filed: ['康澜康复'],
    weeks: { east: '1 2 3 4 5' },
  },
  { name: '沈若川', specialty: 'orthopaedics', title: 'attending', main: '予安骨科', filed: [], weeks: { east: '2 4 6' } },
  { ...ouyangLan, name: ouyangLan, filed: ['康澜康复', '予安骨科'], weeks: { riverside: '1 3', east: '5' } },
  { name: '单知行', specialty: 'cardiology', title: 'chief', main: hospital, filed: ['澜庭国际门诊'], weeks: { east: '1 4' } },
  {
    ...heQingyue,
    name: heQingyue,
    filed: ['澜庭国际门诊', '康澜康复'],
    weeks: { east: '2 5', riverside: '3' },
    ends: { 康澜康复: 45 },
  },
  {
    name: '白一宁',
    specialty: 'cardiology',
    title: 'attending',
    main: hospital,
    filed: ['澜庭国际门诊', '澜庭体检'],
    weeks: { east: '3 6' },
  },
  {
    name: '罗嘉文',
    specialty: 'rehabilitation',
    title: 'associate-chief',
    main: '康澜康复',
    filed: ['予安骨科'],
    weeks: { riverside: '1 2 3 4 5' },
  },
  {
    name: '查宛如',
    specialty: 'rehabilitation',
    title: 'attending',
    main: '康澜康复',
    filed: ['予安骨科'],
    weeks: { east: '2 4', riverside: '6' },
  },
  {
    name: '万俟青',
    specialty: 'rehabilitation',
    title: 'chief',
    main: hospital,
    filed: ['康澜康复'],
    weeks: { riverside: '2 6' },
    ends: { 康澜康复: 21 },
  },
  // Her filing ended yesterday, her week still stands: a booking with her is refused.
  {
    name: '缪思远',
    specialty: 'dermatology',
    title: 'chief',
    main: hospital,
    filed: ['素白皮肤科'],
    weeks: { east: '2 5' },
    ends: { 素白皮肤科: -1 },
  },
  {
    name: '郗清和',
    specialty: 'gynaecology',
    title: 'chief',
    main: hospital,
    filed: ['芷安妇科'],
    weeks: { east: '1 3 4' },
    leave: [{ from: 2, until: 9, reason: { zh: '学术会议', en: 'Conference' } }],
  },
  // The chief of a physician group: what she earns goes through tenant and group.
  {
    name: '卓云岫',
    specialty: 'orthopaedics',
    title: 'chief',
    main: '磐行运动医学医生集团',
    filed: ['予安骨科'],
    weeks: { east: workdays },
  },
  // Mornings in one place, afternoons in another.
  {
    name: '诸葛文静',
    specialty: 'health-check',
    title: 'associate-chief',
    main: '澜庭体检',
    filed: [],
    weeks: { east: '1am 2am 3am 4am 5am', north: '1pm 2pm 3pm 4pm 5pm' },
  },
]

/** The rest of the staff: one line per expert or per team. */
const teams: TeamLine[] = [
  {
    main: hospital,
    specialty: 'orthopaedics',
    titles: 'CC',
    filed: ['予安骨科'],
    weeks: [{ east: '1pm 4pm' }, { east: '3am 6' }],
  },
  { main: hospital, specialty: 'rehabilitation', titles: 'A', filed: ['康澜康复'], weeks: [{ riverside: '3 5pm' }] },
  { main: hospital, specialty: 'medical-imaging', titles: 'CA', filed: ['澜庭影像'], weeks: [{ east: '1 3 5' }, { east: '2 4 6' }] },
  { main: hospital, specialty: 'dentistry', titles: 'C', filed: ['皓禾口腔'], weeks: [{ east: '6' }] },
  { main: hospital, specialty: 'ophthalmology', titles: 'CA', filed: ['清眸眼科'], weeks: [{ east: '2am 5' }, { east: '4' }] },
  { main: hospital, specialty: 'dermatology', titles: 'A', filed: ['素白皮肤科', '颜序医疗美容'], weeks: [{ east: '1 4' }] },
  { main: hospital, specialty: 'aesthetic-medicine', titles: 'C', filed: ['颜序医疗美容'], weeks: [{ east: '3 6' }] },
  { main: hospital, specialty: 'paediatrics', titles: 'C', filed: ['稚禾儿科'], weeks: [{ east: '3pm', north: '6am' }] },
  { main: hospital, specialty: 'chinese-medicine', titles: 'C', filed: ['岐和中医'], weeks: [{ east: '2 5am' }] },
  { main: hospital, specialty: 'psychology', titles: 'C', filed: ['知屿心理', '眠川睡眠'], weeks: [{ east: '4 6am' }] },
  {
    main: hospital,
    specialty: 'otolaryngology',
    titles: 'C',
    filed: ['听澜耳鼻喉', '眠川睡眠'],
    weeks: [{ east: '1 5pm' }],
  },
  { main: hospital, specialty: 'pain-medicine', titles: 'C', filed: ['舒络疼痛', '康澜康复'], weeks: [{ east: '3', riverside: '5' }] },
  { main: hospital, specialty: 'endocrinology', titles: 'C', filed: ['衡糖内分泌', '澜庭国际门诊'], weeks: [{ east: '2 4pm' }] },
  { main: hospital, specialty: 'internal-medicine', titles: 'CA', filed: ['澜庭国际门诊'], weeks: [{ east: '1 3' }, { east: '2 5' }] },

  { main: '澜庭影像', specialty: 'medical-imaging', titles: 'AT', filed: [], weeks: [{ east: workdays }] },
  { main: '澜庭检验', specialty: 'laboratory', titles: 'AT', filed: [], weeks: [{ east: workdays }] },
  {
    main: '皓禾口腔',
    specialty: 'dentistry',
    titles: 'ATT',
    filed: [],
    weeks: [{ east: '1 2 3 4 5' }, { east: '3 4 5 6 7' }, { north: workdays }],
  },
  { main: '清眸眼科', specialty: 'ophthalmology', titles: 'AT', filed: [], weeks: [{ east: '1 2 3 4' }, { east: '3 4 5 6' }] },
  { main: '素白皮肤科', specialty: 'dermatology', titles: 'AT', filed: [], weeks: [{ east: '1 2 3 5 6' }, { east: '2 3 4 6' }] },
  {
    main: '颜序医疗美容',
    specialty: 'aesthetic-medicine',
    titles: 'AT',
    filed: [],
    weeks: [{ east: '3 4 5 6 7' }, { east: '1 2 5 6 7' }],
  },
  {
    main: '稚禾儿科',
    specialty: 'paediatrics',
    titles: 'ATT',
    filed: [],
    weeks: [{ east: '1 2 4 5 6' }, { east: '3 6 7' }, { north: '1 2 3 5 6 7' }],
  },
  { main: '芷安妇科', specialty: 'gynaecology', titles: 'AT', filed: [], weeks: [{ east: '1 2 4 5' }, { east: '2 3 5 6' }] },
  { main: '岐和中医', specialty: 'chinese-medicine', titles: 'AT', filed: [], weeks: [{ east: '1 3 4 6' }, { east: '2 3 5 6' }] },
  {
    main: '澜庭体检',
    specialty: 'health-check',
    titles: 'ATT',
    filed: [],
    weeks: [{ east: workdays }, { east: workdays }, { north: workdays }],
  },
  { main: '知屿心理', specialty: 'psychology', titles: 'AT', filed: [], weeks: [{ east: '1 2 3 5' }, { east: '2 4 6' }] },
  { main: '听澜耳鼻喉', specialty: 'otolaryngology', titles: 'AT', filed: [], weeks: [{ east: '2 3 4 6' }] },
  { main: '澜庭国际门诊', specialty: 'internal-medicine', titles: 'A', filed: [], weeks: [{ east: '1 2 3 4 5' }] },
  { main: '舒络疼痛', specialty: 'pain-medicine', titles: 'AT', filed: [], weeks: [{ east: '1 2 4 5' }, { east: '3 5 6' }] },
  { main: '衡糖内分泌', specialty: 'endocrinology', titles: 'AT', filed: [], weeks: [{ east: '1 3 5' }, { east: '2 4 6' }] },
  { main: '穗安营养', specialty: 'nutrition', titles: 'AT', filed: ['衡糖内分泌'], weeks: [{ east: '1 3 5' }, { east: '2 4 6' }] },
  { main: '眠川睡眠', specialty: 'neurology', titles: 'AT', filed: [], weeks: [{ east: '1 2 3 4 5' }] },
  { main: '禾盾预防接种', specialty: 'general-practice', titles: 'TT', filed: [], weeks: [{ east: '1 2 3 4 5' }, { east: '4 5 6 7' }] },
  {
    main: '磐行运动医学医生集团',
    specialty: 'orthopaedics',
    titles: 'AA',
    filed: ['予安骨科'],
    weeks: [{ east: '2 4' }, { east: '3 6' }],
  },
  {
    main: '脉川血管医生集团',
    specialty: 'surgery',
    titles: 'CAT',
    filed: [],
    weeks: [{ east: '1 4' }, { east: '2 5' }, { east: '3 6' }],
  },
]

/** What a tenant pays a centre for one use of a device, in yuan. */
const deviceFees: { centre: string; yuan: Record<string, number>; users: string[] }[] = [
  {
    centre: '澜庭影像',
    yuan: { ultrasound: 180, ct: 320, mr: 560, 'x-ray': 60 },
    users: ['予安骨科', '磐行运动医学医生集团', '澜庭国际门诊', '芷安妇科', '澜庭体检', '舒络疼痛', '脉川血管医生集团'],
  },
  { centre: '澜庭检验', yuan: { analyser: 45 }, users: ['衡糖内分泌', '澜庭国际门诊', '澜庭体检'] },
  { centre: '素白皮肤科', yuan: { laser: 260 }, users: ['颜序医疗美容'] },
]

/** The shared departments, and a clinic that has one study of its own. */
const departments: PlannedDepartment[] = [
  { institution: '澜庭检验', kind: 'laboratory', itemCodes: ['*'] },
  { institution: '澜庭影像', kind: 'imaging', itemCodes: ['*'] },
  { institution: '康澜康复', kind: 'imaging', itemCodes: ['US-KNEE'] },
  { institution: '和安大药房', kind: 'drug', itemCodes: ['*'] },
]

/** The first visitors, whom screens and journeys know; others are drawn. */
const knownPeople: [name: string, birthDate: string, sex: Sex, phone: string][] = [
  ['周静怡', '1980-03-12', 'female', '13800015678'],
  ['赵明礼', '1955-06-02', 'male', '13800012231'],
  ['钱秀兰', '1963-01-20', 'female', '13800014410'],
  ['江一帆', '2020-09-08', 'male', '13800015678'],
  ['单知行', '1988-11-30', 'male', '13800017702'],
  ['欧阳锋岚', '1992-04-16', 'female', '13800013306'],
  ['万俟青', '1997-07-07', 'male', '13800019914'],
  ['查宛如', '1985-02-28', 'female', '13800011127'],
  ['周靖怡', '1979-12-01', 'female', '13800018855'],
  ['高见深', '1969-10-19', 'male', '13800016643'],
]

/** How many visits of today and the coming days are booked. */
const bookings: Record<string, number> = {
  'knee-injection': 18,
  orthopaedics: 22,
  'heart-ultrasound': 6,
  rehabilitation: 8,
  paediatrics: 10,
  dental: 8,
  'check-up': 6,
  gynaecology: 6,
  dermatology: 6,
  psychology: 3,
  'mr-joint': 3,
  arthroscopy: 1,
  cataract: 1,
}

/** The medical mall: an operating company, a public hospital and 23 tenants that share laboratory, imaging, pharmacy and theatres. */
export function mallPlan(today: PlainDate, { people: peopleCount = 240 } = {}): NetworkPlan {
  const random = randomFrom('MALL-DEMO')
  const practitioners = planStaff(random, { named: namedExperts, teams, licencesFrom: 1 }, today)
  const people = planPeople(random, peopleCount, today)
  return {
    code: 'MALL-DEMO',
    kind: 'MALL',
    name: { zh: '澜庭医疗网络', en: 'Lanting Network' },
    operator,
    institutions: [
      {
        kind: 'operator',
        name: { zh: operator, en: 'Lanting Medical Mall' },
        licence: null, // it hosts nobody's care: who offers an operation in its theatres does
      },
      jianglan(today),
      ...tenants.map(({ kind, zh, en, scope }, place) => ({
        kind,
        name: { zh, en },
        licence: institutionLicence(place + 3, today, scope.split(' ')),
      })),
    ],
    sites,
    rooms: rooms.flatMap(planPlaces),
    devices: devices.map(({ site, owner, kind, zh, en, week = workdays }) => ({
      site,
      owner,
      kind,
      name: { zh, en },
      hours: readWeek(week),
    })),
    travel: roads.map(([from, to, minutes]) => ({ from, to, minutes })),
    practitioners,
    // The public hospital endorses the quality of the mall.
    supervisions: tenants.map(({ zh }) => ({ institution: zh, line: 'quality' as const, superior: hospital })),
    offerings: mallOfferings.map(planOffering),
    departments,
    agreements: planAgreements(practitioners, plusDays(today, -200)),
    people,
    visits: planVisits(random, people, bookings, today),
    accounts: [
      { login: 'operator', role: 'operator', name: { zh: '陆行舟', en: 'Lu Xingzhou' }, institutions: [operator] },
      { login: 'manager', role: 'manager', name: { zh: '田雨', en: 'Tian Yu' }, institutions: ['予安骨科'] },
      { login: 'butler', role: 'butler', name: { zh: '林知夏', en: 'Lin Zhixia' }, institutions: [operator] },
      {
        login: 'clinician',
        role: 'clinician',
        name: { zh: '许明远', en: 'Xu Mingyuan' },
        institutions: [hospital, '予安骨科', '康澜康复'],
        practitioner: '许明远',
      },
      {
        login: 'group-doctor',
        role: 'clinician',
        name: { zh: '卓云岫', en: 'Zhuo Yunxiu' },
        institutions: ['磐行运动医学医生集团', '予安骨科'],
        practitioner: '卓云岫',
      },
      {
        login: 'technician',
        role: 'technician',
        name: { zh: '苏沐言', en: 'Su Muyan' },
        institutions: ['澜庭检验', '澜庭影像', '和安大药房'],
      },
      {
        login: 'head',
        role: 'head',
        name: { zh: '顾予宁', en: 'Gu Yuning' },
        institutions: ['予安骨科'],
        practitioner: '顾予宁',
      },
      { login: 'quality', role: 'quality', name: { zh: '严可行', en: 'Yan Kexing' }, institutions: [hospital] },
      { login: 'finance', role: 'finance', name: { zh: '沈砚秋', en: 'Shen Yanqiu' }, institutions: [operator] },
      { login: 'patient', role: 'patient', name: { zh: '周静怡', en: 'Zhou Jingyi' }, institutions: [], person: 0 },
    ],
    quality: mallQuality,
  }
}

/** One agreement per tenant, per pair of homes and places that a filing joins, and per user of a centre's devices. */
const planAgreements = (practitioners: readonly PlannedPractitioner[], validFrom: PlainDate): PlannedAgreement[] =>
  [...tenants.map(tenantAgreement), ...filedPairs(practitioners).map(expertAgreement), ...deviceAgreements()].map((line) =>
    planAgreement(line, validFrom),
  )

const tenantAgreement = ({ zh, en, fee }: (typeof tenants)[number]): AgreementLine => ({
  code: `TENANT-${numberOf(zh)}`,
  title: { zh: `${zh}入驻协议`, en: `Tenant agreement: ${en}` },
  parties: { operator, tenant: zh },
  terms: tenantTerms(fee),
})

function expertAgreement({ home, place }: { home: string; place: string }): AgreementLine {
  const between = `${numberOf(home)}-${numberOf(place)}`
  const title = { zh: `${home}专家在${place}执业协议`, en: `Experts of ${englishOf(home)} at ${englishOf(place)}` }
  if (home === hospital)
    return { code: `EXPERT-${between}`, title, parties: { hospital: home, tenant: place }, terms: expertTerms('hospital', 'tenant', 6000) }
  if (tenants.some(({ zh, kind }) => zh === home && kind === 'doctor-group'))
    return { code: `GROUP-${between}`, title, parties: { group: home, tenant: place, operator }, terms: groupTerms }
  return { code: `EXPERT-${between}`, title, parties: { clinic: home, tenant: place }, terms: expertTerms('clinic', 'tenant', 5000) }
}

const deviceAgreements = (): AgreementLine[] =>
  deviceFees.flatMap(({ centre, yuan, users }) =>
    users.map((user) => ({
      code: `DEVICE-${numberOf(centre)}-${numberOf(user)}`,
      title: { zh: `${user}使用${centre}设备协议`, en: `Devices of ${englishOf(centre)} at ${englishOf(user)}` },
      parties: { centre, user },
      terms: deviceTerms(Object.fromEntries(Object.entries(yuan).map(([kind, amount]) => [kind, amount * 100]))),
    })),
  )

const institutionNames: Name[] = [
  { zh: operator, en: 'Lanting Medical Mall' },
  { zh: hospital, en: 'Jianglan First Hospital' },
  ...tenants.map(({ zh, en }) => ({ zh, en })),
]
const numberOf = (zh: string): string => String(institutionNames.findIndex((name) => name.zh === zh) + 1).padStart(2, '0')
const englishOf = (zh: string): string =>
  present(
    institutionNames.find((name) => name.zh === zh),
    zh,
  ).en

/** The known ten and others, none of whom has the initials of one of the ten: `zjy` finds whom the guide says. */
function planPeople(random: Random, count: number, today: PlainDate): NewPerson[] {
  const known = knownPeople.map(([name, birthDate, sex, phone], place): NewPerson => {
    const idNumber = demoIdNumber(birthDate, sex, place)
    return { name, birthDate: birthDate as PlainDate, sex, phone, idNumber }
  })
  const initials = new Set(known.map(({ name }) => initialsOf(name)))
  const numbers = new Set(known.map(({ idNumber }) => idNumber))
  const drawn = drawPeople(random, count, today).filter(({ name, idNumber }) => !initials.has(initialsOf(name)) && !numbers.has(idNumber))
  return [...known, ...drawn].slice(0, count)
}
