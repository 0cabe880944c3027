import { Type as T } from 'typebox'
import type { Reaction } from '../../platform/operation/index.ts'
import { expireHold } from './commands/change-visit.ts'
import { holdToConfirm } from './commands/hold-visit.ts'

/** A hold that nobody confirmed has broken its commitment: it is given back. */
export const giveBackBrokenHold: Reaction = {
  subscriber: 'booking.expire-hold',
  event: 'commitments.commitment-broken.v1',
  reads: T.Object({ kind: T.String(), subjectId: T.String() }),
  command: expireHold,
  inputOf: ({ kind, subjectId }: { kind: string; subjectId: string }) => (kind === holdToConfirm ? { visitId: subjectId } : null),
}
