import { createHash } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import type { Fact } from '../../people/index.ts'
import { refuse } from '../refusals.ts'
import { takenSigns, type Vitals, vitalSigns } from './vital-sign.ts'

export const noteStates = ['draft', 'signed'] as const
export type NoteState = (typeof noteStates)[number]
export const certainties = ['suspected', 'confirmed'] as const

/** A diagnosis of ICD-10; the first of a note is the main one. */
export type Diagnosis = {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly certainty: (typeof certainties)[number]
}
/** What a note says, section by section. */
export type NoteContent = {
  readonly complaint: string
  readonly history: string
  readonly examination: string
  readonly vitals: Vitals
  readonly assessment: string
  readonly diagnoses: readonly Diagnosis[]
  readonly plan: string
}
export type Note = {
  readonly id: Id<'note'>
  readonly visitId: Id<'visit'>
  readonly personId: Id<'person'>
  /** The author's: another institution of the visit writes its own. */
  readonly institutionId: Id<'institution'>
  readonly state: NoteState
  readonly content: NoteContent
  readonly version: number
  readonly savedAt: Instant
  readonly savedBy: Id<'account'>
  readonly signedAt: Instant | null
  readonly signedBy: Id<'account'> | null
  readonly contentHash: string | null
}

/** The draft with new content; who wrote on an older state is told that it moved on. */
export function saveOver(note: Note, content: NoteContent, version: number, { accountId }: Actor, now: Instant) {
  if (note.state === 'signed') return refuse('care.note-signed')
  if (note.version !== version) return refuse('care.note-moved-on')
  return ok<Note>({ ...note, content, version: version + 1, savedAt: now, savedBy: accountId })
}

/** Signs what is there: a complaint and a diagnosis at least; from then on nothing of it changes. */
export function sign(note: Note, version: number, { accountId }: Actor, now: Instant) {
  if (note.state === 'signed') return refuse('care.note-signed')
  if (note.version !== version) return refuse('care.note-moved-on')
  if (note.content.complaint.trim() === '') return refuse('care.note-without-complaint')
  if (note.content.diagnoses.length === 0) return refuse('care.note-without-diagnosis')
  const signed = { ...note, state: 'signed' as const, version: version + 1, signedAt: now, signedBy: accountId }
  return ok<Note>({ ...signed, contentHash: sealOf(signed) })
}

/** The seal of a signed note: SHA-256 over what it says, of whom, by whom and when, in a fixed order. */
export function sealOf({ visitId, personId, institutionId, content, signedAt, signedBy }: Omit<Note, 'contentHash'>): string {
  const { complaint, history, examination, vitals, assessment, diagnoses, plan } = content
  const findings = diagnoses.map(({ code, name, certainty }) => [code, name.zh, name.en, certainty])
  return hashOf([
    visitId,
    personId,
    institutionId,
    signedAt,
    signedBy,
    complaint,
    history,
    examination,
    takenSigns(vitals),
    assessment,
    findings,
    plan,
  ])
}

/** The seal of an addendum, which rests on the seal of its note. */
export const sealOfAddendum = (note: Pick<Note, 'contentHash'>, text: string, signedAt: Instant, signedBy: string): string =>
  hashOf([note.contentHash, text, signedAt, signedBy])

const hashOf = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** What the portrait learns of a signed note: the visit, its diagnoses, its vital signs. */
export function factsOf(note: Note, happenedAt: Instant): Fact[] {
  const { id, visitId, personId, institutionId, content } = note
  const base = {
    personId,
    institutionId,
    value: null,
    unit: null,
    low: null,
    high: null,
    flag: null,
    note: null,
    happenedAt,
    endedAt: null,
  }
  const main = content.diagnoses[0]
  const visit: Fact = {
    ...base,
    kind: 'visit',
    status: 'ended',
    code: null,
    name: { zh: content.complaint, en: null },
    note: main ? `${main.code} ${main.name.zh} / ${main.name.en}` : null,
    endedAt: note.signedAt,
    source: 'care.visit',
    sourceId: `${visitId}/${institutionId}`,
  }
  const problems = content.diagnoses.map(
    ({ code, name, certainty }): Fact => ({
      ...base,
      kind: 'problem',
      status: 'active',
      code: { system: 'icd-10', code },
      name,
      note: certainty === 'suspected' ? '疑似 / suspected' : null,
      source: 'care.note',
      sourceId: `${id}/problem/${code}`,
    }),
  )
  const measurements = takenSigns(content.vitals).map(([sign, value]): Fact => {
    const { zh, en, unit } = vitalSigns[sign]
    return {
      ...base,
      kind: 'measurement',
      status: 'active',
      code: { system: 'vital-sign', code: sign },
      name: { zh, en },
      value,
      unit,
      source: 'care.note',
      sourceId: `${id}/vital/${sign}`,
    }
  })
  return [visit, ...problems, ...measurements]
}
