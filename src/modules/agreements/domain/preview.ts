import type { Id } from '../../../kernel/id.ts'
import { sumOf } from '../../../kernel/money.ts'
import { compileTerms } from './compile.ts'
import type { Charge, Link, Name, Party, Receiver, Shares } from './service.ts'
import { chargeUse } from './share.ts'
import { Ledger, splitBill, splitHolding } from './split.ts'
import type { Terms } from './terms.ts'

/** An example to look at terms with: which role hosts it, whose expert and device it uses. Roles stand for ids. */
export type Example = {
  readonly host: string
  readonly expert: string | null
  readonly device: string | null
  readonly minutes: number
  readonly charges: readonly Charge[]
}
/** The expert in person, in an example. */
export const exampleExpert = 'practitioner'

const fromNothing = () => 0n

/** What terms alone would do with an example bill, whatever else the parties have agreed; the terms have passed `checkTerms`. */
export function previewShares(terms: Terms, parties: readonly { readonly role: string; readonly name: Name }[], example: Example): Shares {
  const party = (role: string): Party => ({ role, partyId: role as Id<'institution'>, name: { zh: role, en: role } })
  const agreement = compileTerms({
    agreementId: '',
    versionId: '',
    code: '',
    title: { zh: '', en: '' },
    number: 1,
    parties: parties.map(({ role, name }) => ({ ...party(role), name })),
    terms,
  })
  const institution = (role: string): Receiver => ({ partyId: role, kind: 'institution' })
  const filled = {
    host: institution(example.host),
    ...(example.expert === null
      ? {}
      : { expert: institution(example.expert), practitioner: { partyId: exampleExpert, kind: 'practitioner' as const } }),
    ...(example.device === null ? {} : { device: institution(example.device) }),
  }
  const ledger = new Ledger()
  const links: Link[] = []
  const split = agreement.compiled.split
  if (split?.dividesPartyId === null) splitBill(agreement, example.charges, filled, ledger, links, fromNothing)
  else {
    const holder = institution(split?.dividesPartyId ?? example.host)
    ledger.add(holder, sumOf(example.charges.map(({ amountFen }) => amountFen)))
    if (split) splitHolding(agreement, holder, filled, ledger, links, fromNothing)
  }
  for (const use of agreement.compiled.uses.filter(({ userId }) => userId === example.host))
    links.push(chargeUse(agreement, use, example, ledger))
  return { parties: ledger.shares(), links }
}
