import { present } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/id.ts'
import { checkEligibility, definePlan, recordMember } from '../../modules/coverage/index.ts'
import { importPersons, importRowsAtOnce, recordConsent } from '../../modules/people/index.ts'
import type { Actor } from '../../platform/operation/index.ts'
import { coverOf, demoPayer } from './cover.ts'
import { insurersOf } from './insurers.ts'
import { type Loading, run } from './loading.ts'
import type { NewPerson } from './names.ts'

type Person = Id<'person'>
type Registered = {
  readonly written: boolean
  readonly persons: readonly { readonly personId: Person }[]
  readonly refused: readonly object[]
}

/** Registers some persons as from a list, and answers their ids in the same order. */
async function register(loading: Loading, butler: Actor, persons: readonly NewPerson[]): Promise<Person[]> {
  const rows = persons.map((person, line) => ({ line, ...person }))
  const { refused, persons: registered } = await run<Registered>(loading, butler, importPersons, { partial: false, rows })
  if (refused.length > 0) throw new Error(`the demo's people were refused: ${JSON.stringify(refused.slice(0, 5))}`)
  return registered.map(({ personId }) => personId)
}

/** The persons whom visits and accounts name; who has an account has agreed at the desk, who signs up on the phone is asked there. */
export async function registerPeople(loading: Loading, butler: Actor): Promise<void> {
  const { plan, people, progress } = loading
  for (let from = 0; from < plan.people.length; from += importRowsAtOnce) {
    const batch = plan.people.slice(from, from + importRowsAtOnce)
    for (const [place, personId] of (await register(loading, butler, batch)).entries()) people.set(from + place, personId)
    progress('people', from + batch.length, plan.people.length)
  }
  for (const { person } of plan.accounts)
    if (person !== undefined)
      await run(loading, butler, recordConsent, {
        personId: present(people.get(person), 'the person of an account'),
        purpose: 'service',
        textVersion: 1,
      })
}

/** Who lives there beside them. */
export async function registerResidents(loading: Loading, butler: Actor): Promise<void> {
  const { residents } = loading.plan
  if (!residents) return
  let [done, batch]: [number, NewPerson[]] = [0, []]
  const write = async () => {
    await register(loading, butler, batch)
    done += batch.length
    batch = []
    loading.progress('residents', done, residents.count)
  }
  for (const person of residents.draw()) {
    batch.push(person)
    if (batch.length === importRowsAtOnce) await write()
  }
  if (batch.length > 0) await write()
}

/** The payer with its product and contract, and the policies of its members; who is known to screens is checked at once. */
export async function coverPeople(loading: Loading, operator: Actor, butler: Actor): Promise<void> {
  const { plan, today, people, progress } = loading
  const cover = coverOf(plan, today)
  if (!cover) return
  const { members, validFrom, ...terms } = cover
  await run(loading, operator, definePlan, { networkCode: plan.code, payer: demoPayer, ...terms, validFrom, validUntil: null })
  const card = { payerCode: demoPayer.code, productCode: cover.product.code, validFrom, validUntil: null }
  for (const [place, { person, policyNumber, elsewhereFen }] of members.entries()) {
    const personId = present(people.get(person), 'a member')
    const { memberId } = await run<{ memberId: string }>(loading, butler, recordMember, { personId, ...card, policyNumber })
    if (elsewhereFen > 0) await run(loading, butler, checkEligibility, { personId, memberId })
    progress('policies', place + 1, members.length)
  }
}

/** The other insurers of the network, each with a product, a contract and its members: who is no member of the demo's payer. */
export async function insure(loading: Loading, operator: Actor, butler: Actor): Promise<void> {
  const { plan, today, people, progress } = loading
  const insurers = insurersOf(plan.insurers ?? 0, today)
  if (insurers.length === 0) return
  for (const { payer, product, contract, terms, validFrom } of insurers)
    await run(loading, operator, definePlan, { networkCode: plan.code, payer, product, contract, terms, validFrom, validUntil: null })
  const persons = [...people].flatMap(([place, personId]) => (place % 2 === 1 ? [personId] : []))
  for (const [place, personId] of persons.entries()) {
    const { payer, product, validFrom, policyOf } = present(insurers[place % insurers.length], 'an insurer')
    const card = { payerCode: payer.code, productCode: product.code, validFrom, validUntil: null }
    await run(loading, butler, recordMember, { personId, ...card, policyNumber: policyOf(place) })
    progress('policies of other insurers', place + 1, persons.length)
  }
}
