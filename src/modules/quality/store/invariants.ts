import { sql } from 'kysely'
import type { Invariant } from '../../../platform/operation/index.ts'
import { clockInvariant } from '../../commitments/index.ts'

/** What must hold of the loop at any moment: whatever is open has exactly one clock, of whom it waits for; what is closed has none. */
export const loopInvariants: readonly Invariant[] = [
  clockInvariant({
    name: 'quality.rectification-clocked',
    kind: 'quality.rectification',
    zh: '每项待整改机构处理的整改恰有一个计时，已交复查或销号的没有',
    en: 'every rectification that waits for who mends has its clock, one that is looked at again or closed has none',
    open: sql<{ id: string }>`select id from quality.rectification where state not in ('to-recheck', 'closed')`,
  }),
  clockInvariant({
    name: 'quality.recheck-clocked',
    kind: 'quality.recheck',
    zh: '每项待复查的整改恰有一个复查计时，其余没有',
    en: 'every rectification that waits to be looked at again has its clock, all others none',
    open: sql<{ id: string }>`select id from quality.rectification where state = 'to-recheck'`,
  }),
  clockInvariant({
    name: 'quality.unread-norm-clocked',
    kind: 'quality.norm-to-confirm',
    zh: '每份未确认的规范恰有一个计时，其余没有',
    en: 'every version that waits to be confirmed has its clock, all others none',
    open: sql<{ id: string }>`select id from quality.norm_confirmation where state = 'to-confirm'`,
  }),
  clockInvariant({
    name: 'quality.inspection-clocked',
    kind: 'quality.inspection-to-carry-out',
    zh: '每次待完成的检查恰有一个计时，其余没有',
    en: 'every inspection still to be carried out has its clock, all others none',
    open: sql<{ id: string }>`select id from quality.inspection where state in ('planned', 'begun')`,
  }),
]
