import type { PlainDate } from '../../kernel/time.ts'
import type { PlannedAgreement, PlannedPractitioner } from './plan.ts'

/** An agreement as a line a person can check: parties by role. */
export type AgreementLine = Omit<PlannedAgreement, 'parties' | 'validFrom'> & { readonly parties: Readonly<Record<string, string>> }

export const planAgreement = ({ parties, ...line }: AgreementLine, validFrom: PlainDate): PlannedAgreement => ({
  ...line,
  parties: Object.entries(parties).map(([role, institution]) => ({ role, institution })),
  validFrom,
})

/** Pairs of institutions that a filing joins: whose experts work where, each pair once. */
export function filedPairs(practitioners: readonly PlannedPractitioner[]): { home: string; place: string }[] {
  const filed = practitioners.flatMap(({ main, filings }) => filings.map(({ institution }) => ({ home: main, place: institution })))
  return [...new Map(filed.map((pair) => [`${pair.home}|${pair.place}`, pair])).values()]
}
