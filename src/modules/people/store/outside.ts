import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { column, type Seek, type Sought, seeking } from '../../../platform/seek/index.ts'
import type { FactFlag, FactKind, FactStatus } from '../domain/fact.ts'
import type { Sex } from '../domain/person.ts'
import type { Sight } from '../domain/sight.ts'
import { seen } from './portrait.ts'

/** A person as an outside system reads her: whole where she is open, as on her card in lists. */
export type OutsidePerson = {
  readonly id: Id<'person'>
  readonly name: string
  readonly namePinyin: string
  readonly sex: Sex
  readonly birthDate: PlainDate
  /** The last four alone on a card. */
  readonly phone: string | null
  readonly idNumber: string | null
  readonly isCard: boolean
}

/** The opened person. Her id is asked for once: a list of ids beside it would be planned anew with every read. */
export async function findOutsidePerson({ db }: Work, personId: Id<'person'>, { ids, ...seek }: Seek): Promise<OutsidePerson[]> {
  if (ids && !ids.includes(personId)) return []
  const persons: Sought = {
    id: 'p.id',
    fields: { birthDate: column('p.birth_date', 'date'), sex: column('p.sex', 'text'), name: column('p.name', 'text') },
  }
  const { rows } = await sql<OutsidePerson>`
    select p.id, p.name, p.name_pinyin, p.sex, p.birth_date, p.phone, i.value as id_number, false as is_card
    from people.person p left join people.identifier i on i.person_id = p.id and i.system = 'resident-id'
    where p.id = ${personId} and ${seeking({ ...seek, ids: null }, persons)}`.execute(db)
  return rows
}

/** Cards of the acting institution by what they are found by; without a token only by their ids. */
export async function findOutsideCards({ db, now, actor }: Work, seek: Seek): Promise<OutsidePerson[]> {
  const own = actor.institutionId
  const token = (condition: { among: readonly string[] } | { begins: string } | { from: string | null }) => {
    const fits =
      'among' in condition
        ? sql`t.token = any (${[...condition.among]}::text[])`
        : sql`t.token >= ${'begins' in condition ? condition.begins : ''} and t.token < ${`${'begins' in condition ? condition.begins : ''}\u{10FFFF}`}`
    return sql`c.person_id in (select t.person_id from people.search_token t where t.institution_id = ${own} and ${fits})`
  }
  const cards: Sought = {
    id: 'c.person_id',
    fields: {
      token,
      family: (condition) => {
        const begins = 'begins' in condition ? condition.begins : ''
        return sql`(starts_with(c.name, ${begins}) or starts_with(replace(c.name_pinyin, ' ', ''), ${begins}))`
      },
      birthDate: column('c.birth_date', 'date'),
      sex: column('c.sex', 'text'),
    },
  }
  const { rows } = await sql<OutsidePerson>`
    select c.person_id as id, c.name, c.name_pinyin, c.sex, c.birth_date, c.phone_last_four as phone, null as id_number, true as is_card
    from people.card c where c.institution_id = ${own} and c.visible_until > ${now} and ${seeking(seek, cards)}`.execute(db)
  return rows
}

export type OutsideFact = {
  readonly id: Id<'fact'>
  readonly personId: Id<'person'>
  readonly institutionId: Id<'institution'>
  readonly institution: string
  readonly kind: FactKind
  readonly status: FactStatus
  readonly codeSystem: string | null
  readonly code: string | null
  readonly nameZh: string | null
  readonly nameEn: string | null
  readonly value: number | null
  readonly unit: string | null
  readonly low: number | null
  readonly high: number | null
  readonly flag: FactFlag | null
  readonly note: string | null
  readonly happenedAt: Instant
  readonly endedAt: Instant | null
  readonly recordedAt: Instant
  readonly version: number
  readonly changedAt: Instant | null
  readonly sortedBy: Instant
}

const facts: Sought = {
  id: 'fact.id',
  sortedBy: { column: 'fact.happened_at', type: 'timestamptz' },
  fields: {
    code: column('fact.code', 'text'),
    codeWithSystem: column('fact.code_with_system', 'text'),
    status: column('fact.status', 'text'),
    category: column('fact.category', 'text'),
    happenedAt: column('fact.happened_at', 'timestamptz'),
    recordedAt: column('fact.recorded_at', 'timestamptz'),
  },
}

/** Facts of one kind of the opened person, as far as they are seen. */
export async function findOutsideFacts(
  { db }: Work,
  personId: Id<'person'>,
  sight: Sight,
  kind: FactKind,
  seek: Seek,
): Promise<OutsideFact[]> {
  const { rows } = await sql<OutsideFact>`
    select fact.id, fact.person_id, fact.institution_id, i.name_zh as institution, fact.kind, fact.status, fact.code_system, fact.code, fact.name_zh,
      fact.name_en, fact.value, fact.unit, fact.low, fact.high, fact.flag, fact.note, fact.happened_at, fact.ended_at, fact.recorded_at,
      fact.version, fact.changed_at, fact.happened_at as sorted_by
    from (select *, code_system || '|' || code as code_with_system,
        case code_system when 'vital-sign' then 'vital-signs' else 'laboratory' end as category
      from people.fact where person_id = ${personId} and kind = ${kind}) fact
    join network.published_institution i on i.id = fact.institution_id
    where ${seen(sight)} and ${seeking(seek, facts)}`.execute(db)
  return rows
}
