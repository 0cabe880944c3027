import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf, nullable, plainDate } from '../../../platform/operation/schema.ts'
import { checkPeriod, renewedFrom } from '../domain/expiry.ts'
import { mayActFor } from '../domain/party.ts'
import { kindWords } from '../domain/place-kind.ts'
import { isInForce, nameIn } from '../domain/practice.ts'
import { refuse } from '../refusals.ts'
import { lockFiling } from '../store/ends.ts'
import { findPracticeFacts } from '../store/practice.ts'
import { enter, entryRefusals } from './enter.ts'
import { period, scope } from './input.ts'

const network = 'who registers parties files for any institution, and what ends soon becomes a commitment of that institution'
const output = T.Object({ filingId: idOf('filing') })

/** A filing by the institution where she will work beside her main one; without a scope it is that of her licence. */
export const filePractice = defineCommand({
  name: 'network.file-practice',
  zh: '办理执业备案',
  en: 'File a practitioner',
  permission: 'network.practice.file',
  network,
  input: T.Object({ practitionerId: idOf('practitioner'), institutionId: idOf('institution'), scope: T.Optional(scope), ...period }),
  output,
  refusals: [
    ...entryRefusals,
    'platform.not-permitted',
    'network.period-wrong',
    'network.licence-missing',
    'network.filing-beyond-licence',
    'network.filing-not-needed',
  ],
  async run(work, { practitionerId, institutionId, scope: asked, validFrom, validUntil }) {
    const permitted = mayActFor(work.actor, institutionId)
    if (!permitted.ok) return permitted
    const checked = checkPeriod({ validFrom, validUntil })
    if (!checked.ok) return checked
    const { licences, mainInstitutions, names } = await findPracticeFacts(work, [practitionerId], [institutionId])
    const main = mainInstitutions.get(practitionerId)
    if (main === undefined) return refuse('network.practitioner-unknown', { practitionerId })
    const practitioner = nameIn(names, practitionerId)
    if (main === institutionId) return refuse('network.filing-not-needed', { practitioner, institution: nameIn(names, institutionId) })
    const held = licences.get(practitionerId) ?? []
    const licence = held.find((one) => isInForce(one, validFrom)) ?? held.at(-1)
    if (!licence) return refuse('network.licence-missing', { party: practitioner, date: validFrom, renewer: nameIn(names, main) })
    const filed = asked ?? licence.scope
    const beyond = filed.find((one) => !licence.scope.includes(one))
    if (beyond) return refuse('network.filing-beyond-licence', { specialty: kindWords(beyond), practitioner })
    const filingId = work.newId<'filing'>()
    const entered = await enter(work, { filings: [{ id: filingId, practitionerId, institutionId, scope: filed, validFrom, validUntil }] })
    return entered.ok ? ok({ filingId }) : entered
  },
})

/** A new last day: a filing of its own that begins the day after the old one, or today when that is past. */
export const renewFiling = defineCommand({
  name: 'network.renew-filing',
  zh: '备案续期',
  en: 'Renew a filing',
  permission: 'network.practice.file',
  network,
  input: T.Object({ filingId: idOf('filing'), validUntil: nullable(plainDate) }),
  output,
  refusals: [...entryRefusals, 'platform.not-permitted', 'network.filing-unknown', 'network.endless', 'network.period-wrong'],
  async run(work, { filingId, validUntil }) {
    const old = await lockFiling(work, filingId)
    if (!old) return refuse('network.filing-unknown', { filingId })
    const permitted = mayActFor(work.actor, old.institutionId)
    if (!permitted.ok) return permitted
    const from = renewedFrom(old, dateIn(defaultZone, work.now))
    if (!from.ok) return from
    const renewed = { ...old, id: work.newId<'filing'>(), validFrom: from.value, validUntil }
    const checked = checkPeriod(renewed)
    if (!checked.ok) return checked
    const entered = await enter(work, { filings: [renewed] })
    return entered.ok ? ok({ filingId: renewed.id }) : entered
  },
})
