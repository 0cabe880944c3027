import { defineRefusals, refuserOf } from '../../kernel/refusal.ts'

export const refusals = defineRefusals({
  'care.visit-not-begun': {
    category: 'conflict',
    zh: '就诊还没有开始，或者已经取消：请先在队列里开始就诊，再签署。草稿已保存。',
    en: 'The visit has not begun, or was cancelled: start it in the queue, then sign. The draft is kept.',
  },
  'care.note-moved-on': {
    category: 'conflict',
    zh: '这份病历已在别处改过：请对照两份内容，选一份继续。',
    en: 'This note was changed elsewhere: compare both, and go on with one.',
  },
  'care.note-signed': {
    category: 'conflict',
    zh: '病历已签署，不能再改；需要补充请写附注。',
    en: 'The note is signed and cannot change; write an addendum instead.',
  },
  'care.note-not-signed': {
    category: 'conflict',
    zh: '病历还没有签署：请直接在病历里改，不需要附注。',
    en: 'The note is not signed yet: change the note itself, no addendum is needed.',
  },
  'care.note-without-complaint': {
    category: 'invalid',
    zh: '缺少主诉：请写明就诊原因再签署。',
    en: 'The complaint is missing: say why she came, then sign.',
  },
  'care.note-without-diagnosis': {
    category: 'invalid',
    zh: '缺少诊断：请至少选一个编码诊断再签署，主要诊断排第一。',
    en: 'The diagnosis is missing: choose at least one coded diagnosis, the main one first, then sign.',
  },
  'care.diagnosis-unknown': {
    category: 'invalid',
    zh: '诊断编码“{code}”今天不可用，请从列表里重新选择。',
    en: 'The diagnosis “{code}” is not in use today; choose one from the list.',
  },
  'care.vital-implausible': {
    category: 'invalid',
    zh: '{sign} {value} {unit} 不可能，应在 {low} 到 {high} 之间，请重新测量或改正。',
    en: '{sign} {value} {unit} cannot be: it lies between {low} and {high}. Measure again or correct it.',
  },
  'care.pressure-reversed': {
    category: 'invalid',
    zh: '舒张压 {diastolic} 不低于收缩压 {systolic}，请检查是否填反。',
    en: 'The diastolic pressure {diastolic} is not below the systolic {systolic}; check whether they are reversed.',
  },
  'care.allergy-known': {
    category: 'conflict',
    zh: '“{substance}”过敏已经登记，不需要再登记。',
    en: 'The allergy to “{substance}” is recorded already; there is nothing to add.',
  },
  'care.allergies-recorded': {
    category: 'conflict',
    zh: '已登记过敏“{substance}”，不能登记为“无已知过敏”；若登记有误，请先更正。',
    en: 'An allergy to “{substance}” is recorded, so “no known allergies” cannot be; if it is wrong, refute it first.',
  },
  'care.substance-unknown': {
    category: 'invalid',
    zh: '物质编码“{code}”不存在，请从列表里选择，或用文字填写。',
    en: 'There is no substance “{code}”; choose one from the list, or write it in words.',
  },
  'care.item-unknown': {
    category: 'invalid',
    zh: '“{code}”今天不能开单，请从列表里重新选择。',
    en: '“{code}” cannot be ordered today; choose from the list.',
  },
  'care.dosing-missing': {
    category: 'invalid',
    zh: '开药需要剂量、途径、每日次数和天数，请填写完整。',
    en: 'A drug needs dose, route, times per day and days; fill them in.',
  },
  'care.dosing-not-here': {
    category: 'invalid',
    zh: '只有药品有用法用量，请去掉。',
    en: 'Only a drug has a dosing; leave it out.',
  },
  'care.route-unusual': {
    category: 'invalid',
    zh: '“{drug}”不能这样用药；可用途径：{routes}。',
    en: '“{drug}” is not given this way; routes: {routes}.',
  },
  'care.department-not-offering': {
    category: 'conflict',
    zh: '这家机构不做“{item}”，请另选执行科室。',
    en: 'This institution does not perform “{item}”; choose another department.',
  },
  'care.department-not-member': {
    category: 'conflict',
    zh: '这家机构今天不在本网络里，不能接“{item}”；请另选执行科室，或请运营方处理。',
    en: 'This institution is not in the network today and cannot take “{item}”; choose another department, or ask the operator.',
  },
  'care.allergy-against': {
    category: 'conflict',
    zh: '“{drug}”与已登记的过敏“{allergy}”冲突：请换药，或写明仍要使用的理由。',
    en: '“{drug}” goes against the recorded allergy “{allergy}”: choose another drug, or give the reason why it is needed.',
  },
  'care.order-moved-on': {
    category: 'conflict',
    zh: '“{item}”刚被别人处理过，请看最新状态再操作。',
    en: '“{item}” was just changed by somebody else; look at its newest state.',
  },
  'care.step-not-now': {
    category: 'conflict',
    zh: '“{item}”现在是“{state}”，不能改为“{next}”。',
    en: '“{item}” is “{state}” and cannot become “{next}” now.',
  },
  'care.basket-empty': {
    category: 'invalid',
    zh: '没有要签署的医嘱：请先加入医嘱篮。',
    en: 'There is nothing to sign: put orders into the basket first.',
  },
  'care.result-kind': {
    category: 'invalid',
    zh: '结果类型与“{item}”不符，请按该项目的表单填写。',
    en: 'This kind of result does not fit “{item}”; use the form of the item.',
  },
  'care.value-missing': {
    category: 'invalid',
    zh: '缺少“{analyte}”，请填写全部项目。',
    en: '“{analyte}” is missing; fill in every value.',
  },
  'care.unit-wrong': {
    category: 'invalid',
    zh: '“{analyte}”的单位应为 {unit}，收到的是 {given}，请换算后再填。',
    en: '“{analyte}” is measured in {unit}, not in {given}; convert it first.',
  },
  'care.value-implausible': {
    category: 'invalid',
    zh: '“{analyte}” {value} {unit} 不可能，应在 {low} 到 {high} 之间，请核对仪器读数。',
    en: '“{analyte}” {value} {unit} cannot be: it lies between {low} and {high}. Check the reading.',
  },
  'care.result-released': {
    category: 'conflict',
    zh: '“{item}”的结果已经发布，不能再改。',
    en: 'The result of “{item}” is released and cannot change.',
  },
  'care.result-missing': {
    category: 'conflict',
    zh: '“{item}”还没有结果，请先录入。',
    en: '“{item}” has no result yet; enter it first.',
  },
  'care.result-read': {
    category: 'conflict',
    zh: '“{item}”的结果已经有人确认阅读。',
    en: 'Somebody has read the result of “{item}” already.',
  },
  'care.critical-value-moved-on': {
    category: 'conflict',
    zh: '这个危急值已经是“{state}”，别人刚处理过，请看最新状态。',
    en: 'This critical value is “{state}” already: somebody else was faster. Look at its newest state.',
  },
})
export const refuse = refuserOf(refusals)
