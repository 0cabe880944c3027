import type { Terms } from '../../modules/agreements/index.ts'
import type { Name } from './names.ts'
import { fixed, groupTiers, inParts, lend, percent, remainder, type Step } from './terms.ts'

/** One of the fourteen forms in which physician groups work: who is party in which role, and the terms that run of it today. */
export type GroupForm = {
  readonly code: string
  readonly group: Name
  /** How the group works, for the title of its agreement. */
  readonly form: Name
  /** Institutions by role, beside the group itself and the platform, which signs every agreement as `operator`. */
  readonly parties: Readonly<Record<string, string>>
  readonly terms: (offerings: readonly string[]) => Terms
}

export const platform = '联汐医生联盟平台'
export const university = '澹川大学附属医院'
export const city = '霁川市人民医院'
export const tongxi = '桐汐医院'
export const chuanting = '川汀医院'
export const suxin = '溯心心血管医院'
export const lingli = '岭砺外科医院'
export const branches = ['岭砺东岸门诊部', '岭砺南浦门诊部', '岭砺北埠门诊部'] as const
export const hexu = ['禾煦湖畔门诊部', '禾煦新埠门诊部'] as const
export const hongluo = '泓络日间手术中心'
export const nanxi = '南汐门诊部'
export const sharedRooms = '联汐共享诊所'
export const xiqiao = '汐桥社区卫生服务中心'

type Use = Terms['use'][number]
type Less = NonNullable<Terms['split']>['less']

const materials: Less = [
  { category: 'consumable', to: 'host' },
  { category: 'drug', to: 'host' },
]
const allButFees: Less = [...materials, { category: 'facility', to: 'host' }, { category: 'examination', to: 'host' }]

type Dividing = {
  /** Whose experts serve, and at whose places. */
  readonly experts: string
  readonly at: readonly string[]
  /** What is lent beside them. */
  readonly lent?: readonly Use[]
  /** Drugs and consumables where it does not say. */
  readonly less?: Less
}

const dividing =
  ({ experts, at, lent = [], less = materials }: Dividing, ...steps: Step[]) =>
  (offerings: readonly string[]): Terms => ({
    use: [...at.map((user) => lend(experts, user, 'expert', '*', null)), ...lent],
    split: { divides: 'bill', offerings: [...offerings], experts, less, steps },
  })

/** The forms of domain.md 5.3 under made-up names; what of a form does not run yet is said in docs/concepts/physician-groups.md. */
export const groupForms: readonly GroupForm[] = [
  {
    code: 'CARDIAC',
    group: { zh: '溯心心脏医生集团', en: 'Suxin Cardiac Group' },
    form: { zh: '按档收入分成', en: 'revenue split by tiers' },
    parties: { local: city, own: suxin },
    terms: dividing(
      { experts: 'group', at: ['local', 'own'] },
      { step: 'tier', of: 'base', to: 'group', tiers: groupTiers },
      percent('group', 'operator', 1000),
      inParts('group', { practitioner: 7, group: 3 }),
      remainder('base', 'host'),
    ),
  },
  {
    code: 'ENTITY',
    group: { zh: '禾煦多专科医生集团', en: 'Hexu Multispecialty Group' },
    form: { zh: '自建门诊', en: 'own clinics' },
    parties: { first: hexu[0], second: hexu[1] },
    terms: dividing(
      { experts: 'group', at: ['first', 'second'] },
      percent('base', 'practitioner', 4500),
      percent('base', 'group', 800),
      remainder('base', 'host'),
    ),
  },
  {
    code: 'CUSTODY',
    group: { zh: '青樟医生集团', en: 'Qingzhang Group' },
    form: { zh: '托管与管理输出', en: 'custody with management' },
    parties: { hospital: chuanting },
    terms: dividing(
      { experts: 'group', at: [], lent: [lend('group', 'hospital', 'expert', '*', { per: 'month', amountFen: 15_000_000 })] },
      percent('base', 'group', 600),
      percent('group', 'practitioner', 5000),
      remainder('base', 'hospital'),
    ),
  },
  {
    code: 'PARTNERSHIP',
    group: { zh: '泓络血管医生集团', en: 'Hongluo Vascular Group' },
    form: { zh: '医生与医院合伙（PHP）', en: 'physician-hospital partnership' },
    parties: { hospital: tongxi, own: hongluo },
    terms: dividing(
      { experts: 'group', at: ['hospital', 'own'], less: allButFees },
      percent('base', 'host', 1000),
      remainder('base', 'group'),
      inParts('group', { practitioner: 8, group: 2 }),
    ),
  },
  {
    code: 'STUDIO',
    group: { zh: '隐舟私人医生工作室', en: 'Yinzhou Private Studio' },
    form: { zh: '私人医生工作室', en: 'private studio' },
    parties: { home: university, landlord: sharedRooms },
    terms: dividing(
      { experts: 'home', at: ['group'], lent: [lend('landlord', 'group', 'room', '*', { per: 'half-hour', amountFen: 8000 })] },
      percent('base', 'operator', 1000),
      percent('base', 'practitioner', 7500),
      remainder('base', 'group'),
    ),
  },
  {
    code: 'PLATFORM',
    group: { zh: '同拍心血管医生集团', en: 'Tongpai Cardiovascular Group' },
    form: { zh: '运营平台与订单服务', en: 'platform for groups, fee per order' },
    parties: { hospital: city, home: university },
    terms: dividing(
      { experts: 'home', at: ['hospital'] },
      fixed('base', 'operator', 3000),
      percent('base', 'home', 5000),
      percent('home', 'practitioner', 8000),
      percent('base', 'group', 1000),
      remainder('base', 'hospital'),
    ),
  },
  {
    code: 'BRANCHES',
    group: { zh: '岭砺外科医生集团', en: 'Lingli Surgical Group' },
    form: { zh: '自有基地与分院', en: 'own base with branches' },
    parties: { centre: lingli, east: branches[0], south: branches[1], north: branches[2] },
    terms: dividing(
      { experts: 'group', at: ['centre', 'east', 'south', 'north'] },
      percent('base', 'group', 5500),
      percent('group', 'practitioner', 7000),
      percent('base', 'centre', 1000),
      remainder('base', 'host'),
    ),
  },
  {
    code: 'DIALYSIS',
    group: { zh: '澄肾肾病医生集团', en: 'Chengshen Kidney Group' },
    form: { zh: '透析中心占股共建', en: 'dialysis centre built together' },
    parties: { hospital: tongxi },
    terms: dividing(
      {
        experts: 'group',
        at: ['hospital'],
        lent: [lend('group', 'hospital', 'device', 'dialysis-machine', { per: 'use', amountFen: 12_000 })],
      },
      percent('base', 'group', 4000),
      percent('group', 'practitioner', 2500),
      remainder('base', 'hospital'),
    ),
  },
  {
    code: 'MULTISITE',
    group: { zh: '芷棠多点执业医生集团', en: 'Zhitang Multi-site Group' },
    form: { zh: '多点执业管理费', en: 'management fee on multi-site practice' },
    parties: { clinic: nanxi, home: university },
    terms: dividing(
      { experts: 'home', at: ['clinic'] },
      {
        step: 'percent',
        of: 'base',
        to: [
          { party: 'practitioner', basisPoints: 6300 },
          { party: 'group', basisPoints: 1200 },
        ],
      },
      remainder('base', 'clinic'),
    ),
  },
  {
    code: 'DEPARTMENT',
    group: { zh: '霁脑神经外科医生集团', en: 'Jinao Neurosurgical Group' },
    form: { zh: '科室共建与医生经纪', en: 'department built together, with an agent' },
    parties: { hospital: chuanting },
    terms: dividing(
      { experts: 'group', at: ['hospital'], less: [...materials, { category: 'facility', to: 'host' }] },
      percent('base', 'group', 5500),
      percent('group', 'operator', 1000),
      inParts('group', { practitioner: 5, group: 5 }),
      remainder('base', 'hospital'),
    ),
  },
  {
    code: 'AGENCY',
    group: { zh: '凡川医生经纪集团', en: 'Fanchuan Agency' },
    form: { zh: '医生经纪与孵化', en: 'agent and incubator' },
    parties: { hospital: tongxi, home: university },
    terms: dividing(
      { experts: 'home', at: ['hospital'] },
      percent('base', 'group', 6000),
      percent('group', 'practitioner', 8800),
      fixed('base', 'group', 2000),
      percent('base', 'home', 500),
      remainder('base', 'hospital'),
    ),
  },
  {
    code: 'RHYTHM',
    group: { zh: '汐律心律医生集团', en: 'Xilu Rhythm Group' },
    form: { zh: '联合中心与全科联动', en: 'joint centre, specialists with general practitioners' },
    parties: { hospital: city, primary: xiqiao },
    terms: dividing(
      { experts: 'group', at: ['hospital'], less: [{ category: 'consumable', to: 'host' }] },
      percent('base', 'group', 4500),
      percent('base', 'primary', 500),
      percent('group', 'practitioner', 7500),
      remainder('base', 'hospital'),
    ),
  },
  {
    code: 'DIVERSION',
    group: { zh: '众渡医联医生集团', en: 'Zhongdu Group' },
    form: { zh: '体制内平台与患者分流', en: 'platform inside the public system' },
    parties: { hospital: university },
    terms: dividing(
      { experts: 'hospital', at: [] },
      fixed('base', 'group', 6000),
      percent('base', 'practitioner', 4000),
      remainder('base', 'hospital'),
    ),
  },
  {
    code: 'PROGRAMME',
    group: { zh: '远棹全案医生集团', en: 'Yuanzhao Care Programme Group' },
    form: { zh: '全案服务与转诊', en: 'whole-course care and referral' },
    parties: { hospital: university, primary: xiqiao },
    terms: dividing(
      { experts: 'hospital', at: [] },
      percent('base', 'group', 2500),
      percent('group', 'primary', 2000),
      percent('base', 'practitioner', 4500),
      remainder('base', 'hospital'),
    ),
  },
]
