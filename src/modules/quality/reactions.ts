import { Type as T } from 'typebox'
import type { Reaction } from '../../platform/operation/index.ts'
import { nullable } from '../../platform/operation/schema.ts'
import { recheckKind } from './commands/answer-rectification.ts'
import { noteEscalation } from './commands/note-escalation.ts'
import { rectificationKind } from './commands/open-findings.ts'

type Escalated = { kind: string; subjectId: string; institutionId: string; role: string | null }

/** A rectification, or looking at it again, was late: its history says to whom it went. */
export const noteEscalatedRectification: Reaction = {
  subscriber: 'quality.note-escalation',
  event: 'commitments.commitment-escalated.v1',
  reads: T.Object({ kind: T.String(), subjectId: T.String(), institutionId: T.String(), role: nullable(T.String()) }),
  command: noteEscalation,
  inputOf: ({ kind, subjectId, institutionId, role }: Escalated) =>
    kind === rectificationKind || kind === recheckKind ? { rectificationId: subjectId, institutionId, role } : null,
}
