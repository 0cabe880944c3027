import { ok } from '../../../kernel/result.ts'
import { refuse } from '../refusals.ts'

/** Vital signs with their unit and the range outside which a value was typed wrongly. */
export const vitalSigns = {
  temperature: { zh: '体温', en: 'Temperature', unit: '°C', low: 30, high: 44 },
  'heart-rate': { zh: '心率', en: 'Heart rate', unit: '/min', low: 20, high: 280 },
  systolic: { zh: '收缩压', en: 'Systolic pressure', unit: 'mmHg', low: 40, high: 300 },
  diastolic: { zh: '舒张压', en: 'Diastolic pressure', unit: 'mmHg', low: 20, high: 200 },
  'respiratory-rate': { zh: '呼吸', en: 'Respiratory rate', unit: '/min', low: 4, high: 80 },
  'oxygen-saturation': { zh: '血氧饱和度', en: 'Oxygen saturation', unit: '%', low: 40, high: 100 },
  weight: { zh: '体重', en: 'Weight', unit: 'kg', low: 0.3, high: 400 },
  height: { zh: '身高', en: 'Height', unit: 'cm', low: 20, high: 260 },
  pain: { zh: '疼痛', en: 'Pain', unit: '/10', low: 0, high: 10 },
  glucose: { zh: '血糖', en: 'Glucose', unit: 'mmol/L', low: 0.5, high: 80 },
} as const
export type VitalSign = keyof typeof vitalSigns
export const vitalSignNames = Object.keys(vitalSigns) as [VitalSign, ...VitalSign[]]
export type Vitals = { readonly [Sign in VitalSign]?: number }

/** The signs that were taken, in the order of the list. */
export const takenSigns = (vitals: Vitals): readonly (readonly [VitalSign, number])[] =>
  vitalSignNames.flatMap((sign) => {
    const value = vitals[sign]
    return value === undefined ? [] : [[sign, value] as const]
  })

/** Whether the values can be true at all. */
export function checkVitals(vitals: Vitals) {
  for (const [sign, value] of takenSigns(vitals)) {
    const { zh, en, unit, low, high } = vitalSigns[sign]
    if (value < low || value > high) return refuse('care.vital-implausible', { sign: { zh, en }, value, low, high, unit })
  }
  const { systolic, diastolic } = vitals
  if (systolic !== undefined && diastolic !== undefined && diastolic >= systolic)
    return refuse('care.pressure-reversed', { systolic, diastolic })
  return ok(null)
}
