import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { bilingual, idOf, words } from '../../../platform/operation/schema.ts'
import { checkPeriod } from '../domain/expiry.ts'
import { institutionKinds } from '../domain/party.ts'
import { admissionRefusals, findOwnNetwork } from './admission.ts'
import { enter, entryRefusals } from './enter.ts'
import { licence } from './input.ts'

/** Joins an institution to a network; without a network it is only known. Without a licence it hosts no care. */
export const registerInstitution = defineCommand({
  name: 'network.register-institution',
  zh: '登记机构',
  en: 'Register an institution',
  permission: 'network.party.register',
  network: 'a licence that ends soon becomes a commitment of the new institution',
  input: T.Object({
    kind: words(institutionKinds, 'institutionKind'),
    name: bilingual,
    networkCode: T.Optional(T.String()),
    licence: T.Optional(licence),
  }),
  output: T.Object({ institutionId: idOf('institution') }),
  refusals: [...entryRefusals, ...admissionRefusals, 'network.period-wrong'],
  async run(work, { kind, name, networkCode, licence: held }) {
    const network = networkCode === undefined ? ok(null) : await findOwnNetwork(work, networkCode)
    if (!network.ok) return network
    const checked = held ? checkPeriod(held) : ok(null)
    if (!checked.ok) return checked
    const institutionId = work.newId<'institution'>()
    const entered = await enter(work, {
      institutions: [{ id: institutionId, kind, nameZh: name.zh, nameEn: name.en }],
      memberships: network.value
        ? [{ networkId: network.value.id, partyId: institutionId, validFrom: dateIn(defaultZone, work.now), validUntil: null }]
        : [],
      licences: held ? [{ ...held, id: work.newId<'licence'>(), partyId: institutionId }] : [],
    })
    return entered.ok ? ok({ institutionId }) : entered
  },
})
