import type { Name } from '../../../kernel/result.ts'

/** The 18 core systems of medical quality and safety (医疗质量安全核心制度), by their usual numbers. */
export const coreSystemWords: Readonly<Record<string, Name>> = {
  1: { zh: '首诊负责', en: 'first contact' },
  2: { zh: '三级查房', en: 'three-level rounds' },
  3: { zh: '会诊', en: 'consultation' },
  4: { zh: '分级护理', en: 'graded nursing' },
  5: { zh: '值班和交接班', en: 'duty and handover' },
  6: { zh: '疑难病例讨论', en: 'discussion of difficult cases' },
  7: { zh: '急危重患者抢救', en: 'rescue of critical patients' },
  8: { zh: '术前讨论', en: 'discussion before surgery' },
  9: { zh: '死亡病例讨论', en: 'discussion of deaths' },
  10: { zh: '查对', en: 'checking' },
  11: { zh: '手术安全核查', en: 'surgical safety check' },
  12: { zh: '手术分级管理', en: 'grading of surgery' },
  13: { zh: '新技术和新项目准入', en: 'admission of new techniques' },
  14: { zh: '危急值报告', en: 'critical values' },
  15: { zh: '病历管理', en: 'medical records' },
  16: { zh: '抗菌药物分级管理', en: 'grading of antimicrobials' },
  17: { zh: '临床用血审核', en: 'review of blood use' },
  18: { zh: '信息安全管理', en: 'information security' },
}
