import type { Title } from '../../modules/network/index.ts'
import type { OfferingLine } from './offering-table.ts'

export const platform = '海岳国际医学中心'

const records = { zh: '请提前三天上传病历与影像。', en: 'Please upload records and images three days before.' }
const fasting = { zh: '检查前空腹 8 小时，可饮少量清水。', en: 'Nothing to eat for 8 hours before; a little water is allowed.' }

/** The professional's part falls by about a quarter from title to title. */
const byTitle = (chief: number): Partial<Record<Title, number>> => ({
  chief,
  'associate-chief': Math.round((chief * 0.75) / 10) * 10,
  attending: Math.round((chief * 0.55) / 10) * 10,
})

type ConsultationLine = Pick<OfferingLine, 'code' | 'zh' | 'en' | 'expert' | 'minutes' | 'professional' | 'others'> & Partial<OfferingLine>
const consultation = (line: ConsultationLine): OfferingLine => ({ owner: platform, room: 'consulting', ...line })

/** A consultation lasts half an hour at least; the name, the specialty, minutes, the chief's fee and the facility's in yuan. */
const consultations: [zh: string, en: string, specialty: string, minutes: number, chief: number, facility: number][] = [
  ['骨科国际门诊', 'Orthopaedic consultation', 'orthopaedics', 30, 1200, 300],
  ['心内科国际门诊', 'Cardiology consultation', 'cardiology', 30, 1200, 300],
  ['肿瘤科国际门诊', 'Oncology consultation', 'oncology', 40, 1600, 300],
  ['内分泌科国际门诊', 'Endocrinology consultation', 'endocrinology', 30, 1000, 300],
  ['神经内科国际门诊', 'Neurology consultation', 'neurology', 40, 1300, 300],
  ['消化内科国际门诊', 'Gastroenterology consultation', 'gastroenterology', 30, 1100, 300],
  ['妇科国际门诊', 'Gynaecology consultation', 'gynaecology', 30, 1100, 300],
  ['产科国际门诊', 'Obstetric consultation', 'obstetrics', 30, 1100, 300],
  ['儿科国际门诊', 'Paediatric consultation', 'paediatrics', 30, 1000, 300],
  ['眼科国际门诊', 'Ophthalmology consultation', 'ophthalmology', 30, 1000, 300],
  ['耳鼻咽喉科国际门诊', 'ENT consultation', 'otolaryngology', 30, 1000, 300],
  ['外科国际门诊', 'Surgical consultation', 'surgery', 30, 1200, 300],
  ['中医国际门诊', 'Chinese medicine consultation', 'chinese-medicine', 40, 900, 300],
]

/** Offerings of the platform hospital, which owns the rooms and devices and collects every bill. */
export const hospOfferings: readonly OfferingLine[] = [
  ...consultations.map(([zh, en, expert, minutes, chief, facility]) =>
    consultation({ code: expert, zh, en, expert, minutes, professional: byTitle(chief), others: { facility } }),
  ),
  consultation({
    code: 'second-opinion-oncology',
    zh: '肿瘤跨境第二诊疗意见',
    en: 'Second opinion across borders, oncology',
    expert: 'oncology',
    minutes: 60,
    professional: byTitle(3600),
    others: { facility: 500, examination: 800 },
    preparation: records,
  }),
  consultation({
    code: 'second-opinion-cardiology',
    zh: '心血管第二诊疗意见',
    en: 'Second opinion, cardiology',
    expert: 'cardiology',
    minutes: 60,
    professional: byTitle(2800),
    others: { facility: 500 },
    preparation: records,
  }),
  consultation({
    code: 'second-opinion-neurology',
    zh: '神经系统疾病第二诊疗意见',
    en: 'Second opinion, neurology',
    expert: 'neurology',
    minutes: 60,
    professional: byTitle(2800),
    others: { facility: 500 },
    preparation: records,
  }),
  consultation({
    code: 'mdt-oncology',
    zh: '肿瘤多学科会诊（主诊专家）',
    en: 'Multidisciplinary board, oncology (leading expert)',
    expert: 'oncology',
    room: 'conference',
    minutes: 90,
    setup: 15,
    professional: byTitle(6800),
    others: { facility: 1200 },
    preparation: records,
  }),
  consultation({
    code: 'mdt-spine',
    zh: '脊柱多学科会诊（主诊专家）',
    en: 'Multidisciplinary board, spine (leading expert)',
    expert: 'orthopaedics',
    room: 'conference',
    minutes: 60,
    setup: 15,
    professional: byTitle(4800),
    others: { facility: 1200 },
    preparation: records,
  }),
  consultation({
    code: 'surgery-assessment',
    zh: '日间手术术前评估',
    en: 'Assessment before day surgery',
    expert: 'surgery',
    minutes: 40,
    professional: byTitle(1400),
    others: { facility: 300, examination: 680 },
    preparation: fasting,
  }),
  consultation({
    code: 'orthopaedic-surgery-assessment',
    zh: '骨科日间手术术前评估',
    en: 'Assessment before orthopaedic day surgery',
    expert: 'orthopaedics',
    minutes: 40,
    professional: byTitle(1400),
    others: { facility: 300, examination: 880 },
    preparation: { zh: '请带既往影像片或光盘。', en: 'Please bring earlier images.' },
  }),
  consultation({
    code: 'heart-ultrasound',
    zh: '心脏超声与解读',
    en: 'Heart ultrasound with interpretation',
    expert: 'cardiology',
    device: 'ultrasound',
    minutes: 40,
    professional: byTitle(900),
    others: { facility: 300, examination: 680 },
  }),
  consultation({
    code: 'obstetric-ultrasound',
    zh: '产科超声与咨询',
    en: 'Obstetric ultrasound with advice',
    expert: 'obstetrics',
    device: 'ultrasound',
    minutes: 40,
    professional: byTitle(900),
    others: { facility: 300, examination: 520, consumable: 20 },
  }),
  consultation({
    code: 'executive-check-up',
    zh: '高端体检与家庭医生解读',
    en: 'Executive check-up with the family doctor',
    expert: 'general-practice',
    device: 'ultrasound',
    minutes: 90,
    professional: byTitle(1200),
    others: { facility: 600, examination: 4800, consumable: 120 },
    preparation: fasting,
  }),
  consultation({
    code: 'family-doctor',
    zh: '家庭医生门诊',
    en: 'Family doctor visit',
    expert: 'general-practice',
    minutes: 30,
    professional: byTitle(600),
    others: { facility: 200 },
  }),
  consultation({
    code: 'day-surgery',
    zh: '日间普外科手术',
    en: 'General day surgery',
    expert: 'surgery',
    room: 'theatre',
    device: 'endoscopy-tower',
    minutes: 120,
    setup: 30,
    professional: byTitle(16_800),
    others: { facility: 9800, drug: 2600, consumable: 6800 },
    preparation: {
      zh: '术前 8 小时禁食、2 小时禁水，由家属陪同。',
      en: 'No food for 8 hours and no water for 2 hours before; bring somebody to accompany you.',
    },
  }),
]
