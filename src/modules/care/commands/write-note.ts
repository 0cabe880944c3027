import { Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import { ok } from '../../../kernel/result.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf, instant } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { recordDiagnoses } from '../../billing/index.ts'
import { recordFacts } from '../../people/index.ts'
import { factsOf, type Note, saveOver, sealOfAddendum, sign } from '../domain/note.ts'
import { noteSigned } from '../events.ts'
import { refuse } from '../refusals.ts'
import { insertAddendum, insertNote, lockNote, saveNote } from '../store/note.ts'
import { tellVisit } from '../topics.ts'
import { attendedVisit } from './attended-visit.ts'
import { contentInput, readContent } from './note-input.ts'

const permission = 'care.note.write'
const version = T.Integer({ minimum: 0, description: 'of the draft that was changed; 0 before the first save' })
const output = T.Object({ noteId: idOf('note'), version: T.Integer(), savedAt: instant })
const answerOf = ({ id, version, savedAt }: Note) => ok({ noteId: id, version, savedAt })

/** Keeps what is written so far; the first save opens the person, and is written down. */
export const saveDraft = defineCommand({
  name: 'care.save-draft',
  zh: '保存病历草稿',
  en: 'Save a draft',
  permission,
  input: T.Object({ visitId: idOf('visit'), version, content: contentInput }),
  output,
  refusals: [
    'platform.not-found',
    'platform.person-not-open',
    'care.note-moved-on',
    'care.note-signed',
    'care.diagnosis-unknown',
    'care.vital-implausible',
    'care.pressure-reversed',
  ],
  async run(work, { visitId, version, content: written }) {
    const visit = await attendedVisit(work, visitId)
    if (!visit.ok) return visit
    const { personId, institutionId } = visit.value
    const content = await readContent(work, written)
    if (!content.ok) return content
    await recordDiagnoses(work, institutionId, { visitId, personId, codes: content.value.diagnoses.map(({ code }) => code) })
    const known = await lockNote(work, visitId, institutionId)
    if (known) {
      const saved = saveOver(known, content.value, version, work.actor, work.now)
      if (!saved.ok) return saved
      await saveNote(work, saved.value)
      return answerOf(saved.value)
    }
    const opened = await openPerson(work, personId)
    if (!opened.ok) return opened
    const note: Note = {
      id: work.newId(),
      visitId,
      personId,
      institutionId,
      state: 'draft',
      content: content.value,
      version: 1,
      savedAt: work.now,
      savedBy: work.actor.accountId,
      signedAt: null,
      signedBy: null,
      contentHash: null,
    }
    return version === 0 && (await insertNote(work, note)) ? answerOf(note) : refuse('care.note-moved-on')
  },
})

/** Seals the draft as it was last saved; the portrait learns what it says in the same transaction. */
export const signNote = defineCommand({
  name: 'care.sign-note',
  zh: '签署病历',
  en: 'Sign a note',
  permission,
  input: T.Object({ visitId: idOf('visit'), version }),
  output: T.Object({ noteId: idOf('note'), version: T.Integer(), contentHash: T.String() }),
  refusals: [
    'platform.not-found',
    'platform.person-not-open',
    'care.visit-not-begun',
    'care.note-moved-on',
    'care.note-signed',
    'care.note-without-complaint',
    'care.note-without-diagnosis',
  ],
  async run(work, { visitId, version }) {
    const visit = await attendedVisit(work, visitId)
    if (!visit.ok) return visit
    const { personId, institutionId, startedAt } = visit.value
    const opened = await openPerson(work, personId)
    if (!opened.ok) return opened
    if (startedAt === null) return refuse('care.visit-not-begun')
    const note = await lockNote(work, visitId, institutionId)
    if (!note) return refusePlatform('platform.not-found')
    const signed = sign(note, version, work.actor, work.now)
    if (!signed.ok) return signed
    const { id, contentHash } = signed.value
    await saveNote(work, signed.value)
    await recordFacts(work, factsOf(signed.value, startedAt))
    await tellVisit(work, visitId)
    await work.publish(noteSigned.of(id, { noteId: id, visitId }))
    return ok({ noteId: id, version: signed.value.version, contentHash: present(contentHash, 'the seal of a signed note') })
  },
})

/** Adds to a signed note; what is added is signed as it is written. */
export const addAddendum = defineCommand({
  name: 'care.add-addendum',
  zh: '病历附注',
  en: 'Add to a signed note',
  permission,
  input: T.Object({ visitId: idOf('visit'), text: T.String({ minLength: 2, maxLength: 20_000 }) }),
  output: T.Object({ addendumId: idOf('addendum') }),
  refusals: ['platform.not-found', 'platform.person-not-open', 'care.note-not-signed'],
  async run(work, { visitId, text }) {
    const visit = await attendedVisit(work, visitId)
    if (!visit.ok) return visit
    const { personId, institutionId } = visit.value
    const opened = await openPerson(work, personId)
    if (!opened.ok) return opened
    const note = await lockNote(work, visitId, institutionId)
    if (!note) return refusePlatform('platform.not-found')
    if (note.state !== 'signed') return refuse('care.note-not-signed')
    const { accountId } = work.actor
    const id = work.newId<'addendum'>()
    const contentHash = sealOfAddendum(note, text, work.now, accountId)
    await insertAddendum(work, { id, noteId: note.id, personId, institutionId, text, signedAt: work.now, signedBy: accountId, contentHash })
    await tellVisit(work, visitId)
    return ok({ addendumId: id })
  },
})
