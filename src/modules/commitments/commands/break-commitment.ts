import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { scheduleDue } from '../../../platform/due/index.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { tellBoards } from '../board.ts'
import { breakIfDue, turnsAt } from '../domain.ts'
import { commitmentBroken, commitmentEscalated } from '../events.ts'
import { lockCommitment, saveCommitment } from '../store.ts'

export const breakKind = 'commitments.break-commitment'

/** The worker's: at the due time an open commitment breaks and goes to its next tier, and later to those above. */
export const breakCommitment = defineCommand({
  name: 'commitments.break-commitment',
  zh: '承诺到时',
  en: 'Break a commitment at its time',
  permission: 'commitments.commitment.break',
  network: 'the clock of any institution may break, and the commitment moves to another owner',
  input: T.Object({ commitmentId: idOf('commitment') }),
  output: T.Object({ broken: T.Boolean() }),
  refusals: [],
  async run(work, { commitmentId }) {
    const commitment = await lockCommitment(work, commitmentId as Id<'commitment'>)
    if (!commitment) return ok({ broken: false })
    const broken = breakIfDue(commitment, work.now)
    const turn = turnsAt(broken ?? commitment)
    if (turn) await scheduleDue(work, { at: turn, kind: breakKind, subject: commitment.id })
    if (!broken) return ok({ broken: false })
    await saveCommitment(work, broken)
    await tellBoards(work, commitment.ownerInstitutionId, broken.ownerInstitutionId)
    const subject = { commitmentId: commitment.id, kind: commitment.kind, subjectId: commitment.subjectId }
    if (commitment.state === 'running') await work.publish(commitmentBroken.of(commitment.id, subject))
    if (broken.steps.length < commitment.steps.length)
      await work.publish(commitmentEscalated.of(commitment.id, { ...subject, institutionId: broken.ownerInstitutionId, role: broken.role }))
    return ok({ broken: true })
  },
})
