import type { Name } from '../../../kernel/result.ts'

/** Why a payer does not pay, with the codes of direct billing. */
export const denialWords = {
  D01: { zh: '不在参保范围', en: 'not eligible' },
  D02: { zh: '不在保障期内', en: 'outside the days of the cover' },
  D03: { zh: '等待期内', en: 'waiting period' },
  D04: { zh: '责任免除', en: 'not covered' },
  D05: { zh: '无有效担保函', en: 'no guarantee in force' },
  D06: { zh: '非医疗必需', en: 'not medically necessary' },
  D07: { zh: '重复申请', en: 'duplicate' },
  D08: { zh: '缺少材料', en: 'document missing' },
  D09: { zh: '编码错误', en: 'coding error' },
  D10: { zh: '不在网络内', en: 'out of network' },
  D11: { zh: '年度限额已用完', en: 'annual limit used up' },
  D12: { zh: '逾期申请', en: 'late' },
  D13: { zh: '价格高于合同价', en: 'price above the contract' },
  D14: { zh: '应先由其他保险支付', en: 'another insurer pays first' },
} as const satisfies Record<string, Name>
export type DenialCode = keyof typeof denialWords
export const denialCodes = Object.keys(denialWords) as DenialCode[]
