import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf, nullable } from '../../../platform/operation/schema.ts'
import { appendStep, lockRectification } from '../store/rectification.ts'
import { tellRectification } from '../topics.ts'
import { network } from './overseeing.ts'

/** The system's: that a rectification was late and went one tier up stands in its history. */
export const noteEscalation = defineCommand({
  name: 'quality.note-escalation',
  zh: '记录整改上升一级',
  en: 'Note that a rectification went one tier up',
  permission: 'quality.rectification.note-escalation',
  network,
  input: T.Object({ rectificationId: idOf('rectification'), institutionId: idOf('institution'), role: nullable(T.String()) }),
  output: T.Object({ rectificationId: idOf('rectification') }),
  refusals: [],
  async run(work, { rectificationId, institutionId, role }) {
    const rectification = await lockRectification(work, rectificationId)
    if (!rectification) return ok({ rectificationId })
    await appendStep(work, rectification, { step: 'escalated', accountId: null, institutionId, role, note: null, evidence: [] })
    await tellRectification(work, rectification)
    return ok({ rectificationId })
  },
})
