import type { Name } from '../../../kernel/result.ts'
import { visitStatusWords } from '../../booking/index.ts'
import { orderKindWords, orderStateWords } from '../../care/index.ts'
import { verdictWords } from '../../integrity/index.ts'

type Codes = Readonly<Record<string, Name>>

/** What a definition may name of a source. `age` counts the days since the row's moment, at the moment of asking. */
export type Field = Name &
  (
    | { readonly kind: 'number' | 'age'; readonly unit: Name }
    | { readonly kind: 'moment' | 'yes-no' | 'text' }
    | { readonly kind: 'code'; readonly codes: Codes }
  )

/** What can be counted: rows of a view that a room publishes. `store/source.ts` knows the view and its columns. */
export type Source = Name & {
  /** Decides in which period a row counts. */
  readonly moment: Name
  /** Whose row it is. */
  readonly institution: Name
  readonly fields: Readonly<Record<string, Field>>
}

const minutes = { zh: '分钟', en: 'minutes' }
const days = { zh: '天', en: 'days' }
const moment = (zh: string, en: string): Field => ({ zh, en, kind: 'moment' })

/** The closed list of sources and their fields; a definition that names anything else is a mistake, and nothing of it is computed. */
export const sources = {
  visit: {
    zh: '就诊',
    en: 'visits',
    moment: { zh: '约定时间', en: 'promised time' },
    institution: { zh: '接诊机构', en: 'host' },
    fields: {
      status: { zh: '状态', en: 'status', kind: 'code', codes: visitStatusWords },
      offeringCode: { zh: '服务项目', en: 'offering', kind: 'text' },
      walkIn: { zh: '未预约', en: 'a walk-in', kind: 'yes-no' },
      arrivedAt: moment('签到时间', 'check-in'),
      startedAt: moment('开始就诊时间', 'start of the consultation'),
      endedAt: moment('结束就诊时间', 'end of the consultation'),
      waitMinutes: { zh: '候诊', en: 'wait', kind: 'number', unit: minutes },
      consultingMinutes: { zh: '就诊时长', en: 'consulting time', kind: 'number', unit: minutes },
    },
  },
  finding: {
    zh: '审核发现',
    en: 'findings',
    moment: { zh: '审核时间', en: 'review' },
    institution: { zh: '开单或接诊机构', en: 'who orders or delivers' },
    fields: {
      verdict: { zh: '结论', en: 'verdict', kind: 'code', codes: verdictWords },
      ruleCode: { zh: '规则', en: 'rule', kind: 'text' },
    },
  },
  order: {
    zh: '医嘱',
    en: 'orders',
    moment: { zh: '签署时间', en: 'signature' },
    institution: { zh: '开单机构', en: 'requester' },
    fields: {
      kind: { zh: '类别', en: 'kind', kind: 'code', codes: orderKindWords },
      itemCode: { zh: '项目', en: 'item', kind: 'text' },
      state: { zh: '状态', en: 'state', kind: 'code', codes: orderStateWords },
      recognised: { zh: '以互认代替重复', en: 'recognised instead of repeated', kind: 'yes-no' },
      completedAt: moment('完成时间', 'completion'),
    },
  },
  proceeds: {
    zh: '款项',
    en: 'proceeds',
    moment: { zh: '收付时间', en: 'payment' },
    institution: { zh: '接诊机构', en: 'host' },
    fields: {
      reason: {
        zh: '来由',
        en: 'reason',
        kind: 'code',
        codes: { paid: { zh: '收款', en: 'paid' }, refunded: { zh: '退款', en: 'refunded' }, refused: { zh: '拒赔', en: 'refused' } },
      },
      settledAt: moment('结算时间', 'settlement'),
      confirmedAt: moment('确认时间', 'confirmation'),
      daysToSettle: { zh: '结算用时', en: 'time to settle', kind: 'number', unit: days },
      age: { zh: '距今', en: 'age', kind: 'age', unit: days },
    },
  },
} as const satisfies Record<string, Source>

export type SourceName = keyof typeof sources
export const sourceNames = Object.keys(sources) as [SourceName, ...SourceName[]]

/** A field of a source by its name; undefined: the catalogue has none of it. */
export const fieldOf = (source: SourceName, name: string): Field | undefined => {
  const fields: Readonly<Record<string, Field>> = sources[source].fields
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}
