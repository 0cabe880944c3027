import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf, nullable, plainDate } from '../../../platform/operation/schema.ts'
import { checkPeriod, renewedFrom } from '../domain/expiry.ts'
import { mayActFor } from '../domain/party.ts'
import { refuse } from '../refusals.ts'
import { lockLicence } from '../store/ends.ts'
import { enter, entryRefusals } from './enter.ts'
import { licenceNumber, scope } from './input.ts'

/** A licence of its own that begins the day after the old one, or today when that is past; number and scope stay unless given anew. */
export const renewLicence = defineCommand({
  name: 'network.renew-licence',
  zh: '执业证续期',
  en: 'Renew a licence',
  permission: 'network.practice.file',
  network: 'who registers parties renews for any institution, and what ends soon becomes a commitment of that institution',
  input: T.Object({
    licenceId: idOf('licence'),
    number: T.Optional(licenceNumber),
    scope: T.Optional(scope),
    validUntil: nullable(plainDate),
  }),
  output: T.Object({ licenceId: idOf('licence') }),
  refusals: [...entryRefusals, 'platform.not-permitted', 'network.licence-unknown', 'network.endless', 'network.period-wrong'],
  async run(work, { licenceId, number, scope: given, validUntil }) {
    const old = await lockLicence(work, licenceId)
    if (!old) return refuse('network.licence-unknown', { licenceId })
    const permitted = mayActFor(work.actor, old.ownerId)
    if (!permitted.ok) return permitted
    const from = renewedFrom(old, dateIn(defaultZone, work.now))
    if (!from.ok) return from
    const renewed = {
      id: work.newId<'licence'>(),
      partyId: old.partyId,
      number: number ?? old.number,
      scope: given ?? old.scope,
      validFrom: from.value,
      validUntil,
    }
    const checked = checkPeriod(renewed)
    if (!checked.ok) return checked
    const entered = await enter(work, { licences: [renewed] })
    return entered.ok ? ok({ licenceId: renewed.id }) : entered
  },
})
