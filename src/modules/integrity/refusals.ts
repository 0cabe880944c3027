import { defineRefusals, refuserOf } from '../../kernel/refusal.ts'

export const refusals = defineRefusals({
  'integrity.line-stopped': {
    category: 'conflict',
    zh: '“{item}”被规则 {rule} 拦截：{sentence}请更换或移除；确需使用的，由科室主任写明理由放行。',
    en: '“{item}” is stopped by rule {rule}: {sentence} Change or remove it; if it is needed, the head of department gives the reason and lets it pass.',
  },
  'integrity.override-not-permitted': {
    category: 'forbidden',
    zh: '“{item}”被规则 {rule} 拦截：{sentence}您不能放行，请更换或移除，或请科室主任放行。',
    en: '“{item}” is stopped by rule {rule}: {sentence} You may not let it pass: change or remove it, or ask the head of department.',
  },
  'integrity.reason-missing': {
    category: 'conflict',
    zh: '“{item}”需要说明（规则 {rule}）：{sentence}请写明理由，或更换、移除。',
    en: '“{item}” needs a reason (rule {rule}): {sentence} Give the reason, or change or remove it.',
  },
})
export const refuse = refuserOf(refusals)
