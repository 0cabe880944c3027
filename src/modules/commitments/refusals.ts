import { defineRefusals, refuserOf } from '../../kernel/refusal.ts'

export const refusals = defineRefusals({
  'commitments.moved-on': {
    category: 'conflict',
    zh: '这项承诺刚被别人处理过，请看最新状态。',
    en: 'Somebody has just acted on this commitment; look at its state now.',
  },
  'commitments.not-pausable': {
    category: 'conflict',
    zh: '这项承诺的时限不能暂停，请按时完成或交给下一位负责人。',
    en: 'The time of this commitment cannot be paused; keep it, or leave it to the next owner.',
  },
  'commitments.not-running': { category: 'conflict', zh: '只有计时中的承诺可以暂停。', en: 'Only a running commitment can be paused.' },
  'commitments.not-paused': { category: 'conflict', zh: '这项承诺没有暂停，不需要恢复。', en: 'This commitment is not paused.' },
})
export const refuse = refuserOf(refusals)
