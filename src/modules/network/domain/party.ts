import { ok, type Result } from '../../../kernel/result.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { refuse } from '../../../platform/refusals.ts'

export const networkKinds = ['MALL', 'HOSP', 'COMM', 'GROUP', 'COUNTY'] as const
export const institutionKinds = [
  'operator',
  'management-centre',
  'hospital',
  'internet-hospital',
  'health-centre',
  'chronic-centre',
  'clinic',
  'imaging-centre',
  'laboratory',
  'pharmacy',
  'doctor-group',
] as const
export const titles = ['resident', 'attending', 'associate-chief', 'chief'] as const
export const resourceRoles = ['expert', 'room', 'device'] as const
export type NetworkKind = (typeof networkKinds)[number]
export type InstitutionKind = (typeof institutionKinds)[number]
export type Title = (typeof titles)[number]
export type ResourceRole = (typeof resourceRoles)[number]

type WordsOf<Value extends string> = Readonly<Record<Value, { readonly zh: string; readonly en: string }>>

export const institutionKindWords: WordsOf<InstitutionKind> = {
  operator: { zh: '运营方', en: 'operator' },
  'management-centre': { zh: '管理中心', en: 'management centre' },
  hospital: { zh: '医院', en: 'hospital' },
  'internet-hospital': { zh: '互联网医院', en: 'internet hospital' },
  'health-centre': { zh: '基层卫生机构', en: 'primary health centre' },
  'chronic-centre': { zh: '慢病服务中心', en: 'chronic-disease centre' },
  clinic: { zh: '诊所', en: 'clinic' },
  'imaging-centre': { zh: '影像中心', en: 'imaging centre' },
  laboratory: { zh: '检验中心', en: 'laboratory' },
  pharmacy: { zh: '药房', en: 'pharmacy' },
  'doctor-group': { zh: '医生集团', en: 'physician group' },
}
export const resourceRoleWords: WordsOf<ResourceRole> = {
  expert: { zh: '专家', en: 'expert' },
  room: { zh: '诊室', en: 'room' },
  device: { zh: '设备', en: 'device' },
}

export const titleWords: WordsOf<Title> = {
  resident: { zh: '住院医师', en: 'resident physician' },
  attending: { zh: '主治医师', en: 'attending physician' },
  'associate-chief': { zh: '副主任医师', en: 'associate chief physician' },
  chief: { zh: '主任医师', en: 'chief physician' },
}

/** Who is in a network is up to its operator alone, whoever else registers parties. */
export const mayAdmit = (actor: Actor, operatorId: string): boolean => actor.kind === 'system' || actor.institutionId === operatorId

/** An institution changes what is its own; who registers parties does it for all. */
export const mayActFor = (actor: Actor, ownerId: string): Result<null, 'platform.not-permitted'> =>
  actor.kind === 'system' || actor.institutionId === ownerId || actor.permissions.has('network.party.register')
    ? ok(null)
    : refuse('platform.not-permitted', { permission: 'network.party.register' })
