import { isBeyond, type VitalSigns } from './facts.ts'
import type { Level } from './level.ts'
import { levelOfMews, mewsOf } from './mews.ts'
import type { RuleSet } from './rule-set.ts'

export const judgements = ['judged', 'could-not-judge', 'not-measured'] as const
export type Judgement = (typeof judgements)[number]

/** What one sign asks for, and the words of it. */
export type Ground = { readonly level: Level; readonly zh: string; readonly en: string }

const names = {
  temperatureCelsius: { zh: '体温', en: 'temperature', unit: '℃' },
  heartRatePerMinute: { zh: '心率', en: 'heart rate', unit: '/min' },
  systolicMmHg: { zh: '收缩压', en: 'systolic pressure', unit: 'mmHg' },
  usualSystolicMmHg: { zh: '平时收缩压', en: 'usual systolic pressure', unit: 'mmHg' },
  diastolicMmHg: { zh: '舒张压', en: 'diastolic pressure', unit: 'mmHg' },
  breathsPerMinute: { zh: '呼吸', en: 'breaths', unit: '/min' },
  oxygenPercent: { zh: '血氧', en: 'oxygen', unit: '%' },
  glucoseMmolPerLitre: { zh: '血糖', en: 'blood sugar', unit: 'mmol/L' },
  painScore: { zh: '疼痛', en: 'pain', unit: '/10' },
} as const

const consciousnessWords = {
  V: { zh: '叫了才应', en: 'answers to voice only' },
  P: { zh: '疼痛刺激才应', en: 'answers to pain only' },
  U: { zh: '没有反应', en: 'does not respond' },
} as const

const isMeasured = ({ painScore: _, ...signs }: VitalSigns): boolean => Object.values(signs).some((value) => value !== undefined)

/** Whether the vital signs of a person of this age have been judged: the table is for adults (7.1). */
export function judgementOf(rules: RuleSet, ageMonths: number, vitalSigns: VitalSigns): Judgement {
  if (!isMeasured(vitalSigns)) return 'not-measured'
  return ageMonths < rules.adultFromYears * 12 ? 'could-not-judge' : 'judged'
}

/** Every level that vital signs ask for; of a child only pain and consciousness are read. */
export function groundsOfVitalSigns(rules: RuleSet, ageMonths: number, vitalSigns: VitalSigns): Ground[] {
  const consciousness = groundOfConsciousness(rules, vitalSigns)
  const pain = beyond(rules.pain, vitalSigns)
  if (judgementOf(rules, ageMonths, vitalSigns) !== 'judged') return [...consciousness, ...pain]
  return [
    ...consciousness,
    ...pain,
    ...beyond(rules.vitalSigns, vitalSigns),
    ...groundOfDrop(rules, vitalSigns),
    ...groundOfMews(rules, vitalSigns),
  ]
}

/** The most severe line of each measure that a value is beyond; the tables stand most severe first. */
function beyond(lines: RuleSet['vitalSigns'], vitalSigns: VitalSigns): Ground[] {
  const reached = lines.filter((line) => isBeyond(vitalSigns, line))
  return reached
    .filter(({ measure }, place) => reached.findIndex((line) => line.measure === measure) === place)
    .map(({ measure, level }) => {
      const { zh, en, unit } = names[measure]
      return { level, zh: `${zh} ${vitalSigns[measure]} ${unit}`, en: `${en} ${vitalSigns[measure]} ${unit}` }
    })
}

function groundOfConsciousness(rules: RuleSet, { consciousness }: VitalSigns): Ground[] {
  const level = consciousness && rules.consciousness[consciousness]
  if (!level || consciousness === 'A') return []
  return [{ level, ...consciousnessWords[consciousness] }]
}

function groundOfDrop({ pressureDrop }: RuleSet, { systolicMmHg, usualSystolicMmHg }: VitalSigns): Ground[] {
  if (systolicMmHg === undefined || usualSystolicMmHg === undefined || systolicMmHg >= pressureDrop.belowMmHg) return []
  const drop = usualSystolicMmHg - systolicMmHg
  if (drop < pressureDrop.dropMmHg) return []
  return [{ level: 'I', zh: `收缩压比平时低 ${drop} mmHg`, en: `systolic pressure ${drop} mmHg below usual` }]
}

function groundOfMews(rules: RuleSet, vitalSigns: VitalSigns): Ground[] {
  const points = mewsOf(rules, vitalSigns)
  const level = points === null ? null : levelOfMews(rules, points)
  return level ? [{ level, zh: `MEWS 评分 ${points}`, en: `MEWS score ${points}` }] : []
}
