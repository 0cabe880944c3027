import type { Id } from '../../../kernel/id.ts'
import { plus } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { historyDays, newestText } from '../domain/consent.ts'
import { writeHistoryConsent } from '../store/consent.ts'
import { showPerson } from './show-person.ts'

/** Keeps that a person has signed on paper that an institution sees her history, and lets it; the same consent again prolongs nothing. */
export async function keepHistoryConsent(
  work: Work,
  personId: Id<'person'>,
  institutionId: Id<'institution'>,
): Promise<Id<'consent'> | null> {
  const consentId = await writeHistoryConsent(work, { personId, textVersion: newestText('history').version, institutionId })
  const until = plus(work.now, { days: historyDays })
  if (consentId) await showPerson(work, { personId, institutionIds: [institutionId], reason: 'consent', subjectId: consentId, until })
  return consentId
}
