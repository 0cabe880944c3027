import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import { violates } from '../../../platform/database/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Note } from '../domain/note.ts'
import type { CareTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<CareTables>()
const columns = [
  'id',
  'visitId',
  'personId',
  'institutionId',
  'state',
  'content',
  'version',
  'savedAt',
  'savedBy',
  'signedAt',
  'signedBy',
  'contentHash',
] as const

/** The first draft; false: a colleague of the same institution was faster. */
export async function insertNote(work: Work, note: Note): Promise<boolean> {
  try {
    await tables(work)
      .insertInto('care.note')
      .values({ ...note, content: JSON.stringify(note.content) })
      .execute()
    return true
  } catch (error) {
    if (violates(error, 'one_note_per_visit_and_institution')) return false
    throw error
  }
}

/** The note of one institution on a visit, locked. */
export async function lockNote(work: Work, visitId: Id<'visit'>, institutionId: Id<'institution'>): Promise<Note | undefined> {
  const query = tables(work).selectFrom('care.note').select(columns).where('visitId', '=', visitId)
  return (await query.where('institutionId', '=', institutionId).forUpdate().executeTakeFirst()) as Note | undefined
}

/** The notes of a visit that the actor may read: her institution's, and what others have signed. */
export async function listNotes(work: Work, visitId: Id<'visit'>): Promise<Note[]> {
  return (await tables(work)
    .selectFrom('care.note')
    .select(columns)
    .where('visitId', '=', visitId)
    .orderBy('savedAt')
    .execute()) as unknown as Note[]
}

export async function saveNote(work: Work, { id, content, ...note }: Note): Promise<void> {
  const { state, version, savedAt, savedBy, signedAt, signedBy, contentHash } = note
  await tables(work)
    .updateTable('care.note')
    .set({ content: JSON.stringify(content), state, version, savedAt, savedBy, signedAt, signedBy, contentHash })
    .where('id', '=', id)
    .execute()
}

export type Addendum = {
  readonly id: Id<'addendum'>
  readonly noteId: Id<'note'>
  readonly text: string
  readonly signedAt: Instant
  readonly signedBy: Id<'account'>
  readonly contentHash: string
}

export async function insertAddendum(work: Work, addendum: Addendum & Pick<Note, 'personId' | 'institutionId'>): Promise<void> {
  await tables(work).insertInto('care.addendum').values(addendum).execute()
}

export async function listAddenda(work: Work, noteIds: readonly Id<'note'>[]): Promise<Addendum[]> {
  if (noteIds.length === 0) return []
  return tables(work)
    .selectFrom('care.addendum')
    .select(['id', 'noteId', 'text', 'signedAt', 'signedBy', 'contentHash'])
    .where('noteId', 'in', [...noteIds])
    .orderBy('signedAt')
    .execute()
}
