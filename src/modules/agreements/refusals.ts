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
  'agreements.party-twice': {
    category: 'invalid',
    zh: '“{place}”重复了前面的角色或机构；每家机构一个角色，请改正。',
    en: '“{place}” repeats an earlier role or institution; each institution has one role of its own.',
  },
  'agreements.role-reserved': {
    category: 'invalid',
    zh: '“{place}”的角色名“{role}”由服务本身使用，请换一个。',
    en: 'The role “{role}” at “{place}” is filled by the service itself; choose another name.',
  },
  'agreements.not-a-party': {
    category: 'forbidden',
    zh: '只有协议方可以起草，请把本机构列为一方。',
    en: 'Only a party can draft an agreement; name your institution as one.',
  },
  'agreements.party-unknown': {
    category: 'not-found',
    zh: '协议方里有一家机构不存在。',
    en: 'One of the parties is no institution we know.',
  },
  'agreements.network-unknown': { category: 'not-found', zh: '没有这个网络。', en: 'There is no such network.' },
  'agreements.network-unclear': {
    category: 'invalid',
    zh: '这些机构共同加入的网络有 {count} 个，不是一个；请指明网络，或先让各方都加入。',
    en: 'These institutions have {count} networks in common, not one; name the network, or let all of them join it first.',
  },
  'agreements.code-taken': {
    category: 'conflict',
    zh: '编号“{code}”已经有了，请换一个编号或重试。',
    en: 'The code “{code}” exists already; choose another, or try again.',
  },
  'agreements.days-reversed': {
    category: 'invalid',
    zh: '最后一天（{validUntil}）早于第一天（{validFrom}），请改正。',
    en: 'The last day ({validUntil}) is before the first ({validFrom}); correct it.',
  },
  'agreements.draft-open': {
    category: 'conflict',
    zh: '第 {number} 版还是草稿，请先修改或撤回它。',
    en: 'Version {number} is still a draft; change it or withdraw it first.',
  },
  'agreements.not-a-draft': {
    category: 'conflict',
    zh: '第 {number} 版已不是草稿，内容已经冻结；要改请起草下一版。',
    en: 'Version {number} is no longer a draft and its terms are frozen; draft the next version to change them.',
  },
  'agreements.not-proposed': {
    category: 'conflict',
    zh: '第 {number} 版不在待签署状态，请看最新状态。',
    en: 'Version {number} is not waiting for signatures; look at its state now.',
  },
  'agreements.not-withdrawable': {
    category: 'conflict',
    zh: '第 {number} 版已签署或已撤回，不能再撤回；已签署的可以终止协议。',
    en: 'Version {number} is signed or withdrawn already; a signed one ends with its agreement.',
  },
  'agreements.already-signed': {
    category: 'conflict',
    zh: '贵机构已经签署了第 {number} 版。',
    en: 'Your institution has signed version {number} already.',
  },
  'agreements.version-in-the-way': {
    category: 'conflict',
    zh: '已签署的第 {number} 版从 {validFrom} 开始，新版本的第一天要晚于它；请撤回后改日期。',
    en: 'Version {number}, signed already, begins on {validFrom}; the first day of the new one must be later. Withdraw it and change its days.',
  },
  'agreements.ended': {
    category: 'conflict',
    zh: '这份协议已于 {lastDay} 终止，请另行起草新协议。',
    en: 'This agreement ends on {lastDay}; draft a new one instead.',
  },
  'agreements.nothing-signed': {
    category: 'conflict',
    zh: '这份协议还没有签署过，请直接撤回它的版本。',
    en: 'Nothing of this agreement was ever signed; withdraw its version instead.',
  },
  'agreements.day-past': {
    category: 'invalid',
    zh: '最后一天（{lastDay}）已经过去，请选今天或以后。',
    en: 'The last day ({lastDay}) is past; choose today or later.',
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
