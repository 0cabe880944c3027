import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { watchPerson } from '../../../platform/grant/index.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery, type Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { findAccountNames } from '../../../platform/session/index.ts'
import { visitStatuses } from '../../booking/index.ts'
import { ageOn, findActiveFacts, sexes } from '../../people/index.ts'
import { attendedVisit } from '../commands/attended-visit.ts'
import { contentView } from '../commands/note-input.ts'
import { isNoneKnown } from '../domain/allergy.ts'
import { type Note, noteStates } from '../domain/note.ts'
import { findCard, findInstitutionNames } from '../store/department.ts'
import { listAddenda, listNotes } from '../store/note.ts'
import { listOrdersOfVisit } from '../store/order.ts'
import { findResults } from '../store/result.ts'
import { consultationTopic } from '../topics.ts'
import { orderView, viewOfOrder } from './views.ts'

const noteView = T.Object({
  noteId: idOf('note'),
  institution: bilingual,
  state: words(noteStates, 'noteState'),
  content: contentView,
  version: T.Integer(),
  savedAt: instant,
  savedBy: bilingual,
  signedAt: nullable(instant),
  signedBy: nullable(bilingual),
  contentHash: nullable(T.String()),
  addenda: T.Array(T.Object({ id: idOf('addendum'), text: T.String(), signedAt: instant, signedBy: bilingual })),
})
const allergyView = T.Object({
  /** Of an allergy that this room recorded: it can be refuted. */
  allergyId: nullable(idOf('allergy')),
  name: bilingual,
  reaction: nullable(T.String()),
  institution: bilingual,
})

/** All that a clinician needs at hand in one visit: who she is, what she must not get, the note, the orders and what came of them. */
export const showConsultation = defineQuery({
  name: 'care.show-consultation',
  zh: '门诊工作台',
  en: 'A consultation',
  permission: 'care.consultation.open',
  input: T.Object({ visitId: idOf('visit') }),
  output: T.Object({
    live: liveView,
    visitId: idOf('visit'),
    visitVersion: T.Integer(),
    status: words(visitStatuses, 'visitStatus'),
    startedAt: nullable(instant),
    /** Null: she is not checked in. */
    plannedMinutes: nullable(T.Integer()),
    person: T.Object({
      personId: idOf('person'),
      name: T.String(),
      sex: words(sexes, 'sex'),
      birthDate: plainDate,
      ageYears: T.Integer(),
    }),
    /** `none-known`: she was asked; `unasked`: nobody has written anything. */
    allergyState: words(['known', 'none-known', 'unasked'], 'allergyState'),
    allergies: T.Array(allergyView),
    /** Of the acting institution; null: nothing is written yet. */
    note: nullable(noteView),
    /** What other institutions of the visit have signed. */
    otherNotes: T.Array(noteView),
    /** The basket and what was signed, in the order in which they were made. */
    orders: T.Array(orderView),
  }),
  refusals: ['platform.not-found', 'platform.person-not-open'],
  async run(work, { visitId }) {
    const live = await includes(work, consultationTopic, visitId)
    const visit = await attendedVisit(work, visitId)
    if (!visit.ok) return visit
    const { personId, institutionId, version, status, startedAt, plannedMinutes } = visit.value
    const opened = await watchPerson(work, personId)
    if (!opened.ok) return opened
    const card = await findCard(work, personId)
    if (!card) return refuse('platform.person-not-open')
    const notes = await readNotes(work, visitId)
    const known = await readAllergies(work, personId)
    return ok({
      live,
      visitId,
      visitVersion: version,
      status,
      startedAt,
      plannedMinutes,
      person: { personId, ...card, ageYears: ageOn(card.birthDate, dateIn(defaultZone, work.now)) },
      ...known,
      note: notes.find((note) => note.institutionId === institutionId)?.view ?? null,
      otherNotes: notes.filter((note) => note.institutionId !== institutionId).map(({ view }) => view),
      orders: await readOrders(work, visitId, institutionId),
    })
  },
})

const unnamed = { zh: '', en: '' }

async function readNotes(work: Work, visitId: Id<'visit'>) {
  const notes = await listNotes(work, visitId)
  const addenda = await listAddenda(
    work,
    notes.map(({ id }) => id),
  )
  const people = await findAccountNames(work, [
    ...notes.flatMap(({ savedBy, signedBy }) => [savedBy, ...(signedBy ? [signedBy] : [])]),
    ...addenda.map(({ signedBy }) => signedBy),
  ])
  const houses = await findInstitutionNames(
    work,
    notes.map(({ institutionId }) => institutionId),
  )
  const nameOf = (id: string) => people.get(id) ?? unnamed
  const viewOf = ({ id: noteId, institutionId, state, content, version, savedAt, savedBy, signedAt, signedBy, contentHash }: Note) => ({
    noteId,
    institution: houses.get(institutionId) ?? unnamed,
    state,
    content: { ...content, diagnoses: [...content.diagnoses], vitals: { ...content.vitals } },
    version,
    savedAt,
    savedBy: nameOf(savedBy),
    signedAt,
    signedBy: signedBy && nameOf(signedBy),
    contentHash,
    addenda: addenda
      .filter((one) => one.noteId === noteId)
      .map(({ id, text, signedAt, signedBy }) => ({ id, text, signedAt, signedBy: nameOf(signedBy) })),
  })
  return notes.map((note) => ({ institutionId: note.institutionId, view: viewOf(note) }))
}

async function readAllergies(work: Work, personId: Id<'person'>) {
  const facts = await findActiveFacts(work, personId, 'allergy')
  const known = facts.filter((fact) => !isNoneKnown(fact))
  const houses = await findInstitutionNames(
    work,
    known.map(({ institutionId }) => institutionId),
  )
  const state = known.length > 0 ? ('known' as const) : facts.length > 0 ? ('none-known' as const) : ('unasked' as const)
  return {
    allergyState: state,
    allergies: known.map(({ name, note, institutionId, source, sourceId }) => ({
      allergyId: source === 'care.allergy' ? (sourceId as Id<'allergy'>) : null,
      name: { zh: name.zh ?? name.en ?? '', en: name.en ?? name.zh ?? '' },
      reaction: note,
      institution: houses.get(institutionId) ?? unnamed,
    })),
  }
}

/** The basket of the acting institution, and what any institution of the visit has signed. */
async function readOrders(work: Work, visitId: Id<'visit'>, institutionId: Id<'institution'>) {
  const orders = (await listOrdersOfVisit(work, visitId)).filter(({ state, ordererId }) => state !== 'draft' || ordererId === institutionId)
  const names = await findInstitutionNames(
    work,
    orders.map(({ performerId }) => performerId),
  )
  const results = await findResults(
    work,
    orders.map(({ id }) => id),
  )
  return orders.map((order) => viewOfOrder(order, names, results.get(order.id)))
}
