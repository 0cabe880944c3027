import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { scheduleDue } from '../../../platform/due/index.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { tellBoards } from '../board.ts'
import { pause, resume } from '../domain.ts'
import { refuse } from '../refusals.ts'
import { lockCommitment, saveCommitment } from '../store.ts'
import { breakKind } from './break-commitment.ts'

const output = T.Object({ commitmentId: idOf('commitment'), version: T.Integer() })

export const pauseCommitment = defineCommand({
  name: 'commitments.pause-commitment',
  zh: '暂停计时',
  en: 'Pause a commitment',
  permission: 'commitments.commitment.pause',
  input: T.Object({ commitmentId: idOf('commitment'), version: T.Integer(), reason: T.String({ minLength: 2, maxLength: 200 }) }),
  output,
  refusals: ['commitments.moved-on', 'commitments.not-pausable', 'commitments.not-running', 'platform.not-found'],
  async run(work, { commitmentId, version, reason }) {
    const found = await lockAt(work, commitmentId, version)
    if (!found.ok) return found
    const paused = pause(found.value, reason, work.now)
    if (!paused.ok) return paused
    await saveCommitment(work, paused.value)
    await tellBoards(work, paused.value.ownerInstitutionId)
    return ok({ commitmentId, version: paused.value.version })
  },
})

export const resumeCommitment = defineCommand({
  name: 'commitments.resume-commitment',
  zh: '恢复计时',
  en: 'Resume a commitment',
  permission: 'commitments.commitment.pause',
  input: T.Object({ commitmentId: idOf('commitment'), version: T.Integer() }),
  output,
  refusals: ['commitments.moved-on', 'commitments.not-paused', 'platform.not-found'],
  async run(work, { commitmentId, version }) {
    const found = await lockAt(work, commitmentId, version)
    if (!found.ok) return found
    const resumed = resume(found.value, work.now)
    if (!resumed.ok) return resumed
    await saveCommitment(work, resumed.value)
    await tellBoards(work, resumed.value.ownerInstitutionId)
    await scheduleDue(work, { at: resumed.value.dueAt, kind: breakKind, subject: commitmentId })
    return ok({ commitmentId, version: resumed.value.version })
  },
})

async function lockAt(work: Work, commitmentId: Id<'commitment'>, version: number) {
  const commitment = await lockCommitment(work, commitmentId)
  if (!commitment) return refusePlatform('platform.not-found')
  return commitment.version === version ? ok(commitment) : refuse('commitments.moved-on')
}
