/** Lines of work that a network may look after across its institutions: in a county group each is one management centre. */
export const managementLines = [
  'medical',
  'nursing',
  'quality',
  'infection',
  'pharmacy',
  'public-health',
  'insurance',
  'finance',
  'supply',
  'staff',
  'information',
] as const
export type ManagementLine = (typeof managementLines)[number]

export const managementLineWords: Readonly<Record<ManagementLine, { readonly zh: string; readonly en: string }>> = {
  medical: { zh: '医疗', en: 'medical' },
  nursing: { zh: '护理', en: 'nursing' },
  quality: { zh: '质控', en: 'quality' },
  infection: { zh: '院感', en: 'infection control' },
  pharmacy: { zh: '药事', en: 'pharmacy' },
  'public-health': { zh: '公共卫生', en: 'public health' },
  insurance: { zh: '医保', en: 'insurance' },
  finance: { zh: '财务', en: 'finance' },
  supply: { zh: '物资', en: 'supply' },
  staff: { zh: '人力资源', en: 'staff' },
  information: { zh: '信息', en: 'information' },
}
