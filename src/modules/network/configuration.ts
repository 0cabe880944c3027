import { type Static, Type as T } from 'typebox'
import { present } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/id.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { dateIn, defaultZone } from '../../kernel/time.ts'
import type { Configuration, Work } from '../../platform/operation/index.ts'
import { bilingual, nullable, plainDate, words } from '../../platform/operation/schema.ts'
import { refuse } from '../../platform/refusals.ts'
import { enter } from './commands/enter.ts'
import { licenceNumber, scope, specialty } from './commands/input.ts'
import { institutionKinds, type NetworkKind, networkKinds, titles } from './domain/party.ts'
import type { KnownInstitution, KnownPractitioner } from './domain/roster.ts'
import { managementLines } from './domain/supervision.ts'
import { findNetworkNamed, listAllPlaces, listAllSites, listMembers } from './store/configuration.ts'
import { type Directory, findDirectory } from './store/directory.ts'
import { findKnown, lockImports } from './store/known.ts'
import { insertNetwork, insertRoomOrDevice, insertSite } from './store/party.ts'
import { listTravelTimes, saveTravelTime } from './store/practice.ts'
import { listSupervisions, saveSupervision } from './store/supervision.ts'

const days = { from: plainDate, until: nullable(plainDate) }
const partyKind = words(['institution', 'practitioner'], 'partyKind')
const place = T.Object({ site: T.String(), name: bilingual, kind: T.String(), owner: T.String() })

/** Flat lists, each sorted by what identifies its items; institutions and sites by name, practitioners by licence number. */
const schema = T.Object({
  network: T.Object({ code: T.String(), kind: words(networkKinds, 'networkKind'), name: bilingual, operator: T.String() }),
  institutions: T.Array(T.Object({ name: bilingual, kind: words(institutionKinds, 'institutionKind') })),
  practitioners: T.Array(
    T.Object({ licence: licenceNumber, name: bilingual, kind: specialty, title: words(titles, 'title'), mainInstitution: T.String() }),
  ),
  members: T.Array(T.Object({ kind: partyKind, party: T.String(), ...days })),
  licences: T.Array(T.Object({ kind: partyKind, party: T.String(), number: licenceNumber, scope, ...days })),
  filings: T.Array(T.Object({ practitioner: T.String(), institution: T.String(), scope, ...days })),
  sites: T.Array(T.Object({ institution: T.String(), name: bilingual, zone: T.String(), address: nullable(bilingual) })),
  rooms: T.Array(place),
  devices: T.Array(place),
  supervisions: T.Array(T.Object({ institution: T.String(), line: words(managementLines, 'managementLine'), superior: T.String() })),
  travelTimes: T.Array(T.Object({ site: T.String(), other: T.String(), minutes: T.Integer({ minimum: 0, maximum: 1440 }) })),
})
export type NetworkConfiguration = Static<typeof schema>
type ListName = Exclude<keyof NetworkConfiguration, 'network'>
type Item<Name extends ListName> = NetworkConfiguration[Name][number]

const siteName = ({ institution, name }: Item<'sites'>) => `${institution} / ${name.zh}`

/** What identifies an item in its list; also its place in refusals. */
const keys: { readonly [Name in ListName]: (item: Item<Name>) => string } = {
  institutions: ({ name }) => name.zh,
  practitioners: ({ licence }) => licence,
  members: ({ party, from }) => `${party} / ${from}`,
  licences: ({ number, from }) => `${number} / ${from}`,
  filings: ({ practitioner, institution, from }) => `${practitioner} / ${institution} / ${from}`,
  sites: siteName,
  rooms: ({ site, name }) => `${site} / ${name.zh}`,
  devices: ({ site, name }) => `${site} / ${name.zh}`,
  supervisions: ({ institution, line }) => `${institution} / ${line}`,
  travelTimes: ({ site, other }) => `${site} / ${other}`,
}
const listNames = Object.keys(keys) as ListName[]
const keyOf = (list: ListName, item: unknown): string => (keys[list] as (item: unknown) => string)(item)

export const configuration: Configuration = {
  schema,
  async take(work, networkCode) {
    const all = await readAll(work, networkCode, await findDirectory(work))
    return ofNetwork({ ...all, network: present(all.network, `the network ${networkCode}`) })
  },
  give,
}

type Everything = Omit<NetworkConfiguration, 'network'> & { readonly network: NetworkConfiguration['network'] | null }

/** The whole directory in the words of a file. */
async function readAll(work: Work, networkCode: string, { nameOf }: Directory): Promise<Everything> {
  const known = await findKnown(work, dateIn(defaultZone, work.now))
  const houses = [...known.institutions.values()]
  const experts = [...new Map([...known.practitioners.values()].map((one) => [one.id, one])).values()]
  const found = await findNetworkNamed(work, networkCode)
  const placesOf = async (role: 'room' | 'device') =>
    (await listAllPlaces(work, role)).map(({ siteId, ownerId, kind, nameZh, nameEn }) => ({
      site: nameOf('site', siteId),
      name: { zh: nameZh, en: nameEn },
      kind,
      owner: nameOf('institution', ownerId),
    }))
  const licensed = [...houses.map((party) => ['institution', party] as const), ...experts.map((party) => ['practitioner', party] as const)]
  return sorted({
    network: found
      ? { code: found.code, kind: found.kind as NetworkKind, name: { zh: found.nameZh, en: found.nameEn }, operator: found.operator }
      : null,
    institutions: houses.map(({ name, nameEn, kind }) => ({ name: { zh: name, en: nameEn }, kind: kind as Item<'institutions'>['kind'] })),
    practitioners: experts.map((expert) => expertItem(expert, nameOf)),
    members: (found ? await listMembers(work, found.id) : []).map(({ kind, partyId, validFrom, validUntil }) => ({
      kind,
      party: nameOf(kind, partyId),
      from: validFrom,
      until: validUntil,
    })),
    licences: licensed.flatMap(([kind, party]) => licenceItems(kind, party, nameOf)),
    filings: experts.flatMap(({ id, filings }) =>
      filings.map(({ institutionId, scope: filed, validFrom, validUntil }) => ({
        practitioner: nameOf('practitioner', id),
        institution: nameOf('institution', institutionId),
        scope: filed.toSorted(),
        from: validFrom,
        until: validUntil,
      })),
    ),
    sites: (await listAllSites(work)).map(({ institutionId, nameZh, nameEn, zone, addressZh, addressEn }) => ({
      institution: nameOf('institution', institutionId),
      name: { zh: nameZh, en: nameEn },
      zone,
      address: addressZh === null || addressEn === null ? null : { zh: addressZh, en: addressEn },
    })),
    rooms: await placesOf('room'),
    devices: await placesOf('device'),
    supervisions: found ? await listSupervisions(work, found.id) : [],
    travelTimes: (await listTravelTimes(work)).map(({ siteA, siteB, minutes }) => {
      const [site = '', other = ''] = [nameOf('site', siteA), nameOf('site', siteB)].toSorted()
      return { site, other, minutes }
    }),
  })
}

const expertItem = ({ id, name, nameEn, kind, title, mainInstitutionId }: KnownPractitioner, nameOf: Directory['nameOf']) => ({
  licence: nameOf('practitioner', id),
  name: { zh: name, en: nameEn },
  kind,
  title: title as Item<'practitioners'>['title'],
  mainInstitution: nameOf('institution', mainInstitutionId),
})

const licenceItems = (kind: 'institution' | 'practitioner', { id, licences }: KnownInstitution, nameOf: Directory['nameOf']) =>
  licences.map(({ number, scope: covers, validFrom, validUntil }) => ({
    kind,
    party: nameOf(kind, id),
    number,
    scope: covers.toSorted(),
    from: validFrom,
    until: validUntil,
  }))

function sorted<All extends Everything>(all: All): All {
  const inOrder = (name: ListName) => all[name].toSorted((a, b) => (keyOf(name, a) < keyOf(name, b) ? -1 : 1))
  return { ...all, ...Object.fromEntries(listNames.map((name) => [name, inOrder(name)])) }
}

/** What belongs to the network: its members and operator, the main institutions of its practitioners, and who shares a site with them. */
function ofNetwork(all: NetworkConfiguration): NetworkConfiguration {
  const members = (kind: string) => all.members.filter((one) => one.kind === kind).map(({ party }) => party)
  const experts = new Set(members('practitioner'))
  const practitioners = all.practitioners.filter(({ licence }) => experts.has(licence))
  const houses = new Set([all.network.operator, ...members('institution'), ...practitioners.map((one) => one.mainInstitution)])
  const hostOf = new Map(all.sites.map((site) => [siteName(site), site.institution]))
  const shares = [...all.rooms, ...all.devices].map(({ site, owner }) => [hostOf.get(site) ?? owner, owner] as const)
  for (let before = 0; before !== houses.size; ) {
    before = houses.size
    for (const share of shares) if (share.some((house) => houses.has(house))) for (const house of share) houses.add(house)
  }
  const sites = all.sites.filter(({ institution }) => houses.has(institution))
  const here = new Set(sites.map(siteName))
  return {
    ...all,
    practitioners,
    sites,
    institutions: all.institutions.filter(({ name }) => houses.has(name.zh)),
    members: all.members.filter(({ kind, party }) => kind === 'institution' || practitioners.some(({ licence }) => licence === party)),
    licences: all.licences.filter(({ kind, party }) => (kind === 'institution' ? houses.has(party) : experts.has(party))),
    filings: all.filings.filter(({ practitioner, institution }) => experts.has(practitioner) && houses.has(institution)),
    rooms: all.rooms.filter(({ site }) => here.has(site)),
    devices: all.devices.filter(({ site }) => here.has(site)),
    travelTimes: all.travelTimes.filter(({ site, other }) => here.has(site) && here.has(other)),
  }
}

async function give(work: Work, networkCode: string, given: NetworkConfiguration): Promise<Result<null, string>> {
  await lockImports(work)
  const directory = await findDirectory(work)
  const existing = await readAll(work, networkCode, directory)
  const part = sorted(given)
  const named = checkNames(part, existing)
  if (!named.ok) return named
  const missing = findMissing(part, existing, networkCode)
  if (!missing.ok) return missing
  return write(work, missing.value, directory, existing.network === null ? part.network : null, networkCode)
}

/** Every name that an item speaks of stands in the file or in the system. */
function checkNames(part: NetworkConfiguration, existing: Everything): Result<null, string> {
  const namesOf = (list: ListName) => new Set([...part[list], ...existing[list]].map((item) => keyOf(list, item)))
  const known = { institutions: namesOf('institutions'), practitioners: namesOf('practitioners'), sites: namesOf('sites') }
  type Speaks = readonly [place: string, list: keyof typeof known, name: string]
  const ofParty = (list: 'members' | 'licences') =>
    part[list].map((one): Speaks => [`${list} / ${keyOf(list, one)}`, `${one.kind}s`, one.party])
  const spoken: Speaks[] = [
    ['network', 'institutions', part.network.operator],
    ...part.practitioners.map((one): Speaks => [`practitioners / ${one.licence}`, 'institutions', one.mainInstitution]),
    ...ofParty('members'),
    ...ofParty('licences'),
    ...part.filings.flatMap((one): Speaks[] => [
      [`filings / ${keys.filings(one)}`, 'practitioners', one.practitioner],
      [`filings / ${keys.filings(one)}`, 'institutions', one.institution],
    ]),
    ...part.sites.map((one): Speaks => [`sites / ${siteName(one)}`, 'institutions', one.institution]),
    ...(['rooms', 'devices'] as const).flatMap((list) =>
      part[list].flatMap((one): Speaks[] => [
        [`${list} / ${keys[list](one)}`, 'sites', one.site],
        [`${list} / ${keys[list](one)}`, 'institutions', one.owner],
      ]),
    ),
    ...part.supervisions.flatMap(({ institution, line, superior }): Speaks[] => [
      [`supervisions / ${institution} / ${line}`, 'institutions', institution],
      [`supervisions / ${institution} / ${line}`, 'institutions', superior],
    ]),
    ...part.travelTimes.flatMap((one): Speaks[] => [
      [`travelTimes / ${keys.travelTimes(one)}`, 'sites', one.site],
      [`travelTimes / ${keys.travelTimes(one)}`, 'sites', one.other],
    ]),
  ]
  const unknown = spoken.find(([, list, name]) => !known[list].has(name))
  return unknown ? refuse('platform.configuration-unknown-name', { place: unknown[0], name: unknown[2] }) : ok(null)
}

type Missing = Omit<NetworkConfiguration, 'network'>

/** What of the file is not in the system; an item that is there and differs refuses it by its place. */
function findMissing(part: NetworkConfiguration, existing: Everything, networkCode: string): Result<Missing, string> {
  const differs = (place: string) => refuse('platform.configuration-differs', { place })
  if (part.network.code !== networkCode || (existing.network && !same(existing.network, part.network))) return differs('network')
  const missing: Partial<Record<ListName, unknown[]>> = {}
  for (const list of listNames) {
    const there = new Map<string, unknown>(existing[list].map((item) => [keyOf(list, item), item]))
    const items = part[list].map((item) => ({ key: keyOf(list, item), item }))
    const changed = items.find(({ key, item }) => there.has(key) && !same(there.get(key), item))
    if (changed) return differs(`${list} / ${changed.key}`)
    missing[list] = items.filter(({ key }) => !there.has(key)).map(({ item }) => item)
  }
  return ok(missing as Missing)
}

/** Equal as data, whatever the order of their fields. */
const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** Writes what is missing in the order of the keys between them. */
async function write(
  work: Work,
  missing: Missing,
  directory: Directory,
  network: NetworkConfiguration['network'] | null,
  networkCode: string,
): Promise<Result<null, string>> {
  const created = new Map<string, string>()
  const create = (kind: string, name: string) => created.set(`${kind} ${name}`, work.newId()).get(`${kind} ${name}`) ?? ''
  const idOf = <Thing extends 'institution' | 'practitioner' | 'site'>(kind: Thing, name: string) =>
    present(created.get(`${kind} ${name}`) ?? directory.idOf(kind, name), `${kind} ${name}`) as Id<Thing>
  const houses = await enter(work, {
    institutions: missing.institutions.map(({ name, kind }) => ({
      id: create('institution', name.zh) as Id<'institution'>,
      kind,
      nameZh: name.zh,
      nameEn: name.en,
    })),
  })
  if (!houses.ok) return houses
  const founded = await writeNetwork(work, network, idOf)
  if (!founded.ok) return founded
  const placed = await writePlaces(work, missing, idOf, create)
  if (!placed.ok) return placed
  const networkId = present(await findNetworkNamed(work, networkCode), networkCode).id
  for (const { institution, line, superior } of missing.supervisions) {
    const parties = { institutionId: idOf('institution', institution), superiorId: idOf('institution', superior) }
    const saved = await saveSupervision(work, { networkId, line, ...parties })
    if (!saved.ok) return saved
  }
  const experts = await enter(work, {
    practitioners: missing.practitioners.map(({ licence, name, kind, title, mainInstitution }) => ({
      id: create('practitioner', licence) as Id<'practitioner'>,
      mainInstitutionId: idOf('institution', mainInstitution),
      kind,
      title,
      nameZh: name.zh,
      nameEn: name.en,
    })),
  })
  if (!experts.ok) return experts
  return enter(work, {
    memberships: missing.members.map(({ kind, party, from, until }) => ({
      networkId,
      partyId: idOf(kind, party),
      validFrom: from,
      validUntil: until,
    })),
    licences: missing.licences.map(({ kind, party, number, scope: covers, from, until }) => ({
      id: work.newId<'licence'>(),
      partyId: idOf(kind, party),
      number,
      scope: covers,
      validFrom: from,
      validUntil: until,
    })),
    filings: missing.filings.map(({ practitioner, institution, scope: filed, from, until }) => ({
      id: work.newId<'filing'>(),
      practitionerId: idOf('practitioner', practitioner),
      institutionId: idOf('institution', institution),
      scope: filed,
      validFrom: from,
      validUntil: until,
    })),
  })
}

type IdOf = <Thing extends 'institution' | 'practitioner' | 'site'>(kind: Thing, name: string) => Id<Thing>

async function writeNetwork(work: Work, network: NetworkConfiguration['network'] | null, idOf: IdOf): Promise<Result<null, string>> {
  if (!network) return ok(null)
  const { code, kind, name, operator } = network
  const id = work.newId<'network'>()
  return insertNetwork(work, { id, code, kind, nameZh: name.zh, nameEn: name.en, operatorId: idOf('institution', operator) })
}

async function writePlaces(
  work: Work,
  { sites, rooms, devices, travelTimes }: Missing,
  idOf: IdOf,
  create: (kind: string, name: string) => string,
): Promise<Result<null, string>> {
  for (const site of sites) {
    const inserted = await insertSite(work, {
      id: create('site', siteName(site)) as Id<'site'>,
      institutionId: idOf('institution', site.institution),
      nameZh: site.name.zh,
      nameEn: site.name.en,
      zone: site.zone,
      addressZh: site.address?.zh ?? null,
      addressEn: site.address?.en ?? null,
    })
    if (!inserted.ok) return inserted
  }
  for (const [role, places] of [
    ['room', rooms],
    ['device', devices],
  ] as const) {
    for (const { site, name, kind, owner } of places) {
      const inserted = await insertRoomOrDevice(work, role, {
        id: work.newId(),
        siteId: idOf('site', site),
        ownerId: idOf('institution', owner),
        kind,
        nameZh: name.zh,
        nameEn: name.en,
      })
      if (!inserted.ok) return inserted
    }
  }
  for (const { site, other, minutes } of travelTimes) {
    const saved = await saveTravelTime(work, idOf('site', site), idOf('site', other), minutes)
    if (!saved.ok) return saved
  }
  return ok(null)
}
