import { sql } from 'kysely'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Parties } from '../fhir/elements.ts'

/** Between whom a message goes: the member's payer, and the institution that asks. */
export async function findParties(
  { db }: Work,
  memberId: Id<'member'>,
  providerId: Id<'institution'>,
): Promise<Parties & { readonly payerId: Id<'payer'> }> {
  const { rows } = await sql<{ payerId: Id<'payer'>; payerCode: string; policyNumber: string; providerName: string }>`
    select p.id as payer_id, p.code as payer_code, m.policy_number, i.name_zh as provider_name
    from coverage.member m join coverage.product r on r.id = m.product_id join coverage.payer p on p.id = r.payer_id
    join network.published_institution i on i.id = ${providerId} where m.id = ${memberId}`.execute(db)
  const { providerName, ...parties } = present(rows[0], 'the member of a message')
  return { ...parties, provider: { id: providerId, name: providerName } }
}

/** In how many days the contract of the day has a claim answered. */
export async function findAnswerDays({ db }: Work, payerId: Id<'payer'>, networkId: Id<'network'>, date: PlainDate): Promise<number> {
  const { rows } = await sql<{ answerDays: number }>`select answer_days from coverage.contract
    where payer_id = ${payerId} and network_id = ${networkId} and daterange(valid_from, valid_until, '[]') @> ${date}::date`.execute(db)
  return present(rows[0], 'the contract under which a claim is made').answerDays
}
