import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { bilingual, idOf, words } from '../../../platform/operation/schema.ts'
import { networkKinds } from '../domain/party.ts'
import { insertMemberships, insertNetwork } from '../store/party.ts'

/** Founds a network; its operator is the first member. */
export const foundNetwork = defineCommand({
  name: 'network.found-network',
  zh: '建立网络',
  en: 'Found a network',
  permission: 'network.network.found',
  input: T.Object({
    code: T.String({ pattern: '^[A-Z][A-Z0-9-]{1,15}$' }),
    kind: words(networkKinds, 'networkKind'),
    name: bilingual,
    operatorId: idOf('institution'),
  }),
  output: T.Object({ networkId: idOf('network') }),
  refusals: ['network.name-taken', 'network.institution-unknown'],
  async run(work, { code, kind, name, operatorId }) {
    const networkId = work.newId<'network'>()
    const inserted = await insertNetwork(work, { id: networkId, code, kind, nameZh: name.zh, nameEn: name.en, operatorId })
    if (!inserted.ok) return inserted
    await insertMemberships(work, [{ networkId, partyId: operatorId, validFrom: dateIn(defaultZone, work.now), validUntil: null }])
    return ok({ networkId })
  },
})
