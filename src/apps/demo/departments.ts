import type { NetworkPlan } from './plan.ts'

type Department = {
  readonly institution: string
  readonly kind: 'laboratory' | 'imaging' | 'drug'
  /** `*`: all that the list of terms has. */
  readonly itemCodes: readonly string[]
}
const all = ['*']

const ofMall: readonly Department[] = [
  { institution: '澜庭检验', kind: 'laboratory', itemCodes: all },
  { institution: '澜庭影像', kind: 'imaging', itemCodes: all },
  { institution: '康澜康复', kind: 'imaging', itemCodes: ['US-KNEE'] },
  { institution: '和安大药房', kind: 'drug', itemCodes: all },
]

/** Who performs what for a network: in the mall the shared departments, else the hospital itself. */
export function departmentsOf({ code, operator }: NetworkPlan): readonly Department[] {
  if (code === 'MALL-DEMO') return ofMall
  return (['laboratory', 'imaging', 'drug'] as const).map((kind) => ({ institution: operator, kind, itemCodes: all }))
}
