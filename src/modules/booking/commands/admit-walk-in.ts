import { Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { plus } from '../../../kernel/time.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf, words } from '../../../platform/operation/schema.ts'
import { showPerson } from '../../people/index.ts'
import { askBooking } from '../../triage/index.ts'
import { priorities } from '../domain/queue-rules.ts'
import { planWalkIn } from '../domain/serve-now.ts'
import { visibleDaysAfter } from '../domain/visit.ts'
import { refuse } from '../refusals.ts'
import { findVisitPlace } from '../store/attendance.ts'
import { lockCalendars } from '../store/rota.ts'
import { insertVisit, lockVisit } from '../store/visit.ts'
import { arrive, queueNetwork, stepOutput } from './check-in-visit.ts'
import { prepareToday, serveRefusals } from './serve-today.ts'

/** Somebody comes without a visit: she joins the lane of an expert on duty, and is promised nobody's time. */
export const admitWalkIn = defineCommand({
  name: 'booking.admit-walk-in',
  zh: '接收未预约的患者',
  en: 'Admit a walk-in',
  permission: 'booking.queue.run',
  network: queueNetwork,
  input: T.Object({
    personId: idOf('person'),
    offeringId: idOf('offering'),
    siteId: idOf('site'),
    expertId: idOf('resource'),
    priority: T.Optional(words(priorities, 'queuePriority')),
    /** Why she is squeezed in, where the expert is promised to others. */
    squeezeReason: T.Optional(T.String({ minLength: 2, maxLength: 200, pattern: '\\S' })),
    /** Why she is admitted in spite of a danger sign; who may says so. */
    overrideReason: T.Optional(T.String({ minLength: 2, maxLength: 200, pattern: '\\S' })),
  }),
  output: stepOutput,
  refusals: [
    'platform.person-not-open',
    'triage.red-flag',
    'triage.assessment-unknown',
    ...serveRefusals,
    'booking.squeeze-needs-reason',
    'booking.person-busy',
  ],
  async run(work, { personId, offeringId, siteId, expertId, priority, squeezeReason, overrideReason }) {
    const opened = await openPerson(work, personId)
    if (!opened.ok) return opened
    const triaged = await askBooking(work, personId, { overrideReason })
    if (!triaged.ok) return triaged
    const prepared = await prepareToday(work, { offeringId, siteId, expertId, others: null }, work.now)
    if (!prepared.ok) return prepared
    const { offering, expert, day } = prepared.value
    const planned = planWalkIn({ siteId, expert, startsAt: work.now }, offering, day)
    if (!planned.ok) return planned
    const { plan, squeezed } = planned.value
    if (squeezed && !squeezeReason) return refuse('booking.squeeze-needs-reason', { expert: expert.name })
    await lockCalendars(work, [expertId])
    const visitId = work.newId<'visit'>()
    const owners = [offering.ownerId, plan.hostId, work.actor.institutionId, ...plan.resources.map(({ ownerId }) => ownerId)]
    const institutionIds = [...new Set(owners.filter((id): id is Id<'institution'> => id !== null))]
    const row = {
      id: visitId,
      networkId: offering.networkId,
      personId,
      offeringId,
      institutionIds,
      status: 'arrived' as const,
      heldUntil: null,
      ...triaged.value,
    }
    const inserted = await insertVisit(work, row, plan, offering.setupMinutes)
    if (!inserted.ok) return inserted
    await showPerson(work, {
      personId,
      institutionIds,
      reason: 'visit',
      subjectId: visitId,
      until: plus(plan.until, { days: visibleDaysAfter }),
    })
    const visit = present(await lockVisit(work, visitId), 'the visit just made')
    const place = present(await findVisitPlace(work, visitId), 'the visit just made')
    const ticket = await arrive(work, visit, place, { priority, walkIn: true, squeezeReason: squeezed ? (squeezeReason ?? null) : null })
    return ok({ visitId, status: 'waiting' as const, ticket, version: visit.version })
  },
})
