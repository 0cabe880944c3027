import { specialties } from './specialty.ts'

/** Kinds of rooms and devices that screens know by words; a network may bring others, in kebab-case. */
export const placeKinds = {
  consulting: { zh: '诊室', en: 'consulting room' },
  treatment: { zh: '治疗室', en: 'treatment room' },
  theatre: { zh: '手术间', en: 'operating theatre' },
  conference: { zh: '会诊室', en: 'conference room' },
  dental: { zh: '牙椅间', en: 'dental room' },
  'eye-examination': { zh: '验光室', en: 'eye examination room' },
  'ct-room': { zh: 'CT 室', en: 'CT room' },
  'mr-room': { zh: '磁共振室', en: 'MR room' },
  'x-ray-room': { zh: 'X 光室', en: 'X-ray room' },
  sampling: { zh: '采血室', en: 'sampling room' },
  acupuncture: { zh: '针灸室', en: 'acupuncture room' },
  'check-up': { zh: '体检室', en: 'check-up room' },
  counselling: { zh: '心理咨询室', en: 'counselling room' },
  'sleep-room': { zh: '睡眠监测室', en: 'sleep room' },
  vaccination: { zh: '接种室', en: 'vaccination room' },
  'endoscopy-room': { zh: '内镜室', en: 'endoscopy room' },
  'catheter-room': { zh: '导管室', en: 'catheter room' },
  'video-room': { zh: '线上诊室', en: 'video room' },
  'dialysis-station': { zh: '透析单元', en: 'dialysis station' },
  'pick-up': { zh: '取药窗口', en: 'pick-up counter' },
  ultrasound: { zh: '超声', en: 'ultrasound' },
  ct: { zh: 'CT 机', en: 'CT scanner' },
  mr: { zh: '磁共振', en: 'MR scanner' },
  'x-ray': { zh: 'X 光机', en: 'X-ray unit' },
  'endoscopy-tower': { zh: '内镜塔', en: 'endoscopy tower' },
  ecg: { zh: '心电图机', en: 'ECG recorder' },
  angiograph: { zh: '血管造影机', en: 'angiography unit' },
  'dialysis-machine': { zh: '透析机', en: 'dialysis machine' },
  analyser: { zh: '生化分析仪', en: 'analyser' },
  oct: { zh: '眼底 OCT', en: 'retina OCT' },
  phaco: { zh: '超声乳化仪', en: 'phaco unit' },
  laser: { zh: '激光', en: 'laser' },
  'vein-laser': { zh: '静脉激光', en: 'vein laser' },
  polysomnograph: { zh: '多导睡眠仪', en: 'polysomnograph' },
} as const

const known: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = { ...specialties, ...placeKinds }

/** What a specialty, or a kind of room or device, is called; one without words goes by its code. */
export const kindWords = (kind: string): { readonly zh: string; readonly en: string } => known[kind] ?? { zh: kind, en: kind }
