import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { bilingual, idOf, words } from '../../../platform/operation/schema.ts'
import { checkPeriod } from '../domain/expiry.ts'
import { titles } from '../domain/party.ts'
import { kindWords } from '../domain/place-kind.ts'
import { refuse } from '../refusals.ts'
import { findPartyName } from '../store/practice.ts'
import { admissionRefusals, findOwnNetwork } from './admission.ts'
import { enter, entryRefusals } from './enter.ts'
import { licence, period, scope, specialty } from './input.ts'

/** A practitioner with her licence, her main institution and the filings for her other places. */
export const registerPractitioner = defineCommand({
  name: 'network.register-practitioner',
  zh: '登记医师',
  en: 'Register a practitioner',
  permission: 'network.party.register',
  network: 'what ends soon becomes a commitment of her institutions',
  input: T.Object({
    mainInstitutionId: idOf('institution'),
    kind: specialty,
    title: words(titles, 'title'),
    name: bilingual,
    networkCode: T.Optional(T.String()),
    licence,
    filings: T.Array(T.Object({ institutionId: idOf('institution'), scope: T.Optional(scope), ...period })),
  }),
  output: T.Object({ practitionerId: idOf('practitioner') }),
  refusals: [...entryRefusals, ...admissionRefusals, 'network.period-wrong', 'network.filing-beyond-licence', 'network.filing-not-needed'],
  async run(work, { mainInstitutionId, kind, title, name, networkCode, licence: held, filings }) {
    const network = networkCode === undefined ? ok(null) : await findOwnNetwork(work, networkCode)
    if (!network.ok) return network
    for (const period of [held, ...filings]) {
      const checked = checkPeriod(period)
      if (!checked.ok) return checked
    }
    const beyond = filings.flatMap((filing) => filing.scope ?? []).find((one) => !held.scope.includes(one))
    if (beyond) return refuse('network.filing-beyond-licence', { specialty: kindWords(beyond), practitioner: name })
    if (filings.some(({ institutionId }) => institutionId === mainInstitutionId))
      return refuse('network.filing-not-needed', { practitioner: name.zh, institution: await findPartyName(work, mainInstitutionId) })
    const practitionerId = work.newId<'practitioner'>()
    const entered = await enter(work, {
      practitioners: [{ id: practitionerId, mainInstitutionId, kind, title, nameZh: name.zh, nameEn: name.en }],
      memberships: network.value
        ? [{ networkId: network.value.id, partyId: practitionerId, validFrom: dateIn(defaultZone, work.now), validUntil: null }]
        : [],
      licences: [{ ...held, id: work.newId<'licence'>(), partyId: practitionerId }],
      filings: filings.map((filing) => ({ ...filing, id: work.newId<'filing'>(), practitionerId, scope: filing.scope ?? held.scope })),
    })
    return entered.ok ? ok({ practitionerId }) : entered
  },
})
