import { defineRefusals, refuserOf } from '../../kernel/refusal.ts'

export const refusals = defineRefusals({
  'quality.no-network': {
    category: 'not-found',
    zh: '本机构不在这个网络里，请换一个网络或机构身份。',
    en: 'Your institution is not in this network; choose another network or act for another institution.',
  },
  'quality.place-not-open': {
    category: 'forbidden',
    zh: '只能看本机构或本机构督导的机构；全网的值不受影响。',
    en: 'Only your own institution and those it looks after are open to you; the value of the network is not affected.',
  },
  'quality.indicator-unknown': {
    category: 'not-found',
    zh: '没有指标“{code}”，或者它在 {day} 没有生效的定义。',
    en: 'There is no indicator “{code}”, or no definition of it holds on {day}.',
  },
  'quality.target-not-yours': {
    category: 'forbidden',
    zh: '全网的底线和目标由运营方或质量条线的上级机构设定；机构管理员只能给本机构的院区附加。',
    en: 'Floor and target of the network are set by its operator or the superior in the line of quality; a manager adds for sites of his own institution.',
  },
  'quality.site-unknown': {
    category: 'not-found',
    zh: '这个院区不属于本网络的机构。',
    en: 'This site does not belong to an institution of the network.',
  },
  'quality.addition-looser': {
    category: 'conflict',
    zh: '院区附加的{what} {value} 松于全网底线 {floor}；请填 {floor} 或更严的值。',
    en: 'The site’s {what} of {value} is looser than the floor of the network, {floor}; enter {floor} or something stricter.',
  },
  'quality.target-below-floor': {
    category: 'invalid',
    zh: '目标 {target} 松于底线 {floor}；目标至少要和底线一样严。',
    en: 'The target {target} is looser than the floor {floor}; it has to be at least as strict.',
  },
  'quality.value-out-of-range': {
    category: 'invalid',
    zh: '占比要在 0 到 100 之间，其他指标不能小于 0。',
    en: 'A share lies between 0 and 100, nothing else below 0.',
  },
  'quality.target-rewrites-past': {
    category: 'conflict',
    zh: '{day} 当天已有生效的值，过去的判定不能改写；请从 {today} 或以后开始。',
    en: 'Something was in force on {day} already, and what was judged by it is not rewritten; begin on {today} or later.',
  },
})
export const refuse = refuserOf(refusals)
