import type { Roles } from '../platform/permission/index.ts'

const everybody = ['network.directory.read', 'booking.offering.find', 'booking.visit.read']
const queue = ['booking.queue.read', 'booking.queue.run', 'booking.wall.show']
const desk = [
  'people.person.register',
  'people.person.find',
  'people.person.open',
  'people.person.invite',
  'people.identifier.reveal',
  'people.family.link',
  'people.family.end',
  'people.consent.record',
  'booking.visit.book',
  'booking.visit.check-in',
  ...queue,
  'triage.assessment.make',
  'triage.assessment.read',
  'triage.red-flag.override',
  'commitments.board.read',
  'commitments.commitment.pause',
  'coverage.cover.read',
  'coverage.member.record',
]
const owner = [
  'network.resource.add',
  'network.practice.file',
  'booking.offering.define',
  'booking.calendar.open',
  'booking.queue.read',
  'booking.wall.show',
  'booking.wall.set',
  'care.service.offer',
]
const doctor = [
  'care.consultation.open',
  'care.note.write',
  'care.allergy.record',
  'care.order.sign',
  'care.order.read',
  'care.result.read',
]
const clinician = [
  ...doctor,
  ...queue,
  'booking.day.read',
  'triage.assessment.make',
  'triage.assessment.read',
  'triage.assessment.decide',
  'people.person.find',
  'people.person.open',
  'commitments.board.read',
  'coverage.cover.read',
]
const contracts = ['agreements.agreement.read', 'agreements.agreement.draft', 'agreements.version.sign', 'agreements.share.read']

/** What each role may do; a permission that no role holds belongs to the system. */
export const roles: Roles = {
  operator: {
    kind: 'staff',
    zh: '网络运营',
    en: 'operator',
    permissions: [
      ...everybody,
      ...owner,
      ...contracts,
      'network.network.found',
      'network.party.register',
      'commitments.board.read',
      'commitments.commitment.pause',
      'coverage.plan.define',
      'coverage.payer.connect',
      'platform.delivery.mend',
    ],
  },
  manager: {
    kind: 'staff',
    zh: '机构管理员',
    en: 'institution manager',
    permissions: [...everybody, ...owner, ...contracts, 'commitments.board.read', 'commitments.commitment.pause'],
  },
  butler: { kind: 'staff', zh: '健康管家', en: 'health butler', permissions: [...everybody, ...desk, 'agreements.share.read'] },
  clinician: {
    kind: 'staff',
    zh: '医生',
    en: 'clinician',
    permissions: [...everybody, ...clinician],
  },
  technician: {
    kind: 'staff',
    zh: '检验、影像、药房技术人员',
    en: 'technician',
    permissions: [...everybody, 'people.person.open', 'care.worklist.work', 'care.order.read', 'commitments.board.read'],
  },
  head: {
    kind: 'staff',
    zh: '科室主任',
    en: 'head of department',
    permissions: [...everybody, ...clinician],
  },
  finance: {
    kind: 'staff',
    zh: '财务',
    en: 'finance officer',
    permissions: [
      ...everybody,
      'people.person.find',
      'people.person.open',
      'commitments.board.read',
      'commitments.commitment.pause',
      'coverage.plan.define',
      'coverage.member.record',
      'coverage.cover.read',
      'coverage.claim.read',
      'coverage.claim.send',
    ],
  },
  patient: {
    kind: 'patient',
    zh: '就诊人',
    en: 'patient',
    permissions: [
      ...everybody,
      'booking.visit.book',
      'booking.visit.check-in',
      'triage.assessment.make',
      'triage.assessment.read',
      'people.person.open',
      'people.family.add',
      'people.family.end',
      'people.consent.give',
      'care.own-result.read',
      'coverage.cover.read',
    ],
  },
}
