import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { checkPeriod } from '../domain/expiry.ts'
import { mayActFor } from '../domain/party.ts'
import { refuse } from '../refusals.ts'
import { findLicensee } from '../store/ends.ts'
import { enter, entryRefusals } from './enter.ts'
import { licence } from './input.ts'

/** A licence of a party that is known already: its first one, or one with other days than those it has. */
export const addLicence = defineCommand({
  name: 'network.add-licence',
  zh: '登记执业证',
  en: 'Enter a licence',
  permission: 'network.practice.file',
  network: 'who registers parties enters it for any institution, and what ends soon becomes a commitment of that institution',
  input: T.Object({ partyId: T.String({ format: 'uuid' }), ...licence.properties }),
  output: T.Object({ licenceId: idOf('licence') }),
  refusals: [...entryRefusals, 'platform.not-permitted', 'network.party-unknown', 'network.period-wrong'],
  async run(work, { partyId, ...held }) {
    const ownerId = await findLicensee(work, partyId)
    if (!ownerId) return refuse('network.party-unknown', { partyId })
    const permitted = mayActFor(work.actor, ownerId)
    if (!permitted.ok) return permitted
    const checked = checkPeriod(held)
    if (!checked.ok) return checked
    const licenceId = work.newId<'licence'>()
    const entered = await enter(work, { licences: [{ ...held, id: licenceId, partyId }] })
    return entered.ok ? ok({ licenceId }) : entered
  },
})
