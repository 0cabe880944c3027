import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { titles } from '../domain.ts'
import { insertPracticePlaces, insertPractitioner } from '../store.ts'
import { joinNetwork } from './join-network.ts'

/** A practitioner with her main institution and the filings for her other places; dates are included. */
export const registerPractitioner = defineCommand({
  name: 'network.register-practitioner',
  zh: '登记医师',
  en: 'Register a practitioner',
  permission: 'network.party.register',
  input: T.Object({
    mainInstitutionId: idOf('institution'),
    kind: T.String({ minLength: 2, maxLength: 40, description: 'specialty' }),
    title: words(titles, 'title'),
    name: bilingual,
    networkCode: T.Optional(T.String()),
    places: T.Array(T.Object({ institutionId: idOf('institution'), validFrom: plainDate, validUntil: nullable(plainDate) })),
  }),
  output: T.Object({ practitionerId: idOf('practitioner') }),
  refusals: ['network.institution-unknown', 'network.network-unknown'],
  async run(work, { mainInstitutionId, kind, title, name, networkCode, places }) {
    const practitionerId = work.newId<'practitioner'>()
    const inserted = await insertPractitioner(work, {
      id: practitionerId,
      mainInstitutionId,
      kind,
      title,
      nameZh: name.zh,
      nameEn: name.en,
    })
    if (!inserted.ok) return inserted
    const filed = await insertPracticePlaces(work, practitionerId, places)
    if (!filed.ok) return filed
    const joined = await joinNetwork(work, networkCode, practitionerId)
    return joined.ok ? ok({ practitionerId }) : joined
  },
})
