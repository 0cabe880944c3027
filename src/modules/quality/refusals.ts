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
  'quality.network-not-yours': {
    category: 'forbidden',
    zh: '只有网络的运营方，或在质控条线上管理这些机构的上级机构可以这样做；请由运营方在“网络”里设定条线上级。',
    en: 'Only the operator of the network, or who looks after these institutions in the line quality, may do this; the operator sets that under “Network”.',
  },
  'quality.not-a-member': {
    category: 'invalid',
    zh: '“{institution}”不是这个网络的成员，请先让它加入，或换一家机构。',
    en: '“{institution}” is no member of this network; let it join first, or choose another institution.',
  },
  'quality.nobody-to-send-to': {
    category: 'invalid',
    zh: '没有可以下发的机构：请至少选一家成员机构。',
    en: 'There is no institution to send it to: choose at least one member.',
  },
  'quality.norm-of-another-issuer': {
    category: 'conflict',
    zh: '规范“{code}”由“{issuer}”发布，只有它能发布新版本；请换一个编号。',
    en: 'The norm “{code}” is published by “{issuer}”, who alone publishes new versions; choose another code.',
  },
  'quality.norm-moved-on': {
    category: 'conflict',
    zh: '规范“{code}”刚刚有了新版本，请先看过再发布。',
    en: 'The norm “{code}” has just got a new version; look at it before you publish.',
  },
  'quality.item-twice': {
    category: 'invalid',
    zh: '检查项“{code}”出现了两次，请改掉其中一个编号。',
    en: 'The item “{code}” is there twice; change one of the codes.',
  },
  'quality.confirm-by-past': {
    category: 'invalid',
    zh: '已阅确认的截止时间已经过去，请选一个以后的时间。',
    en: 'The time to confirm by has passed; choose a later one.',
  },
  'quality.confirmed-already': {
    category: 'conflict',
    zh: '本机构已在 {date} 确认过这一版，不需要再确认。',
    en: 'Your institution confirmed this version on {date}; there is nothing to confirm.',
  },
  'quality.version-superseded': {
    category: 'conflict',
    zh: '这一版已被新版本取代，请阅读并确认新版本。',
    en: 'A newer version has replaced this one; read and confirm that.',
  },
  'quality.inspector-of-same-institution': {
    category: 'invalid',
    zh: '检查人不能来自被检查的机构“{institution}”，请从别的机构的专家里选。',
    en: 'The inspector cannot belong to the inspected institution “{institution}”; choose an expert of another one.',
  },
  'quality.inspector-unknown': {
    category: 'invalid',
    zh: '此人在那家机构没有质控专员或科室主任的角色，请从候选名单里选。',
    en: 'This person is neither quality officer nor head of department at that institution; choose from the list.',
  },
  'quality.site-not-theirs': {
    category: 'invalid',
    zh: '“{institution}”不在这个院区工作，请选它有诊室或设备的院区。',
    en: '“{institution}” does not work at this site; choose one where it has rooms or devices.',
  },
  'quality.day-past': { category: 'invalid', zh: '检查日期已经过去，请选今天或以后。', en: 'The day has passed; choose today or later.' },
  'quality.not-your-inspection': {
    category: 'forbidden',
    zh: '这次检查由另一位检查人负责；需要换人时，请计划方撤回后重新安排。',
    en: 'Another inspector has this inspection; who planned it can withdraw it and plan anew.',
  },
  'quality.inspection-early': {
    category: 'conflict',
    zh: '检查安排在 {day}，那天起才能填写。',
    en: 'The inspection is planned for {day}; it can be carried out from that day on.',
  },
  'quality.inspection-sealed': {
    category: 'conflict',
    zh: '这次检查已经完成并封存，不能再改；有异议请在整改里说明。',
    en: 'This inspection is completed and sealed; what you contest, say in the rectification.',
  },
  'quality.inspection-withdrawn': {
    category: 'conflict',
    zh: '这次检查已撤回，请看计划里的其他检查。',
    en: 'This inspection was withdrawn; look at the others that are planned.',
  },
  'quality.inspection-moved-on': {
    category: 'conflict',
    zh: '检查表已在别处改过：请重新打开，再继续填写。',
    en: 'The checklist was changed elsewhere: open it again, then go on.',
  },
  'quality.inspection-begun': {
    category: 'conflict',
    zh: '检查已经开始，不能撤回；请完成它。',
    en: 'The inspection has begun and cannot be withdrawn; complete it.',
  },
  'quality.item-unknown': {
    category: 'invalid',
    zh: '检查表里没有“{code}”这一项，请重新打开检查表。',
    en: 'The checklist has no item “{code}”; open it again.',
  },
  'quality.items-unanswered': {
    category: 'invalid',
    zh: '还有 {left} 项没有填写，从“{first}”开始；不适用的请选“不适用”。',
    en: '{left} items are not answered, the first is “{first}”; say “not applicable” where one does not apply.',
  },
  'quality.note-missing': {
    category: 'invalid',
    zh: '“{code}”未通过，请写明看到了什么。',
    en: '“{code}” was not passed: say what was seen.',
  },
  'quality.rectification-moved-on': {
    category: 'conflict',
    zh: '这项整改刚被别人处理过，请看最新状态。',
    en: 'Somebody has just acted on this rectification; look at its state now.',
  },
  'quality.not-yours-to-mend': {
    category: 'forbidden',
    zh: '这项整改由另一家机构负责，请由它的负责人提交。',
    en: 'Another institution has to mend this; its manager or head answers.',
  },
  'quality.plan-not-awaited': {
    category: 'conflict',
    zh: '现在不等整改措施：措施已提交，或已在复查。',
    en: 'No plan is awaited now: it was submitted, or is being looked at again.',
  },
  'quality.evidence-not-awaited': {
    category: 'conflict',
    zh: '请先提交整改措施，再提交完成的证据。',
    en: 'Submit the plan first, then the evidence that it is done.',
  },
  'quality.recheck-not-awaited': {
    category: 'conflict',
    zh: '现在不等复查：请先由责任机构提交证据。',
    en: 'No re-check is awaited now: the evidence comes first.',
  },
  'quality.recheck-by-another-institution': {
    category: 'forbidden',
    zh: '复查要由另一家机构的人做，不能由整改机构自己做。',
    en: 'Somebody of another institution looks again, never the one that mends.',
  },
  'quality.recheck-by-another-person': {
    category: 'forbidden',
    zh: '提交证据的人不能自己复查，请交给另一个人。',
    en: 'Who submitted the evidence cannot look again; leave it to somebody else.',
  },
})
export const refuse = refuserOf(refusals)
