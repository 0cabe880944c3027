import { defineRefusals, refuserOf } from '../../kernel/refusal.ts'

export const refusals = defineRefusals({
  'triage.red-flag': {
    category: 'conflict',
    zh: '有危险信号（{sign}），不能再等门诊：请立即去{place}，或拨打 120。',
    en: 'There is a danger sign ({sign}); do not wait for a visit: go to {place} now, or call 120.',
  },
  'triage.assessment-unknown': {
    category: 'not-found',
    zh: '没有这次分诊，或它不属于此人，请重新描述不适。',
    en: 'There is no such assessment of this person; describe the complaint again.',
  },
  'triage.already-decided': {
    category: 'conflict',
    zh: '医生已对这次分诊作出决定，不能再改；请看最新状态。',
    en: 'A doctor has decided on this assessment already; it cannot be changed. Look at its state now.',
  },
})
export const refuse = refuserOf(refusals)
