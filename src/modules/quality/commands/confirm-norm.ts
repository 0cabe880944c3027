import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { closeCommitment } from '../../commitments/index.ts'
import { refuse } from '../refusals.ts'
import { findNorm, lockConfirmation, saveConfirmed } from '../store/norm.ts'
import { tellViewers } from '../topics.ts'
import { network } from './overseeing.ts'
import { normToConfirm } from './publish-norm.ts'

/** The acting institution says that it has read a version. */
export const confirmNorm = defineCommand({
  name: 'quality.confirm-norm',
  zh: '确认已阅规范',
  en: 'Confirm that a norm was read',
  permission: 'quality.norm.confirm',
  network,
  input: T.Object({ versionId: idOf('normVersion') }),
  output: T.Object({ versionId: idOf('normVersion') }),
  refusals: ['platform.not-found', 'quality.confirmed-already', 'quality.version-superseded'],
  async run(work, { versionId }) {
    const { institutionId } = work.actor
    const asked = institutionId ? await lockConfirmation(work, versionId, institutionId) : undefined
    if (!asked || !institutionId) return refusePlatform('platform.not-found')
    if (asked.confirmedAt) return refuse('quality.confirmed-already', { date: dateIn(defaultZone, asked.confirmedAt) })
    if (asked.state === 'superseded') return refuse('quality.version-superseded')
    await saveConfirmed(work, asked.id)
    await closeCommitment(work, normToConfirm, asked.id, 'kept')
    const norm = await findNorm(work, asked.normId)
    await tellViewers(work, norm ? [institutionId, norm.issuerId] : [institutionId])
    return ok({ versionId })
  },
})
