import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { compileTerms, type TermsInForce } from '../domain/compile.ts'
import type { AgreementVersion, Party } from '../domain/service.ts'

type Row = Omit<AgreementVersion, 'title'> & { readonly titleZh: string; readonly titleEn: string; readonly parties: readonly Party[] }

/** Agreements in force in a network on a day, by code. The caller has network scope: an agreement binds whoever the actor is. */
export async function findTermsInForce(work: Work, networkId: Id<'network'>, date: PlainDate): Promise<readonly TermsInForce[]> {
  const { rows } = await sql<Row>`
    select a.id as agreement_id, v.id as version_id, a.code, a.title_zh, a.title_en, v.number, v.terms,
      (select jsonb_agg(jsonb_build_object('role', p.role, 'partyId', p.party_id, 'name', jsonb_build_object('zh', i.name_zh, 'en', i.name_en)) order by p.place)
        from agreements.party p join network.published_institution i on i.id = p.party_id where p.agreement_id = a.id) as parties
    from agreements.version v join agreements.agreement a on a.id = v.agreement_id
    where a.network_id = ${networkId} and v.state = 'signed' and v.valid_from <= ${date} and (v.valid_until is null or v.valid_until >= ${date})
    order by a.code`.execute(work.db)
  return rows.map(({ titleZh, titleEn, ...row }) => compileTerms({ ...row, title: { zh: titleZh, en: titleEn } }))
}
