/** Specialties (诊疗科目) that forms, files and screens know by words; a scope may hold others, in kebab-case. */
export const specialties = {
  'general-practice': { zh: '全科', en: 'general practice' },
  'internal-medicine': { zh: '内科', en: 'internal medicine' },
  cardiology: { zh: '心内科', en: 'cardiology' },
  endocrinology: { zh: '内分泌科', en: 'endocrinology' },
  gastroenterology: { zh: '消化内科', en: 'gastroenterology' },
  neurology: { zh: '神经内科', en: 'neurology' },
  'respiratory-medicine': { zh: '呼吸内科', en: 'respiratory medicine' },
  surgery: { zh: '外科', en: 'surgery' },
  orthopaedics: { zh: '骨科', en: 'orthopaedics' },
  urology: { zh: '泌尿外科', en: 'urology' },
  gynaecology: { zh: '妇科', en: 'gynaecology' },
  obstetrics: { zh: '产科', en: 'obstetrics' },
  paediatrics: { zh: '儿科', en: 'paediatrics' },
  ophthalmology: { zh: '眼科', en: 'ophthalmology' },
  otolaryngology: { zh: '耳鼻咽喉科', en: 'otolaryngology' },
  dentistry: { zh: '口腔科', en: 'dentistry' },
  dermatology: { zh: '皮肤科', en: 'dermatology' },
  'aesthetic-medicine': { zh: '医疗美容科', en: 'aesthetic medicine' },
  psychology: { zh: '心理科', en: 'psychology' },
  rehabilitation: { zh: '康复医学科', en: 'rehabilitation' },
  'sports-medicine': { zh: '运动医学科', en: 'sports medicine' },
  'pain-medicine': { zh: '疼痛科', en: 'pain medicine' },
  'chinese-medicine': { zh: '中医科', en: 'traditional Chinese medicine' },
  'health-check': { zh: '健康体检', en: 'health check' },
  anaesthesiology: { zh: '麻醉科', en: 'anaesthesiology' },
  laboratory: { zh: '医学检验科', en: 'laboratory medicine' },
  pathology: { zh: '病理科', en: 'pathology' },
  'medical-imaging': { zh: '医学影像科', en: 'medical imaging' },
  nutrition: { zh: '营养科', en: 'nutrition' },
  oncology: { zh: '肿瘤科', en: 'oncology' },
} as const

/** A specialty as a sentence of either language names it. */
export function nameSpecialty(specialty: string): string {
  const words = (specialties as Readonly<Record<string, { zh: string; en: string }>>)[specialty]
  return words ? `${words.zh} ${words.en}` : specialty
}
