import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { compileTerms, type TermsInForce } from '../domain/compile.ts'
import type { AgreementVersion, Party } from '../domain/service.ts'

type Row = Omit<AgreementVersion, 'title'> & { readonly titleZh: string; readonly titleEn: string; readonly parties: readonly Party[] }
type Days = { readonly validFrom: PlainDate; readonly validUntil: PlainDate | null }

/** Agreements with the days on which they are in force. */
export type DatedTerms = readonly { readonly terms: TermsInForce; readonly days: Days }[]

/** Agreements in force in a network on any day of a span, by code. The caller has network scope: an agreement binds whoever the actor is. */
export async function findTermsInForce(work: Work, networkId: Id<'network'>, from: PlainDate, until: PlainDate): Promise<DatedTerms> {
  const { rows } = await sql<Days & { versionId: string }>`
    select v.id as version_id, v.valid_from, v.valid_until from agreements.version v join agreements.agreement a on a.id = v.agreement_id
    where a.network_id = ${networkId} and v.state = 'signed' and v.valid_from <= ${until} and (v.valid_until is null or v.valid_until >= ${from})
    order by a.code, v.number`.execute(work.db)
  await compileMissing(
    work,
    rows.map(({ versionId }) => versionId),
  )
  return rows.flatMap(({ versionId, ...days }) => {
    const terms = compiled.get(versionId)
    return terms ? [{ terms, days }] : []
  })
}

/** Those in force on one day. */
export const termsOn = (dated: DatedTerms, date: PlainDate): readonly TermsInForce[] =>
  dated.filter(({ days }) => days.validFrom <= date && (days.validUntil === null || days.validUntil >= date)).map(({ terms }) => terms)

/** Signed terms never change, so each is compiled once in a process. */
const compiled = new Map<string, TermsInForce>()
const compiledLimit = 20_000

/** Signed versions by their ids, whatever their days are by now: what was divided by them stays divided by them. */
export async function findTermsOf(work: Work, versionIds: readonly string[]): Promise<ReadonlyMap<string, TermsInForce>> {
  await compileMissing(work, versionIds)
  return new Map(
    versionIds.flatMap((versionId): [string, TermsInForce][] => {
      const terms = compiled.get(versionId)
      return terms ? [[versionId, terms]] : []
    }),
  )
}

async function compileMissing(work: Work, versionIds: readonly string[]): Promise<void> {
  const missing = versionIds.filter((versionId) => !compiled.has(versionId))
  if (missing.length > 0) await compileVersions(work, missing)
}

async function compileVersions(work: Work, versionIds: readonly string[]): Promise<void> {
  if (compiled.size + versionIds.length > compiledLimit) compiled.clear()
  const { rows } = await sql<Row>`
    select a.id as agreement_id, v.id as version_id, a.code, a.title_zh, a.title_en, v.number, v.terms,
      (select jsonb_agg(jsonb_build_object('role', p.role, 'partyId', p.party_id, 'name', jsonb_build_object('zh', i.name_zh, 'en', i.name_en)) order by p.place)
        from agreements.party p join network.published_institution i on i.id = p.party_id where p.agreement_id = a.id) as parties
    from agreements.version v join agreements.agreement a on a.id = v.agreement_id where v.id = any (${versionIds}::uuid[])`.execute(
    work.db,
  )
  for (const { titleZh, titleEn, ...row } of rows)
    compiled.set(row.versionId, compileTerms({ ...row, title: { zh: titleZh, en: titleEn } }))
}
