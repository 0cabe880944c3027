import { defineRefusals, refuserOf } from '../../kernel/refusal.ts'

export const refusals = defineRefusals({
  'agreements.terms-empty': {
    category: 'invalid',
    zh: '条款里既没有使用权也没有分配，请至少写一项。',
    en: 'The terms give no right of use and divide nothing; write at least one.',
  },
  'agreements.terms-role-unknown': {
    category: 'invalid',
    zh: '条款“{place}”提到的角色“{role}”这里不能用，可用：{known}。',
    en: 'The terms name the role “{role}” at “{place}”; here it can be: {known}.',
  },
  'agreements.terms-source-empty': {
    category: 'invalid',
    zh: '条款“{place}”要从“{role}”取，但它在此之前没有得到过钱；请把这一步移到后面，或改从 base 取。',
    en: '“{place}” takes from “{role}”, which has received nothing before it; move the step down, or take from base.',
  },
  'agreements.terms-remainder-missing': {
    category: 'invalid',
    zh: '条款“{place}”没有把基数分完，请加一步“其余部分”（of: base）。',
    en: '“{place}” does not give out the whole base; add one remainder step of base.',
  },
  'agreements.terms-remainder-misplaced': {
    category: 'invalid',
    zh: '条款“{place}”排在“{source}”的其余部分已经分完之后，请把它移到那一步之前。',
    en: '“{place}” comes after the remainder of “{source}” has been given out; move it before that step.',
  },
  'agreements.terms-remainder-homeless': {
    category: 'invalid',
    zh: '条款“{place}”的接收方不是每次服务都有，请至少加一个协议方或 host。',
    en: 'No receiver of “{place}” is there in every service; add a party of the agreement, or host.',
  },
  'agreements.terms-over-hundred': {
    category: 'invalid',
    zh: '到条款“{place}”为止，从“{source}”取的比例合计 {percent} %，超过 100 %；请调低。',
    en: 'Up to “{place}” the rates of “{source}” add up to {percent} %, more than 100 %; lower them.',
  },
  'agreements.terms-tiers': {
    category: 'invalid',
    zh: '条款“{place}”的分档必须逐档升高，且只有最后一档不设上限。',
    en: 'The tiers of “{place}” must rise, and only the last has an open end.',
  },
  'agreements.terms-less-without-bill': {
    category: 'invalid',
    zh: '条款“{place}”只能在分配账单时使用；请去掉它，或把 divides 改为 bill。',
    en: '“{place}” is only for terms that divide the bill; remove it, or let the split divide the bill.',
  },
  'agreements.terms-duplicate': {
    category: 'invalid',
    zh: '条款“{place}”与“{first}”重复，请去掉一个。',
    en: '“{place}” repeats “{first}”; remove one of them.',
  },
  'agreements.use-not-agreed': {
    category: 'conflict',
    zh: '“{user}”没有使用“{owner}”的“{resource}”的生效协议，请双方先签使用条款。',
    en: '“{user}” has no agreement in force to use “{resource}” of “{owner}”; the two have to sign one first.',
  },
  'agreements.split-not-agreed': {
    category: 'conflict',
    zh: '“{host}”与“{offerer}”之间没有分配这项服务账单的生效协议，请双方先签协议。',
    en: '“{host}” and “{offerer}” have no agreement in force that divides the bill of this service; they have to sign one first.',
  },
  'agreements.split-ambiguous': {
    category: 'conflict',
    zh: '“{first}”与“{second}”都要分配同一笔钱，请在其中一份里写明项目，或终止一份。',
    en: '“{first}” and “{second}” both divide the same money; name the offerings in one of them, or end one.',
  },
})
export const refuse = refuserOf(refusals)
