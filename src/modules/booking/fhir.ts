import type { Appointment, AppointmentParticipant, Encounter, Slot as FhirSlot } from '@medplum/fhirtypes'
import {
  codes,
  date,
  defineResource,
  type Opened,
  onlyNow,
  periodOf,
  person,
  reference,
  referTo,
  referToRow,
  systems,
  token,
  type Version,
} from '../../fhir/index.ts'
import type { Id } from '../../kernel/id.ts'
import { type Instant, plus } from '../../kernel/time.ts'
import type { Work } from '../../platform/operation/index.ts'
import type { Condition, Seek } from '../../platform/seek/index.ts'
import type { KeptStatus } from './domain/visit.ts'
import { findSlots, readSlotId, type Slot } from './queries/find-slots.ts'
import { findOutsideVisits, type OutsideVisit } from './store/outside.ts'

const permission = { staff: 'booking.visit.read', patient: 'booking.visit.read' } as const
const instead = {
  zh: '预约：先 POST /api/booking/visits 锁号，再确认；改期、取消、签到见 docs/reference/api.md。',
  en: 'Book with POST /api/booking/visits (a hold) and confirm it; docs/reference/api.md has cancelling and checking in.',
}
const kept = {
  zh: '每次状态变化一个版本，版本号即预约自己的版本；由谁在哪里服务按现状显示。',
  en: 'One version for each change of state, numbered as the visit is; who serves where is shown as it is now.',
}
const patientText = { zh: '就诊人：Patient/编号', en: 'the person: Patient/id' }
const byPatient = person(patientText)

type Status = NonNullable<Appointment['status']>
const appointmentStatus: Readonly<Record<KeptStatus, Status>> = {
  held: 'pending',
  booked: 'booked',
  arrived: 'arrived',
  called: 'checked-in',
  missed: 'checked-in',
  'in-progress': 'fulfilled',
  completed: 'fulfilled',
  cancelled: 'cancelled',
  'no-show': 'noshow',
}
type EncounterStatus = NonNullable<Encounter['status']>
const encounterStatus: Readonly<Record<KeptStatus, EncounterStatus>> = {
  held: 'planned',
  booked: 'planned',
  arrived: 'arrived',
  called: 'triaged',
  missed: 'arrived',
  'in-progress': 'in-progress',
  completed: 'finished',
  cancelled: 'cancelled',
  'no-show': 'cancelled',
}

/** The states of ours behind each one of FHIR. */
function statesBy(table: Readonly<Record<KeptStatus, string>>): Record<string, KeptStatus[]> {
  const states: Record<string, KeptStatus[]> = {}
  for (const [own, theirs] of Object.entries(table)) states[theirs] = [...(states[theirs] ?? []), own as KeptStatus]
  return states
}

const beforeArrival: readonly KeptStatus[] = ['held', 'booked']

/** What the visit was in each of its versions; one of before that was noted is its present state alone. */
function versionsOf(visit: OutsideVisit): readonly Version<OutsideVisit>[] {
  const { passed, status, version, madeAt } = visit
  const noted = passed.length > 0 ? passed : [{ version, status, at: madeAt }]
  return noted.map(({ version: number, status: was, at }) => {
    const began = visit.startedAt !== null && visit.startedAt <= at
    const over = visit.endedAt !== null && visit.endedAt <= at
    const then = {
      status: was,
      version: number,
      startedAt: began ? visit.startedAt : null,
      endedAt: over ? visit.endedAt : null,
      endedBecause: was === 'cancelled' ? visit.endedBecause : null,
    }
    return { id: String(number), at, row: { ...visit, ...then } }
  })
}

const find =
  (onlyAttended: boolean) =>
  (work: Work, seek: Seek, opened: Opened | null): Promise<OutsideVisit[]> =>
    findOutsideVisits(work, opened, onlyAttended, seek)

const served = ({ offeringCode, offering }: OutsideVisit) => ({
  coding: [{ system: systems.offering, code: offeringCode, display: offering.en }],
  text: offering.zh,
})
type Served = OutsideVisit['resources'][number]
const referToResource = ({ id, role, name }: Served) =>
  role === 'expert' ? referTo('Practitioner', id, name.zh) : referTo('Location', id, name.zh)
/** Devices are not among the types of this door. */
const shown = ({ resources }: OutsideVisit) => resources.filter(({ role }) => role !== 'device')

const byTime = date('date', { zh: '时间', en: 'when' })
const byPractitioner = reference('practitioner', { zh: '医生', en: 'who sees her' }, ['Practitioner'])
const byLocation = reference('location', { zh: '院区或房间', en: 'site or room' }, ['Location'])
const byOffering = token('offering', { zh: '服务编码', en: 'code of the offering' }, systems.offering)
const whereOrWho = ['date', 'practitioner', 'location'] as const
const sort = { by: 'date', newestFirst: true } as const

function participantsOf(visit: OutsideVisit): AppointmentParticipant[] {
  const status = visit.status === 'held' ? 'needs-action' : 'accepted'
  return [
    { actor: referTo('Patient', visit.personId), status },
    ...shown(visit).map((one) => ({ actor: referToResource(one), status }) as const),
    { actor: referTo('Location', visit.siteId, visit.site.zh), status },
  ]
}

const actorsOf = (type: string) => (appointment: Appointment) =>
  (appointment.participant ?? []).map(({ actor }) => actor).filter((actor) => actor?.reference?.startsWith(`${type}/`))

export const appointmentResource = defineResource<OutsideVisit>({
  type: 'Appointment',
  text: { zh: '预约，从锁号到结束', en: 'Visits, from the hold to the end.' },
  permission,
  about: 'person',
  parameters: {
    patient: byPatient,
    date: byTime,
    status: codes('status', { zh: '状态', en: 'status' }, statesBy(appointmentStatus)),
    practitioner: byPractitioner,
    actor: reference('location', { zh: '医生、院区或房间', en: 'who sees her, site or room' }, ['Practitioner', 'Location']),
    location: byLocation,
    'service-type': byOffering,
  },
  needs: ['patient', 'actor', ...whereOrWho],
  sort,
  includes: {
    patient: { target: 'Patient', of: actorsOf('Patient') },
    practitioner: { target: 'Practitioner', of: actorsOf('Practitioner') },
    location: { target: 'Location', of: actorsOf('Location') },
  },
  history: kept,
  instead,
  find: find(false),
  versions: versionsOf,
  map: (visit): Appointment => ({
    resourceType: 'Appointment',
    status: appointmentStatus[visit.status],
    ...(visit.endedBecause ? { cancelationReason: { coding: [{ system: 'urn:careloom:end-reason', code: visit.endedBecause }] } } : {}),
    serviceType: [served(visit)],
    start: visit.startsAt,
    end: visit.endsAt,
    created: visit.madeAt,
    participant: participantsOf(visit),
  }),
})

export const encounterResource = defineResource<OutsideVisit>({
  type: 'Encounter',
  text: { zh: '就诊，从签到到结束', en: 'Encounters, from the check-in to the end.' },
  permission,
  about: 'person',
  parameters: {
    patient: byPatient,
    subject: person(patientText),
    date: byTime,
    status: codes('status', { zh: '状态', en: 'status' }, statesBy(encounterStatus)),
    practitioner: byPractitioner,
    location: byLocation,
    appointment: reference('visit', { zh: '预约', en: 'the appointment' }, ['Appointment']),
    'service-provider': reference('host', { zh: '接诊机构', en: 'who delivers it' }, ['Organization']),
  },
  needs: ['patient', 'subject', 'appointment', ...whereOrWho],
  sort,
  includes: {
    patient: { target: 'Patient', of: ({ subject }: Encounter) => [subject] },
    practitioner: { target: 'Practitioner', of: ({ participant = [] }: Encounter) => participant.map(({ individual }) => individual) },
    location: { target: 'Location', of: ({ location = [] }: Encounter) => location.map(({ location: one }) => one) },
    appointment: { target: 'Appointment', of: ({ appointment = [] }: Encounter) => appointment },
    'service-provider': { target: 'Organization', of: ({ serviceProvider }: Encounter) => [serviceProvider] },
  },
  history: kept,
  instead,
  find: find(true),
  versions: (visit) => {
    const versions = versionsOf(visit)
    const arrived = versions.findIndex(({ row }) => !beforeArrival.includes(row.status))
    return versions.slice(Math.max(arrived, 0))
  },
  map: (visit): Encounter => ({
    resourceType: 'Encounter',
    status: encounterStatus[visit.status],
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB', display: 'ambulatory' },
    serviceType: served(visit),
    subject: referTo('Patient', visit.personId),
    appointment: [referToRow('Appointment', visit.personId, visit.id)],
    participant: shown(visit)
      .filter(({ role }) => role === 'expert')
      .map((one) => ({ individual: referToResource(one) })),
    ...(visit.startedAt ? { period: periodOf(visit.startedAt, visit.endedAt) } : {}),
    location: [
      { location: referTo('Location', visit.siteId, visit.site.zh) },
      ...shown(visit)
        .filter(({ role }) => role === 'room')
        .map((one) => ({ location: referToResource(one) })),
    ],
    serviceProvider: referTo('Organization', visit.hostId, visit.host.zh),
  }),
})

type Single = Exclude<Condition, { any: unknown }>
const singles = (conditions: readonly Condition[]): Single[] => conditions.flatMap((one) => ('any' in one ? singles(one.any) : [one]))

/** Stretches of the calendars that are asked for; without a time from now on. */
async function findFor(work: Work, { ids, conditions, after, descending, limit }: Seek): Promise<readonly Slot[]> {
  if (ids) {
    const [asked] = ids.flatMap((id) => readSlotId(id) ?? [])
    if (!asked) return []
    const found = await findSlots(work, [asked.resourceId], { from: asked.from, until: plus(asked.from, { minutes: 1 }) })
    return found.filter(({ id }) => ids.includes(id))
  }
  const given = singles(conditions)
  const calendars = given.flatMap((one) => ('among' in one && one.field === 'schedule' ? one.among : [])) as Id<'resource'>[]
  const spans = given.flatMap((one) => ('from' in one ? [one] : []))
  const from =
    spans
      .flatMap((span) => span.from ?? [])
      .toSorted()
      .at(-1) ?? work.now
  const until = spans.flatMap((span) => span.until ?? []).toSorted()[0] ?? plus(from as Instant, { days: 14 })
  const wanted = given.flatMap((one) => ('among' in one && one.field === 'status' ? [one.among] : []))
  const slots = (await findSlots(work, calendars, { from: from as Instant, until: until as Instant })).filter((slot) =>
    wanted.every((states) => states.includes(slot.isFree ? 'free' : 'busy')),
  )
  const ordered = descending ? slots.toReversed() : slots
  const place = after ? ordered.findIndex(({ id }) => id === after[1]) + 1 : 0
  return ordered.slice(place, place + limit)
}

export const slotResource = defineResource<Slot>({
  type: 'Slot',
  text: {
    zh: '医生日历上开放的时段，空闲或已占；现算现答，不存，谁占用不显示。成套可约的时间见 /api/booking/promises。',
    en: 'Stretches of a practitioner’s calendar, free or taken: computed when asked, never stored, and never saying by whom. Complete options are under /api/booking.',
  },
  permission: { staff: 'booking.offering.find', patient: 'booking.offering.find' },
  about: 'nobody',
  parameters: {
    schedule: reference(
      'schedule',
      { zh: '医生的日历：Schedule/医生编号', en: 'calendar of a practitioner: Schedule/<id of the practitioner>' },
      ['Schedule', 'Practitioner'],
    ),
    start: date('start', { zh: '开始时间，最多 31 天', en: 'when it begins, at most 31 days' }),
    status: codes('status', { zh: '空闲或已占', en: 'free or busy' }, { free: ['free'], busy: ['busy'] }),
  },
  needs: ['schedule'],
  sort: { by: 'start', newestFirst: false },
  includes: {},
  instead,
  find: findFor,
  findsInSteps: true,
  versions: (slot, now) => onlyNow<Slot>(() => now)(slot),
  map: ({ resourceId, name, kind, from, until, isFree }): FhirSlot => ({
    resourceType: 'Slot',
    specialty: [{ coding: [{ system: systems.specialty, code: kind }] }],
    schedule: { type: 'Schedule', identifier: { system: 'urn:careloom:calendar', value: resourceId }, display: name.zh },
    status: isFree ? 'free' : 'busy',
    start: from,
    end: until,
  }),
})

/** What this room shows of itself as FHIR. */
export const bookingResources = [appointmentResource, encounterResource, slotResource]
