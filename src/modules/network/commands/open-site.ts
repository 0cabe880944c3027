import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defaultZone } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { bilingual, idOf } from '../../../platform/operation/schema.ts'
import { insertSite } from '../store/party.ts'

/** A place with rooms of an institution. */
export const openSite = defineCommand({
  name: 'network.open-site',
  zh: '开设院区',
  en: 'Open a site',
  permission: 'network.party.register',
  input: T.Object({ institutionId: idOf('institution'), name: bilingual, address: T.Optional(bilingual) }),
  output: T.Object({ siteId: idOf('site') }),
  refusals: ['network.name-taken', 'network.institution-unknown'],
  async run(work, { institutionId, name, address }) {
    const siteId = work.newId<'site'>()
    const inserted = await insertSite(work, {
      id: siteId,
      institutionId,
      nameZh: name.zh,
      nameEn: name.en,
      zone: defaultZone,
      addressZh: address?.zh ?? null,
      addressEn: address?.en ?? null,
    })
    return inserted.ok ? ok({ siteId }) : inserted
  },
})
