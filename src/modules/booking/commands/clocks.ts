import type { Id } from '../../../kernel/id.ts'
import { plus } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { closeCommitment, promise } from '../../commitments/index.ts'
import { findOperator } from '../../network/index.ts'
import type { Attendance } from '../domain/attendance.ts'
import { queueRulesOn } from '../domain/queue-rules.ts'
import type { VisitPlace } from '../store/attendance.ts'

/** Who is here is owed the doctor within so many minutes, until he begins: a call alone ends no wait. */
export const waitKind = 'booking.wait'
/** Who is with the doctor is owed the planned minutes. */
export const consultationKind = 'booking.consultation'

type Owed = Pick<Attendance, 'ticket' | 'day' | 'plannedMinutes' | 'waitingSince'>
type At = Pick<VisitPlace, 'visitId' | 'personId' | 'networkId' | 'hostId' | 'offeringName'>

const labelOf = ({ ticket }: Owed, { offeringName }: At) => ({ zh: `${ticket} · ${offeringName.zh}`, en: `${ticket} · ${offeringName.en}` })

export async function beginWait(work: Work, owed: Owed, at: At): Promise<void> {
  await promise(work, {
    kind: waitKind,
    subjectId: at.visitId,
    owner: at.hostId,
    escalatesTo: await findOperator(work, at.networkId),
    person: at.personId,
    startsAt: owed.waitingSince,
    dueAt: plus(owed.waitingSince, { minutes: queueRulesOn(owed.day).waitMinutes }),
    role: 'butler',
    pausable: true,
    label: labelOf(owed, at),
  })
}

export const endWait = (work: Work, visitId: Id<'visit'>, how: 'kept' | 'withdrawn'): Promise<void> =>
  closeCommitment(work, waitKind, visitId, how)

export async function beginConsultation(work: Work, owed: Owed, at: At): Promise<void> {
  await promise(work, {
    kind: consultationKind,
    subjectId: at.visitId,
    owner: at.hostId,
    escalatesTo: null,
    person: at.personId,
    dueAt: plus(work.now, { minutes: owed.plannedMinutes }),
    measure: 'at-least',
    role: 'clinician',
    pausable: true,
    label: labelOf(owed, at),
  })
}

export const endConsultation = (work: Work, visitId: Id<'visit'>): Promise<void> => closeCommitment(work, consultationKind, visitId, 'kept')
