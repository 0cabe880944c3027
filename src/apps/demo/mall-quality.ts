import { infectionAndEmergency, type QualityPlan } from './quality-plan.ts'

/** The public hospital's quality officer publishes the norm and inspects a tenant, which mends one finding, shows another, and leaves one. */
export const mallQuality: QualityPlan = {
  norm: { ...infectionAndEmergency, issuer: 'quality', daysAgo: 9, confirmInDays: 14, unread: ['予安骨科'] },
  inspections: [
    {
      daysAgo: 6,
      institution: '予安骨科',
      site: '东塔',
      planner: 'quality',
      inspector: 'quality',
      announced: false,
      mender: 'manager',
      found: [
        {
          item: 'EM-03',
          note: '下班后（17:30 以后）危急值电话转前台，前台不知道交给谁，没有第二接听人。',
          evidence: [
            { kind: 'measurement', text: '18:05 试拨，无人接听，8 分钟后挂断' },
            { kind: 'reference', text: '值班表 11 月，无夜间一栏' },
          ],
        },
        {
          item: 'EM-01',
          note: '急救车肾上腺素 2 支已过期 9 天，封条编号与登记不符。',
          evidence: [{ kind: 'reference', text: '急救车登记本第 31 页' }],
          plan: { daysAgo: 5, text: '当日更换过期药品，护士长每日 8:00 核对加封，管理员每周抽查。' },
          done: {
            daysAgo: 1,
            text: '过期药品已更换，封条与登记一致，连续 4 天核对无误。',
            evidence: [
              { kind: 'reference', text: '急救车登记本第 32 至 33 页' },
              { kind: 'measurement', text: '抽查 12 种药品，全部在效期内' },
            ],
          },
        },
        {
          item: 'IC-02',
          note: '3 号诊室物表消毒登记缺 2 天。',
          evidence: [{ kind: 'reference', text: '消毒登记表 3 号诊室' }],
          plan: { daysAgo: 4, text: '登记表改为班次交接项，不登记不能交班。' },
        },
        {
          item: 'SV-01',
          note: '上午高峰 4 人候诊超过 20 分钟，没有人告知。',
          evidence: [{ kind: 'measurement', text: '最长 27 分钟' }],
        },
      ],
    },
    {
      daysAgo: -3,
      institution: '澜庭体检',
      site: '北苑店',
      planner: 'quality',
      inspector: 'quality',
      announced: false,
      mender: 'manager',
      found: [],
    },
  ],
}
