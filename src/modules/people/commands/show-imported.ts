import type { Id } from '../../../kernel/id.ts'
import { defaultZone, type Instant, plus } from '../../../kernel/time.ts'
import { lastGrantUntil } from '../../../platform/grant/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { visibleUntil } from '../domain/fhir/encounter.ts'
import type { Planned } from '../domain/fhir/plan.ts'
import { hasWithdrawnHistory } from '../store/consent.ts'
import { registrationDays } from './enter-persons.ts'
import { keepHistoryConsent } from './history-consent.ts'
import { hidePerson, showPerson } from './show-person.ts'

type Importing = { readonly importer: Id<'institution'>; readonly consent: boolean }

/**
 * Who may see the persons of a bundle: the importing institution as one at which they are registered; with their consent on paper their
 * whole history; and where they are or were treated lately, that institution as after any visit. A visit of long ago opens nothing.
 * Answers how many had taken such a consent back: a file cannot say that they have changed their mind, a desk can.
 */
export async function showImported(work: Work, planned: readonly Planned[], { importer, consent }: Importing): Promise<number> {
  let withdrawn = 0
  const persons = new Set(planned.flatMap(({ source }) => source.personId ?? []))
  const touched = new Set(planned.filter(({ state }) => state !== 'unchanged').map(({ source }) => source.personId))
  for (const personId of persons) {
    const knows = touched.has(personId) ? null : await lastGrantUntil(work, personId, importer)
    if (knows === null) await showRegistered(work, personId, importer)
    if (!consent) continue
    if (await hasWithdrawnHistory(work, personId, importer)) withdrawn += 1
    else await keepHistoryConsent(work, personId, importer)
  }
  for (const { entry, state, source } of planned) {
    if (source.type !== 'Encounter' || state === 'unchanged' || source.personId === null) continue
    const until = visibleUntil(entry.resource, defaultZone, work.now)
    if (until) await showVisited(work, source.personId, source.institutionId, source.id, until)
    else if (state === 'changed') await hidePerson(work, 'visit', source.id)
  }
  return withdrawn
}

const showRegistered = (work: Work, personId: Id<'person'>, institutionId: Id<'institution'>): Promise<void> =>
  showPerson(work, {
    personId,
    institutionIds: [institutionId],
    reason: 'registration',
    subjectId: personId,
    until: plus(work.now, { days: registrationDays }),
  })

const showVisited = (work: Work, personId: Id<'person'>, institutionId: Id<'institution'>, subjectId: string, until: Instant) =>
  showPerson(work, { personId, institutionIds: [institutionId], reason: 'visit', subjectId, until })
