import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf, plainDate } from '../../../platform/operation/schema.ts'
import { endVersion } from '../domain/agreement.ts'
import { agreementEnded } from '../events.ts'
import { refuse } from '../refusals.ts'
import { saveEnd, saveVersion } from '../store/agreement.ts'
import { forgetSignatures, lockOwn, network } from './signing.ts'

/** Ends an agreement with a last day: what is in force ends with it, what has not begun is withdrawn. */
export const endAgreement = defineCommand({
  name: 'agreements.end-agreement',
  zh: '终止协议',
  en: 'End an agreement',
  permission: 'agreements.version.sign',
  network,
  input: T.Object({ agreementId: idOf('agreement'), lastDay: plainDate, reason: T.String({ minLength: 2, maxLength: 200 }) }),
  output: T.Object({ agreementId: idOf('agreement') }),
  refusals: ['platform.not-found', 'agreements.ended', 'agreements.nothing-signed', 'agreements.day-past'],
  async run(work, { agreementId, lastDay, reason }) {
    const found = await lockOwn(work, agreementId)
    if (!found.ok) return found
    const { agreement, versions } = found.value
    if (agreement.endedOn) return refuse('agreements.ended', { lastDay: agreement.endedOn })
    if (!versions.some(({ state }) => state === 'signed')) return refuse('agreements.nothing-signed')
    if (lastDay < dateIn(defaultZone, work.now)) return refuse('agreements.day-past', { lastDay })
    await saveEnd(work, agreementId, lastDay, reason)
    for (const version of versions) {
      const after = endVersion(version, lastDay, reason)
      if (after !== version) await saveVersion(work, after)
    }
    await forgetSignatures(
      work,
      versions.filter(({ state }) => state === 'proposed').map(({ id }) => id),
    )
    await work.publish(agreementEnded.of(agreementId, { agreementId, lastDay }))
    return ok({ agreementId })
  },
})
