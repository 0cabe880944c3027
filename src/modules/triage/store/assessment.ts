import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Specialty } from '../../network/index.ts'
import type { Suggestion } from '../domain/assess.ts'
import type { Facts } from '../domain/facts.ts'
import type { Level } from '../domain/level.ts'
import type { RedFlagKey } from '../domain/red-flags.ts'
import type { TriageTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<TriageTables>()

type Inputs = Omit<Facts, 'complaint'>
type Evidence = Pick<Suggestion, 'responseMinutes' | 'grounds' | 'symptoms' | 'vitalSigns'> & {
  readonly signs: readonly { readonly zh: string; readonly en: string }[]
}

export type AssessmentRow = {
  readonly id: Id<'assessment'>
  readonly personId: Id<'person'>
  readonly madeAt: Instant
  readonly complaint: string
  readonly inputs: Inputs
  readonly ruleVersion: string
  readonly level: Level
  readonly specialties: Specialty[]
  readonly redFlags: RedFlagKey[]
  readonly evidence: Evidence
  readonly institutionZh: string | null
  readonly institutionEn: string | null
  readonly decidedLevel: Level | null
  readonly decidedSpecialty: Specialty | null
  readonly decidedAt: Instant | null
}

export type NewAssessment = {
  readonly id: Id<'assessment'>
  readonly personId: Id<'person'>
  readonly facts: Facts
  readonly suggestion: Suggestion
}

/** Keeps what was suggested with a snapshot of all it was made from. */
export async function insertAssessment(work: Work, { id, personId, facts, suggestion }: NewAssessment): Promise<void> {
  const { complaint, ...inputs } = facts
  const { ruleVersion, level, specialties, redFlags, responseMinutes, grounds, symptoms, vitalSigns } = suggestion
  const evidence: Evidence = { responseMinutes, grounds, symptoms, vitalSigns, signs: redFlags.map(({ sign }) => sign) }
  const { institutionId, accountId } = work.actor
  await tables(work)
    .insertInto('triage.assessment')
    .values({
      id,
      personId,
      institutionId,
      madeAt: work.now,
      madeByAccount: accountId,
      complaint,
      inputs: JSON.stringify(inputs),
      ruleVersion,
      level,
      specialties: [...specialties],
      redFlags: redFlags.map(({ redFlag }) => redFlag),
      evidence: JSON.stringify(evidence),
      decidedLevel: null,
      decidedSpecialty: null,
      decidedAt: null,
      decidedByAccount: null,
      decidedAtInstitution: null,
    })
    .execute()
}

const columns = sql`a.id, a.person_id, a.made_at, a.complaint, a.inputs, a.rule_version, a.level, a.specialties, a.red_flags, a.evidence,
  i.name_zh as institution_zh, i.name_en as institution_en, a.decided_level, a.decided_specialty, a.decided_at`
const table = sql`triage.assessment a left join network.published_institution i on i.id = a.institution_id`

export async function findAssessmentRow(work: Work, personId: Id<'person'>, id: Id<'assessment'>): Promise<AssessmentRow | undefined> {
  const { rows } = await sql<AssessmentRow>`select ${columns} from ${table} where a.id = ${id} and a.person_id = ${personId}`.execute(
    work.db,
  )
  return rows[0]
}

/** Assessments of a person, the newest first, by time and key. */
export async function listAssessmentRows(
  work: Work,
  personId: Id<'person'>,
  before: { readonly madeAt: string; readonly id: string } | null,
  limit: number,
): Promise<AssessmentRow[]> {
  const { rows } = await sql<AssessmentRow>`select ${columns} from ${table} where a.person_id = ${personId}
      and (a.made_at, a.id) < (${before?.madeAt ?? 'infinity'}::timestamptz, ${before?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
    order by a.made_at desc, a.id desc limit ${limit}`.execute(work.db)
  return rows
}

/** Locks an assessment of a person; whether it was decided already. */
export async function lockAssessment(
  work: Work,
  personId: Id<'person'>,
  id: Id<'assessment'>,
): Promise<{ readonly decided: boolean } | undefined> {
  const { rows } = await sql<{ decided: boolean }>`
    select decided_at is not null as decided from triage.assessment where id = ${id} and person_id = ${personId} for update`.execute(
    work.db,
  )
  return rows[0]
}

/** Writes what the doctor decided beside the suggestion. */
export async function writeDecision(
  work: Work,
  id: Id<'assessment'>,
  { level, specialty }: { readonly level: Level; readonly specialty: Specialty },
): Promise<void> {
  const { accountId, institutionId } = work.actor
  await tables(work)
    .updateTable('triage.assessment')
    .set({
      decidedLevel: level,
      decidedSpecialty: specialty,
      decidedAt: work.now,
      decidedByAccount: accountId,
      decidedAtInstitution: institutionId,
    })
    .where('id', '=', id)
    .execute()
}
