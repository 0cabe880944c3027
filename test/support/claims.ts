import type { Id } from '../../src/kernel/id.ts'
import { dateIn, defaultZone, type Instant, type PlainDate } from '../../src/kernel/time.ts'
import type { Claim, ClaimLine } from '../../src/modules/integrity/index.ts'

const someone = '00000000-0000-7000-8000-0000000000aa'

/** A line of one item, at a moment. */
export const lineOf = (
  lineId: string,
  system: ClaimLine['system'],
  code: string,
  at: string,
  more: Partial<ClaimLine> = {},
): ClaimLine => ({
  lineId,
  system,
  code,
  name: { zh: `项目 ${code}`, en: `item ${code}` },
  category: 'examination',
  quantity: 1,
  amountFen: 10_000n,
  at: at as Instant,
  date: dateIn(defaultZone, at as Instant),
  ...more,
})

/** A claim of a woman born in 1980 with a knee that hurts. */
export const claimOf = (lines: readonly ClaimLine[], more: Partial<Claim> = {}): Claim => ({
  claimId: someone,
  networkId: someone as Id<'network'>,
  personId: someone as Id<'person'>,
  visitId: someone as Id<'visit'>,
  institutionId: someone as Id<'institution'>,
  sex: 'female',
  birthDate: '1980-03-12' as PlainDate,
  visitType: 'outpatient',
  diagnoses: ['M17.9'],
  lines,
  ...more,
})
