import { faultsOfCoverage, indexAgreements, type Service } from './coverage.ts'
import type { NetworkPlan, PlannedAgreement, PlannedOffering, PlannedPlace, PlannedPractitioner } from './plan.ts'
import type { Split } from './terms.ts'
import type { Hours } from './week.ts'

/** What is wrong in a plan, one sentence each, before any of it is written; none for a plan that can be loaded and worked with. */
export function checkPlan(plan: NetworkPlan): string[] {
  return [
    ...duplicates(plan),
    ...unknownNames(plan),
    ...plan.practitioners.flatMap((practitioner) => faultsOfPractitioner(plan, practitioner)),
    ...[...plan.rooms, ...plan.devices].flatMap(({ name, hours }) => faultsOfHours(name.zh, hours)),
    ...plan.agreements.flatMap(faultsOfAgreement),
    ...faultsOfOfferings(plan),
  ]
}

function duplicates(plan: NetworkPlan): string[] {
  const lists: Record<string, readonly string[]> = {
    institution: plan.institutions.map(({ name }) => name.zh),
    'institution in English': plan.institutions.map(({ name }) => name.en),
    licence: [
      ...plan.institutions.flatMap(({ licence }) => (licence ? [licence.number] : [])),
      ...plan.practitioners.map(({ licence }) => licence),
    ],
    site: plan.sites.map(({ key }) => key),
    'room or device': [...plan.rooms, ...plan.devices].map(({ site, name }) => `${name.zh} (${site})`),
    practitioner: plan.practitioners.map(({ name }) => name.zh),
    offering: plan.offerings.map(({ code }) => code),
    agreement: plan.agreements.map(({ code }) => code),
    'ID number': plan.people.map(({ idNumber }) => idNumber),
    login: plan.accounts.map(({ login }) => login),
  }
  return Object.entries(lists).flatMap(([what, names]) =>
    [...new Set(names.filter((name, place) => names.indexOf(name) !== place))].map((name) => `two of one name, ${what}: ${name}`),
  )
}

function unknownNames(plan: NetworkPlan): string[] {
  const known = {
    institution: new Set(plan.institutions.map(({ name }) => name.zh)),
    site: new Set(plan.sites.map(({ key }) => key)),
    offering: new Set(plan.offerings.map(({ code }) => code)),
    practitioner: new Set(plan.practitioners.map(({ name }) => name.zh)),
    person: new Set(plan.people.map((_, place) => String(place))),
  }
  const used: Record<keyof typeof known, readonly (string | null)[]> = {
    institution: [
      plan.operator,
      ...plan.sites.map(({ institution }) => institution),
      ...[...plan.rooms, ...plan.devices].map(({ owner }) => owner),
      ...plan.practitioners.flatMap(({ main, filings }) => [main, ...filings.map(({ institution }) => institution)]),
      ...plan.offerings.map(({ owner }) => owner),
      ...plan.agreements.flatMap(({ parties }) => parties.map(({ institution }) => institution)),
      ...plan.accounts.flatMap(({ institutions }) => institutions),
    ],
    site: [
      ...[...plan.rooms, ...plan.devices].map(({ site }) => site),
      ...plan.travel.flatMap(({ from, to }) => [from, to]),
      ...plan.practitioners.flatMap(({ rota }) => rota.map(({ site }) => site)),
      ...plan.offerings.flatMap(({ prices }) => prices.map(({ site }) => site)),
    ],
    offering: [...plan.visits.map(({ offering }) => offering), ...plan.agreements.flatMap(({ terms }) => terms.split?.offerings ?? [])],
    practitioner: plan.accounts.map(({ practitioner }) => practitioner ?? null),
    person: [
      ...plan.visits.map(({ person }) => String(person)),
      ...plan.accounts.map(({ person }) => (person === undefined ? null : String(person))),
    ],
  }
  return (Object.keys(known) as (keyof typeof known)[]).flatMap((what) =>
    [...new Set(used[what])].filter((name) => name !== null && !known[what].has(name)).map((name) => `no ${what} ${name}`),
  )
}

const time = /^([01]\d|2[0-3]):[0-5]\d$/

/** Hours that are no hours, and hours of one calendar that overlap. */
function faultsOfHours(whose: string, hours: readonly Hours[]): string[] {
  const impossible = hours.filter(
    ({ weekdays, opens, closes }) =>
      weekdays.length === 0 || weekdays.some((weekday) => weekday < 1 || weekday > 7) || !time.test(opens) || !(opens < closes),
  )
  const overlapping = daysOf(hours).filter((day) => day.some(({ opens }, place) => place > 0 && opens < (day[place - 1]?.closes ?? '')))
  return [
    ...impossible.map(({ opens, closes }) => `${whose}: no hours ${opens}-${closes}`),
    ...overlapping.map(() => `${whose}: hours overlap`),
  ]
}

/** Hours day by day, each from early to late. */
const daysOf = <Opening extends Hours>(hours: readonly Opening[]): Opening[][] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => hours.filter(({ weekdays }) => weekdays.includes(day)).sort((a, b) => (a.opens < b.opens ? -1 : 1)))

function faultsOfPractitioner(plan: NetworkPlan, practitioner: PlannedPractitioner): string[] {
  const { name, specialty, main, filings, rota, leave } = practitioner
  const places = placesOf(practitioner)
  const rooms = plan.rooms.filter(({ owner }) => places.includes(owner))
  const homeless = rota
    .filter((stay) => !stay.weekdays.every((day) => rooms.some((room) => isOpen(room, stay, day))))
    .map(({ site }) => site)
  const backwards = [
    ...filings.filter(({ validFrom, validUntil }) => validFrom > validUntil).map(({ institution }) => `filing at ${institution}`),
    ...leave.filter(({ from, until }) => from > until).map(({ from }) => `leave of ${from}`),
  ]
  const outside = plan.institutions.filter(
    (institution) => places.includes(institution.name.zh) && !institution.licence?.scope.includes(specialty),
  )
  return [
    ...faultsOfHours(name.zh, rota),
    ...[...new Set(homeless)].map((site) => `${name.zh}: no open room at ${site} where she may practise`),
    ...backwards.map((what) => `${name.zh}: ${what} ends before it begins`),
    ...outside.map((institution) => `${name.zh}: ${specialty} is not in the licence of ${institution.name.zh}`),
    ...filings.filter(({ institution }) => institution === main).map(() => `${name.zh}: a filing at her main institution`),
    ...daysOf(rota).flatMap((day) => faultsOfTravel(plan, name.zh, day)),
  ]
}

const isOpen = (room: PlannedPlace, { site, opens, closes }: PlannedPractitioner['rota'][number], day: number): boolean =>
  room.site === site && room.hours.some((hours) => hours.weekdays.includes(day) && hours.opens <= opens && closes <= hours.closes)

/** From each place of a day to the next one in time. */
function faultsOfTravel(plan: NetworkPlan, whose: string, day: readonly PlannedPractitioner['rota'][number][]): string[] {
  return day.flatMap((stay, place) => {
    const next = day[place + 1]
    if (!next || next.site === stay.site) return []
    const minutes = plan.travel.find(({ from, to }) => [from, to].includes(stay.site) && [from, to].includes(next.site))?.minutes
    if (minutes === undefined) return [`no travel time from ${stay.site} to ${next.site}, which ${whose} needs`]
    return minutesOf(next.opens) - minutesOf(stay.closes) < minutes ? [`${whose}: too late at ${next.site} from ${stay.site}`] : []
  })
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

const placesOf = ({ main, filings }: PlannedPractitioner): string[] => [main, ...filings.map(({ institution }) => institution)]

const serviceRoles = ['host', 'expert', 'device', 'practitioner']

function faultsOfAgreement({ code, parties, terms }: PlannedAgreement): string[] {
  const roles = parties.map(({ role }) => role)
  const receivers = [...roles, ...serviceRoles]
  const unknown = terms.use.flatMap(({ user, owner }) => [user, owner]).filter((role) => !roles.includes(role))
  return [
    ...unknown.map((role) => `${code}: no role ${role}`),
    ...(terms.split ? faultsOfSplit(terms.split, roles, receivers).map((fault) => `${code}: ${fault}`) : []),
  ]
}

function faultsOfSplit({ divides, experts, less, steps }: Split, roles: readonly string[], receivers: readonly string[]): string[] {
  const named = steps.flatMap((step) =>
    step.step === 'percent' || step.step === 'remainder' ? step.to.map(({ party }) => party) : [step.to],
  )
  const faults = named.filter((party) => !receivers.includes(party)).map((party) => `no receiver ${party}`)
  if (divides !== 'bill' && !roles.includes(divides)) faults.push(`no role ${divides} to divide`)
  if (experts && !roles.includes(experts)) faults.push(`no role ${experts} of experts`)
  if (less.length > 0 && divides !== 'bill') faults.push('less than a share')
  const rest = steps.filter((step) => step.step === 'remainder' && step.of === 'base')
  if (rest.length !== 1 || rest[0] !== steps.at(-1)) faults.push('one remainder of the base has to be the last step')
  const shares = steps.filter((step) => step.step === 'percent').flatMap(({ to }) => to.map(({ basisPoints }) => basisPoints))
  if (shares.some((share) => share <= 0 || share > 10_000)) faults.push('a share is no percentage')
  return faults
}

/** Every way in which an offering can take place. */
function servicesOf(plan: NetworkPlan, { needs }: PlannedOffering): Service[] {
  const kindOf = (role: string) => needs.find((need) => need.role === role)?.kind
  const ownersOf = (places: readonly PlannedPlace[], site: string, kind: string | undefined) => [
    ...new Set(places.filter((place) => place.site === site && place.kind === kind).map(({ owner }) => owner)),
  ]
  const deviceKind = kindOf('device')
  return plan.sites.flatMap(({ key: site }) => {
    const hosts = ownersOf(plan.rooms, site, kindOf('room'))
    const devices = deviceKind ? ownersOf(plan.devices, site, deviceKind).map((owner) => ({ owner, kind: deviceKind })) : [null]
    const experts = plan.practitioners.filter(
      ({ specialty, rota }) => specialty === kindOf('expert') && rota.some((stay) => stay.site === site),
    )
    return experts.flatMap((expert) =>
      hosts.filter((host) => placesOf(expert).includes(host)).flatMap((host) => devices.map((device) => ({ expert, site, host, device }))),
    )
  })
}

function faultsOfOfferings(plan: NetworkPlan): string[] {
  const agreements = indexAgreements(plan.agreements)
  return plan.offerings.flatMap((offering) => {
    const { code, minutes, setupMinutes, prices } = offering
    const services = servicesOf(plan, offering)
    const faults = services.flatMap((service) => [...faultsOfPrice(offering, service), ...faultsOfCoverage(agreements, offering, service)])
    if (services.length === 0) faults.push('nobody can give it anywhere')
    if (minutes < 5 || setupMinutes < 0) faults.push('no duration')
    if (prices.some(({ parts }) => parts.length === 0 || parts.some(({ amountFen }) => !Number.isInteger(amountFen) || amountFen <= 0)))
      faults.push('a price is no price')
    return [...new Set(faults)].map((fault) => `${code}: ${fault}`)
  })
}

const faultsOfPrice = ({ prices }: PlannedOffering, { site, expert: { title } }: Service): string[] =>
  prices.some((price) => price.title === title && (price.site === null || price.site === site)) ? [] : [`no price at ${site} for ${title}`]
