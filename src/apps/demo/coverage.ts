import type { PlannedAgreement, PlannedOffering, PlannedPractitioner } from './plan.ts'
import type { Split } from './terms.ts'

/** One way in which an offering can take place: by an expert at a site; the room is the host's, the device may be another's. */
export type Service = {
  readonly expert: PlannedPractitioner
  readonly site: string
  readonly host: string
  readonly device: { readonly owner: string; readonly kind: string } | null
}

type Agreements = (one: string, other: string) => readonly PlannedAgreement[]

/** The agreements that two institutions are both party of, because a network of thousands of experts asks often. */
export function indexAgreements(agreements: readonly PlannedAgreement[]): Agreements {
  const byPair = new Map<string, PlannedAgreement[]>()
  for (const agreement of agreements) {
    const names = [...new Set(agreement.parties.map(({ institution }) => institution))]
    for (const pair of names.flatMap((one) => names.map((other) => `${one}|${other}`))) {
      byPair.set(pair, [...(byPair.get(pair) ?? []), agreement])
    }
  }
  return (one, other) => byPair.get(`${one}|${other}`) ?? []
}

/** Whether the agreements of those who take part say who may use what, and divide the money in exactly one way. */
export const faultsOfCoverage = (agreements: Agreements, offering: PlannedOffering, service: Service): string[] => [
  ...faultsOfUse(agreements, service),
  ...faultsOfDivision(agreements, offering, service),
]

/** Who does not own the room needs an agreement with who does. */
function faultsOfUse(agreements: Agreements, { expert, host, device }: Service): string[] {
  const resources = [{ owner: expert.main, role: 'expert', kind: expert.specialty }, ...(device ? [{ ...device, role: 'device' }] : [])]
  return resources
    .filter(
      ({ owner, role, kind }) => owner !== host && !agreements(owner, host).some((agreement) => lets(agreement, owner, host, role, kind)),
    )
    .map(({ owner, role, kind }) => `no agreement lets ${host} use the ${role} (${kind}) of ${owner}`)
}

const lets = (agreement: PlannedAgreement, owner: string, user: string, role: string, kind: string): boolean =>
  agreement.terms.use.some(
    (use) =>
      partyOf(agreement, use.owner) === owner &&
      partyOf(agreement, use.user) === user &&
      use.resource.role === role &&
      ['*', kind].includes(use.resource.kind),
  )

/** One agreement divides the bill of offerer and host, at most one of its parts goes on to the expert's home, and that home is paid. */
function faultsOfDivision(
  agreements: Agreements,
  { code, owner: offerer }: PlannedOffering,
  { expert: { main }, host }: Service,
): string[] {
  const splitFor = (agreement: PlannedAgreement): Split | null => {
    const { split } = agreement.terms
    if (!split || (split.offerings.length > 0 && !split.offerings.includes(code))) return null
    return !split.experts || partyOf(agreement, split.experts) === main ? split : null
  }
  const bills = agreements(offerer, host).filter((agreement) => splitFor(agreement)?.divides === 'bill')
  const paid = new Set(bills.flatMap(({ parties }) => parties.map(({ institution }) => institution)))
  const ofMain = new Set([...agreements(main, offerer), ...agreements(main, host)])
  const shares = [...ofMain].filter((agreement) => {
    const split = splitFor(agreement)
    return split?.experts && split.divides !== 'bill' && paid.has(partyOf(agreement, split.divides) ?? '')
  })
  const where = `${main} at ${host}`
  const faults: string[] = []
  if (bills.length === 0 && offerer !== host) faults.push(`no agreement divides the bill of ${offerer} and ${host}`)
  if (bills.length > 1) faults.push(`several agreements divide the bill of ${where}: ${codesOf(bills)}`)
  if (shares.length > 1) faults.push(`several agreements divide a share of ${where}: ${codesOf(shares)}`)
  const isPaid = [host, offerer].includes(main) || shares.length > 0 || bills.some(({ terms }) => terms.split?.experts)
  if (!isPaid) faults.push(`no agreement pays an expert of ${where}`)
  return faults
}

const codesOf = (agreements: readonly PlannedAgreement[]): string => agreements.map(({ code }) => code).join(', ')

const partyOf = ({ parties }: PlannedAgreement, role: string): string | undefined =>
  parties.find((party) => party.role === role)?.institution
