import type { Name } from './names.ts'

type Evidence = { readonly kind: 'text' | 'measurement' | 'reference'; readonly text: string }
type Said = { readonly daysAgo: number; readonly text: string }

/** One inspection of the norm; a negative `daysAgo` is to come. Persons go by their login, the site by its Chinese name. */
export type PlannedInspection = {
  readonly daysAgo: number
  readonly institution: string
  readonly site: string
  readonly planner: string
  readonly inspector: string
  readonly announced: boolean
  /** Who answers for the inspected institution. */
  readonly mender: string
  readonly found: readonly {
    readonly item: string
    readonly note: string
    readonly evidence: readonly Evidence[]
    readonly plan?: Said
    readonly done?: Said & { readonly evidence: readonly Evidence[] }
    readonly closed?: Said
  }[]
}

/** A norm of a network, who has read it, and what its inspections found. */
export type QualityPlan = {
  readonly norm: {
    readonly code: string
    /** Login of who publishes it. */
    readonly issuer: string
    readonly daysAgo: number
    readonly confirmInDays: number
    readonly title: Name
    readonly sections: readonly { readonly heading: Name; readonly text: Name }[]
    readonly items: readonly {
      readonly code: string
      readonly text: Name
      readonly severity: 'minor' | 'major' | 'critical'
      readonly coreSystem: number | null
      readonly indicatorCode: string | null
    }[]
    /** Institutions that have not confirmed it. */
    readonly unread: readonly string[]
  }
  readonly inspections: readonly PlannedInspection[]
}

/** Infection control and emergency procedure, as the quality committee of a medical mall imposes it on all tenants. */
export const infectionAndEmergency = {
  code: 'IC-1',
  title: { zh: '院感控制与急救流程规范', en: 'Infection control and emergency procedure' },
  sections: [
    {
      heading: { zh: '适用', en: 'Who it holds for' },
      text: {
        zh: '由医疗质量安全管理委员会制定，全体入驻机构一致执行；机构可以更严，不可更松。',
        en: 'Made by the committee for medical quality and safety; every tenant keeps it. A tenant may be stricter, never laxer.',
      },
    },
    {
      heading: { zh: '院感控制', en: 'Infection control' },
      text: {
        zh: '接触患者前后洗手或手消毒；诊室每日两次物表消毒并登记；复用器械送共享消毒供应中心，不得自行处理；医疗废物当日交接。',
        en: 'Hands are washed or disinfected before and after each patient; surfaces of rooms are disinfected twice a day and noted; instruments for reuse go to the shared sterile supply, never handled in the house; medical waste is handed over the same day.',
      },
    },
    {
      heading: { zh: '急救流程', en: 'Emergencies' },
      text: {
        zh: '发现呼吸心跳骤停立即呼叫“楼层急救”，4 分钟内急救车到位；急救药品和除颤仪每日核对、加封；危急值 10 分钟内告知并回读，任何时段都有第二接听人。',
        en: 'On cardiac arrest call “floor emergency” at once; the crash cart is there within 4 minutes. Its drugs and defibrillator are checked and sealed daily. A critical value is told and read back within 10 minutes, and at any hour there is a second person to take it.',
      },
    },
  ],
  items: [
    {
      code: 'IC-01',
      text: { zh: '接触患者前后手卫生（现场看 10 次）', en: 'Hand hygiene before and after patients (10 watched)' },
      severity: 'major',
      coreSystem: null,
      indicatorCode: null,
    },
    {
      code: 'IC-02',
      text: { zh: '物表消毒每日两次，登记完整', en: 'Surfaces disinfected twice a day, noted without gaps' },
      severity: 'minor',
      coreSystem: null,
      indicatorCode: null,
    },
    {
      code: 'IC-03',
      text: { zh: '复用器械送共享消毒供应中心', en: 'Instruments for reuse go to the shared sterile supply' },
      severity: 'critical',
      coreSystem: null,
      indicatorCode: null,
    },
    {
      code: 'IC-04',
      text: { zh: '医疗废物当日交接', en: 'Medical waste handed over the same day' },
      severity: 'minor',
      coreSystem: null,
      indicatorCode: null,
    },
    {
      code: 'EM-01',
      text: { zh: '急救车药品在效期内，每日核对加封', en: 'Drugs of the crash cart in date, checked and sealed daily' },
      severity: 'major',
      coreSystem: 7,
      indicatorCode: null,
    },
    {
      code: 'EM-02',
      text: { zh: '除颤仪每日自检有记录', en: 'Defibrillator tested daily, on record' },
      severity: 'major',
      coreSystem: 7,
      indicatorCode: null,
    },
    {
      code: 'EM-03',
      text: { zh: '任何时段有危急值第二接听人', en: 'A second person takes critical values at any hour' },
      severity: 'critical',
      coreSystem: 14,
      indicatorCode: null,
    },
    {
      code: 'EM-04',
      text: { zh: '操作前核对患者身份（两种方式）', en: 'Identity checked in two ways before every procedure' },
      severity: 'major',
      coreSystem: 10,
      indicatorCode: null,
    },
    {
      code: 'SV-01',
      text: { zh: '候诊超过 15 分钟有人告知并分流', en: 'Who waits longer than 15 minutes is told, and led elsewhere' },
      severity: 'minor',
      coreSystem: 1,
      indicatorCode: 'wait-within-15',
    },
  ],
} as const satisfies Omit<QualityPlan['norm'], 'issuer' | 'daysAgo' | 'confirmInDays' | 'unread'>
