import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { bilingual, idOf, words } from '../../../platform/operation/schema.ts'
import { institutionKinds } from '../domain.ts'
import { refuse } from '../refusals.ts'
import { findNetwork, insertInstitution, insertMembership } from '../store.ts'

/** Joins an institution to a network; without a network it is only known. */
export const registerInstitution = defineCommand({
  name: 'network.register-institution',
  zh: '登记机构',
  en: 'Register an institution',
  permission: 'network.party.register',
  input: T.Object({ kind: words(institutionKinds, 'institutionKind'), name: bilingual, networkCode: T.Optional(T.String()) }),
  output: T.Object({ institutionId: idOf('institution') }),
  refusals: ['network.name-taken', 'network.network-unknown'],
  async run(work, { kind, name, networkCode }) {
    const institutionId = work.newId<'institution'>()
    const inserted = await insertInstitution(work, { id: institutionId, kind, nameZh: name.zh, nameEn: name.en })
    if (!inserted.ok) return inserted as typeof inserted & { refusal: { code: 'network.name-taken' } }
    if (networkCode) {
      const networkId = await findNetwork(work, networkCode)
      if (!networkId) return refuse('network.network-unknown', { code: networkCode })
      await insertMembership(work, networkId, institutionId, dateIn(defaultZone, work.now))
    }
    return ok({ institutionId })
  },
})
