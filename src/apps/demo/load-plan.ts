import { Type as T } from 'typebox'
import { present } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/id.ts'
import { ok } from '../../kernel/result.ts'
import { dateIn, defaultZone, type PlainDate, plusDays } from '../../kernel/time.ts'
import { draftAgreement, proposeVersion, signVersion } from '../../modules/agreements/index.ts'
import { setPrice } from '../../modules/billing/index.ts'
import { confirmVisit, defineOffering, findPromises, holdVisit, planRota, showCalendar, takeLeave } from '../../modules/booking/index.ts'
import { offerService } from '../../modules/care/index.ts'
import { checkEligibility, definePlan, recordMember } from '../../modules/coverage/index.ts'
import {
  addDevice,
  addRoom,
  type Directory,
  findDirectory,
  foundNetwork,
  importRoster,
  openSite,
  registerInstitution,
  setSuperior,
  setTravelTime,
} from '../../modules/network/index.ts'
import { recordConsent, registerPerson } from '../../modules/people/index.ts'
import { type Actor, type Command, defineQuery } from '../../platform/operation/index.ts'
import { ask, perform, systemActor } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import type { NewAccount } from '../../platform/session/index.ts'
import { staffActor } from './actor.ts'
import { coverOf, demoPayer } from './cover.ts'
import type { NetworkPlan, PlannedAgreement, PlannedPlace } from './plan.ts'
import { departmentPrices } from './prices.ts'

type Institution = Id<'institution'>
export type Progress = (what: string, done: number, all: number) => void

/** One plan on its way into the database, every step through a command, so that every rule has been asked. */
type Loading = {
  readonly runtime: Runtime
  readonly plan: NetworkPlan
  readonly today: PlainDate
  readonly progress: Progress
  /** Ids of what has been written, by the names of the plan. */
  readonly sites: Map<string, Id<'site'>>
  readonly offerings: Map<string, Id<'offering'>>
  readonly people: Map<number, Id<'person'>>
}

/** Loads a network through the roster import and the commands, and answers its accounts; a refusal is a mistake of the plan. */
export async function loadPlan(
  runtime: Runtime,
  plan: NetworkPlan,
  passwordOf: (login: string) => string,
  progress: Progress,
): Promise<NewAccount[]> {
  const today = dateIn(defaultZone, runtime.clock.now())
  const loading: Loading = { runtime, plan, today, progress, sites: new Map(), offerings: new Map(), people: new Map() }
  const { networkId, operator } = await found(loading)
  await importParties(loading, operator)
  const directory = await lookUp(runtime)
  const institutionId = (name: string) => present(directory.idOf('institution', name), name) as Institution
  const practitionerId = (name: string) =>
    present(
      directory.idOf(
        'practitioner',
        present(
          plan.practitioners.find((one) => one.name.zh === name),
          name,
        ).licence,
      ),
      name,
    )
  for (const { institution, line, superior } of plan.supervisions ?? [])
    await run(loading, operator, setSuperior, {
      networkCode: plan.code,
      institutionId: institutionId(institution),
      line,
      superiorId: institutionId(superior),
    })
  await openPlaces(loading, operator, institutionId)
  await openRotas(loading, operator, practitionerId)
  await offer(loading, operator, networkId, institutionId)
  for (const { institution, kind, itemCodes } of plan.departments)
    await run(loading, operator, offerService, { institutionId: institutionId(institution), kind, itemCodes })
  for (const { institution, prices } of departmentPrices(plan))
    for (const price of prices)
      await run(loading, operator, setPrice, { institutionId: institutionId(institution), validFrom: today, ...price })
  for (const [place, agreement] of plan.agreements.entries()) {
    await agree(loading, networkId, agreement, institutionId)
    progress('agreements', place + 1, plan.agreements.length)
  }
  const butler = staffActor(runtime, institutionId(plan.operator), 'butler')
  await registerPeople(loading, butler)
  await coverPeople(loading, operator, butler)
  await book(loading, butler)
  return plan.accounts.map(({ login, role, name, institutions, practitioner, person }) => ({
    login,
    password: passwordOf(login),
    name,
    roles: institutions.map((institution) => ({ institutionId: institutionId(institution), role })),
    ...(practitioner === undefined ? {} : { practitionerId: practitionerId(practitioner) as Id<'practitioner'> }),
    ...(person === undefined ? {} : { personId: present(loading.people.get(person), 'the person of an account') }),
  }))
}

/** Runs a command that the plan needs. */
async function run<Answer>({ runtime, plan }: Loading, actor: Actor, command: unknown, input: object): Promise<Answer> {
  const { name } = command as Command
  const { result } = await perform(runtime, command as Command, actor, input, { requestId: `demo ${plan.code}` })
  if (!result.ok) throw new Error(`the demo was refused: ${name} ${result.refusal.code} ${JSON.stringify(result.refusal.details)}`)
  return result.value as Answer
}

async function found(loading: Loading) {
  const { plan, runtime } = loading
  const planned = present(
    plan.institutions.find(({ name }) => name.zh === plan.operator),
    plan.operator,
  )
  const { institutionId } = await run<{ institutionId: Institution }>(loading, systemActor, registerInstitution, {
    kind: planned.kind,
    name: planned.name,
    ...(planned.licence ? { licence: planned.licence } : {}),
  })
  const { networkId } = await run<{ networkId: Id<'network'> }>(loading, systemActor, foundNetwork, {
    code: plan.code,
    kind: plan.kind,
    name: plan.name,
    operatorId: institutionId,
  })
  return { networkId, operator: staffActor(runtime, institutionId, 'operator') }
}

type Refused = { readonly line: number; readonly en: string }

/** Institutions, practitioners and filings, as an operator brings them from a spreadsheet. */
async function importParties(loading: Loading, operator: Actor): Promise<void> {
  const { plan } = loading
  const network = plan.code
  const scope = (list: readonly string[]) => list.join(';')
  const institutions = plan.institutions
    .filter(({ name }) => name.zh !== plan.operator)
    .map(({ kind, name, licence }) => ({
      record: 'institution',
      name: name.zh,
      nameEn: name.en,
      kind,
      network,
      ...(licence ? { licence: licence.number, scope: scope(licence.scope), from: licence.validFrom, until: licence.validUntil } : {}),
    }))
  const practitioners = plan.practitioners.map(({ name, specialty, title, licence, main }) => ({
    record: 'practitioner',
    name: name.zh,
    nameEn: name.en,
    kind: specialty,
    title,
    institution: main,
    licence,
    scope: specialty,
    from: licensedFrom,
    network,
  }))
  const filings = plan.practitioners.flatMap(({ licence, filings }) =>
    filings.map(({ institution, validFrom, validUntil }) => ({
      record: 'filing',
      licence,
      institution,
      from: validFrom,
      until: validUntil,
    })),
  )
  const rows = [...institutions, ...practitioners, ...filings].map((row, place) => ({ line: place + 2, ...row }))
  const { refused } = await run<{ refused: Refused[] }>(loading, operator, importRoster, { partial: false, rows })
  if (refused.length > 0) throw new Error(`the demo's roster was refused: ${JSON.stringify(refused.slice(0, 5))}`)
  loading.progress('roster', rows.length, rows.length)
}

const licensedFrom = '2015-07-01'

const readDirectory = defineQuery({
  name: 'network.read-directory',
  zh: '名称与编号对照',
  en: 'Names and ids',
  permission: null,
  network: 'the demo names parties of all owners',
  input: T.Object({}),
  output: T.Unsafe<Directory>(T.Object({})),
  refusals: [],
  run: async (work) => ok(await findDirectory(work)),
})

async function lookUp(runtime: Runtime): Promise<Directory> {
  const read = await ask(runtime, readDirectory, systemActor, {}, 'demo')
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}

async function openPlaces(loading: Loading, operator: Actor, institutionId: (name: string) => Institution): Promise<void> {
  const { plan, sites, today, progress } = loading
  for (const { key, institution, name, address } of plan.sites) {
    const site = { institutionId: institutionId(institution), name, address }
    const opened = await run<{ siteId: Id<'site'> }>(loading, operator, openSite, site)
    sites.set(key, opened.siteId)
  }
  for (const { from, to, minutes } of plan.travel)
    await run(loading, operator, setTravelTime, { siteId: siteId(loading, from), otherSiteId: siteId(loading, to), minutes })
  const places: readonly (readonly [unknown, PlannedPlace])[] = [
    ...plan.rooms.map((room) => [addRoom, room] as const),
    ...plan.devices.map((device) => [addDevice, device] as const),
  ]
  for (const [place, [command, { site, owner, kind, name, hours }]] of places.entries()) {
    const at = { siteId: siteId(loading, site), ownerId: institutionId(owner) }
    const { resourceId } = await run<{ resourceId: string }>(loading, operator, command, { ...at, kind, name })
    const lines = hours.flatMap(({ weekdays, opens, closes }) => weekdays.map((weekday) => ({ siteId: at.siteId, weekday, opens, closes })))
    await run(loading, operator, planRota, { resourceId, validFrom: today, lines })
    progress('rooms and devices', place + 1, places.length)
  }
}

const siteId = ({ sites }: Loading, key: string): Id<'site'> => present(sites.get(key), `site ${key}`)

async function openRotas(loading: Loading, operator: Actor, practitionerId: (name: string) => string): Promise<void> {
  const { plan, today, progress } = loading
  for (const [place, { name, rota, leave }] of plan.practitioners.entries()) {
    const resourceId = practitionerId(name.zh)
    const lines = rota.flatMap(({ site, weekdays, opens, closes }) =>
      weekdays.map((weekday) => ({ siteId: siteId(loading, site), weekday, opens, closes })),
    )
    const elsewhere = await linesElsewhere(loading, resourceId as Id<'resource'>)
    await run(loading, operator, planRota, { resourceId, validFrom: today, lines: [...elsewhere, ...lines] })
    for (const { from, until, reason } of leave) await run(loading, operator, takeLeave, { resourceId, from, until, reason })
    progress('rotas', place + 1, plan.practitioners.length)
  }
}

/** The week that an expert keeps in a network that was loaded before: one doctor has one rota. */
async function linesElsewhere({ runtime, today }: Loading, resourceId: Id<'resource'>) {
  const calendar = await ask(runtime, showCalendar, systemActor, { resourceId, from: today, days: 1 }, 'demo')
  return calendar.ok ? calendar.value.rota.map(({ siteId, weekday, opens, closes }) => ({ siteId, weekday, opens, closes })) : []
}

async function offer(
  loading: Loading,
  operator: Actor,
  networkId: Id<'network'>,
  institutionId: (name: string) => Institution,
): Promise<void> {
  for (const { code, owner, name, minutes, setupMinutes, preparation, needs, prices } of loading.plan.offerings) {
    const defined = await run<{ offeringId: Id<'offering'> }>(loading, operator, defineOffering, {
      networkId,
      ownerId: institutionId(owner),
      code,
      name,
      durationMinutes: minutes,
      setupMinutes,
      preparation,
      needs,
      prices: prices.flatMap(({ site, title, parts }) =>
        parts.map((part) => ({ siteId: site === null ? null : siteId(loading, site), title, ...part })),
      ),
    })
    loading.offerings.set(code, defined.offeringId)
  }
}

/** Drafted by the first party, signed by each. */
async function agree(
  loading: Loading,
  networkId: Id<'network'>,
  { code, title, parties, validFrom, terms }: PlannedAgreement,
  institutionId: (name: string) => Institution,
): Promise<void> {
  const signers = parties.map(({ institution }) => staffActor(loading.runtime, institutionId(institution), 'manager'))
  const first = present(signers[0], 'a party')
  const { versionId } = await run<{ versionId: string }>(loading, first, draftAgreement, {
    networkId,
    code,
    title,
    parties: parties.map(({ role, institution }) => ({ role, partyId: institutionId(institution) })),
    terms,
    validFrom,
    validUntil: null,
  })
  await run(loading, first, proposeVersion, { versionId })
  for (const signer of signers) await run(loading, signer, signVersion, { versionId })
}

async function registerPeople(loading: Loading, butler: Actor): Promise<void> {
  const { plan, people, progress } = loading
  for (const [place, person] of plan.people.entries()) {
    const { personId } = await run<{ personId: Id<'person'> }>(loading, butler, registerPerson, person)
    people.set(place, personId)
    // Who has an account has agreed at the desk; who signs up on the phone is asked there.
    if (plan.accounts.some((account) => account.person === place))
      await run(loading, butler, recordConsent, { personId, purpose: 'service', textVersion: 1 })
    progress('people', place + 1, plan.people.length)
  }
}

/** The payer with its product and contract, and the policies of its members; who is known to screens is checked at once. */
async function coverPeople(loading: Loading, operator: Actor, butler: Actor): Promise<void> {
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

/** A promise on a day, or the next day that has one left: over the day, mostly with the expert who is free first, so that people wait for her. */
async function findPromise({ runtime, today }: Loading, butler: Actor, offeringId: Id<'offering'>, day: number, place: number) {
  for (let later = 0; later < 3; later += 1) {
    const found = await ask(runtime, findPromises, butler, { offeringId, date: plusDays(today, day + later) }, 'demo')
    const items = found.ok ? found.value.items : []
    const [first] = items
    if (!first) continue
    const expertOf = ({ resources }: typeof first) => resources.find(({ role }) => role === 'expert')?.id
    const fitting = place % 4 === 0 ? items : items.filter((item) => expertOf(item) === expertOf(first))
    return fitting[(place * 7) % fitting.length]
  }
  return undefined
}

/** Promises of today and the coming days, so that the first screen has something to weave around. */
async function book(loading: Loading, butler: Actor): Promise<void> {
  const { plan, progress } = loading
  for (const [place, { person, offering, day }] of plan.visits.entries()) {
    const offeringId = present(loading.offerings.get(offering), offering)
    const promise = await findPromise(loading, butler, offeringId, day, place)
    if (promise) {
      const { siteId: at, startsAt, resources } = promise
      const request = {
        offeringId,
        personId: present(loading.people.get(person), 'a person'),
        siteId: at,
        startsAt,
        resourceIds: resources.map(({ id }) => id),
      }
      const { visitId, version } = await run<{ visitId: string; version: number }>(loading, butler, holdVisit, request)
      await run(loading, butler, confirmVisit, { visitId, version })
    }
    progress('visits', place + 1, plan.visits.length)
  }
}
