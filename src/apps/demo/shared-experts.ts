import type { PlainDate } from '../../kernel/time.ts'
import { institutionLicence, practitionerLicence } from './licence.ts'
import type { PlannedInstitution, PlannedPractitioner } from './plan.ts'

/** A public hospital that is a party of both demo networks. */
export const jianglan = (today: PlainDate): PlannedInstitution => ({
  kind: 'hospital',
  name: { zh: '江澜大学附属第一医院', en: 'Jianglan First Hospital' },
  licence: institutionLicence(2, today, [
    'orthopaedics',
    'cardiology',
    'rehabilitation',
    'medical-imaging',
    'dentistry',
    'ophthalmology',
    'dermatology',
    'aesthetic-medicine',
    'paediatrics',
    'gynaecology',
    'chinese-medicine',
    'psychology',
    'otolaryngology',
    'pain-medicine',
    'endocrinology',
    'internal-medicine',
    'surgery',
    'oncology',
    'emergency-medicine',
    'fever-clinic',
  ]),
})

type SharedExpert = Pick<PlannedPractitioner, 'name' | 'specialty' | 'title' | 'licence' | 'main'>

/** Two experts who work in both networks: one doctor, one licence, one calendar. Their weeks in the two plans never meet. */
export const ouyangLan: SharedExpert = {
  name: { zh: '欧阳岚', en: 'Ouyang Lan' },
  specialty: 'orthopaedics',
  title: 'chief',
  licence: practitionerLicence(4),
  main: '江澜大学附属第一医院',
}
export const heQingyue: SharedExpert = {
  name: { zh: '何清越', en: 'He Qingyue' },
  specialty: 'cardiology',
  title: 'associate-chief',
  licence: practitionerLicence(6),
  main: '江澜大学附属第一医院',
}
