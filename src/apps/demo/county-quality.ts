import type { QualityPlan } from './quality-plan.ts'

/** The group's floor for all primary centres: the centre of quality sends it, the headquarters' head of department inspects, month by month. */
export const countyQuality: QualityPlan = {
  norm: {
    code: 'HC-1',
    issuer: 'county-quality',
    daysAgo: 12,
    confirmInDays: 20,
    title: { zh: '基层诊疗同质化底线', en: 'The floor of care at every primary centre' },
    sections: [
      {
        heading: { zh: '统一底线、差异适配', en: 'One floor, room for what is local' },
        text: {
          zh: '集团统一底线，各机构可以更严；每月由其他机构的人检查一次，每季度分析。',
          en: 'One floor for the whole group; an institution may be stricter. Somebody of another institution inspects every month, the group looks at it every quarter.',
        },
      },
      {
        heading: { zh: '慢病与急危重症', en: 'Chronic disease and emergencies' },
        text: {
          zh: '血压、血糖按规范测量并当场记录；危急值当场告知并回读；急救药品每周核对；候诊超过 15 分钟有人告知。',
          en: 'Blood pressure and glucose are measured as the rules say and recorded at once; critical values are told and read back at once; emergency drugs are checked weekly; who waits longer than 15 minutes is told.',
        },
      },
    ],
    items: [
      {
        code: 'HC-01',
        text: { zh: '血压测量两次取平均并记录', en: 'Blood pressure taken twice, the mean recorded' },
        severity: 'minor',
        coreSystem: null,
        indicatorCode: null,
      },
      {
        code: 'HC-02',
        text: { zh: '危急值告知、回读、处理均有记录', en: 'Critical values told, read back and handled, on record' },
        severity: 'critical',
        coreSystem: 14,
        indicatorCode: null,
      },
      {
        code: 'HC-03',
        text: { zh: '急救药品每周核对，在效期内', en: 'Emergency drugs checked weekly, in date' },
        severity: 'major',
        coreSystem: 7,
        indicatorCode: null,
      },
      {
        code: 'HC-04',
        text: { zh: '候诊超过 15 分钟有人告知', en: 'Who waits longer than 15 minutes is told' },
        severity: 'minor',
        coreSystem: 1,
        indicatorCode: 'wait-within-15',
      },
    ],
    unread: ['云泊镇卫生院'],
  },
  inspections: [
    {
      daysAgo: 5,
      institution: '云泊镇卫生院',
      site: '云泊镇卫生院',
      planner: 'county-quality',
      inspector: 'county-head',
      announced: true,
      mender: 'county-manager',
      found: [
        {
          item: 'HC-02',
          note: '11 月两例血钾危急值，回读有记录，处理没有记录。',
          evidence: [{ kind: 'reference', text: '危急值登记本第 12 页' }],
        },
        {
          item: 'HC-01',
          note: '十份随访记录中四份只测一次。',
          evidence: [{ kind: 'measurement', text: '10 份中 4 份' }],
          plan: { daysAgo: 4, text: '随访表改为两栏，缺一栏不能保存；护士长每周抽查十份。' },
          done: { daysAgo: 2, text: '抽查二十份，全部两次。', evidence: [{ kind: 'measurement', text: '20 份中 20 份' }] },
          closed: { daysAgo: 1, text: '现场再抽十份，全部两次。' },
        },
        {
          item: 'HC-03',
          note: '肾上腺素下月到期，没有列入更换。',
          evidence: [{ kind: 'reference', text: '急救箱登记表 11 月' }],
          plan: { daysAgo: 3, text: '本周更换，改由药事管理中心统一配送和提醒。' },
        },
      ],
    },
  ],
}
