import { defineRefusals, refuserOf } from '../../kernel/refusal.ts'

export const refusals = defineRefusals({
  'ledger.period-not-over': {
    category: 'invalid',
    zh: '账期要结到今天（{today}）之前；{until} 还没有过完，请选更早的一天。',
    en: 'A period ends before today ({today}); {until} is not over, choose an earlier day.',
  },
  'ledger.period-settled': {
    category: 'conflict',
    zh: '这个网络已经结算到 {settledUntil}，请选之后的一天。',
    en: 'This network is settled until {settledUntil}; choose a later day.',
  },
  'ledger.nothing-to-settle': {
    category: 'conflict',
    zh: '到 {until} 为止没有可以结算的款项；有 {unshared} 项服务因没有协议而不能分，请先补签协议。',
    en: 'Nothing can be settled until {until}; {unshared} services cannot be shared without an agreement, which has to be signed first.',
  },
  'ledger.statement-confirmed': {
    category: 'conflict',
    zh: '结算单 {number} 已于 {date} 确认过。',
    en: 'Statement {number} was confirmed on {date}.',
  },
  'ledger.statement-changed': {
    category: 'conflict',
    zh: '结算单 {number} 已经变化，请看最新内容后再确认。',
    en: 'Statement {number} has changed; look at it again before you confirm it.',
  },
  'ledger.not-your-statement': {
    category: 'forbidden',
    zh: '结算单只能由收款的一方确认：机构由管理员，医师由本人。',
    en: 'A statement is confirmed by the party that is paid: an institution by its manager, a practitioner in person.',
  },
})
export const refuse = refuserOf(refusals)
