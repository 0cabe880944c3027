import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { bilingual, idOf, words } from '../../../platform/operation/schema.ts'
import { institutionKinds } from '../domain.ts'
import { insertInstitution } from '../store.ts'
import { joinNetwork } from './join-network.ts'

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
    if (!inserted.ok) return inserted
    const joined = await joinNetwork(work, networkCode, institutionId)
    return joined.ok ? ok({ institutionId }) : joined
  },
})
