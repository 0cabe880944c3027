import type { Location, Organization, Practitioner, PractitionerRole } from '@medplum/fhirtypes'
import {
  addressOf,
  codes,
  daysOf,
  defineResource,
  identifierOf,
  momentOf,
  namesOf,
  onlyNow,
  reference,
  referTo,
  systems,
  token,
  type Version,
  words,
} from '../../fhir/index.ts'
import { dateIn, defaultZone, type Instant, instantAt, type PlainDate, plusDays } from '../../kernel/time.ts'
import { institutionKinds, institutionKindWords, titleWords } from './domain/party.ts'
import { kindWords } from './domain/place-kind.ts'
import { isInForce, type Period } from './domain/practice.ts'
import {
  findPublishedInstitutions,
  findPublishedPlaces,
  findPublishedPractitioners,
  findPublishedRoles,
  type LicenceDays,
  type PublishedInstitution,
  type PublishedPlace,
  type PublishedPractitioner,
  type PublishedRole,
} from './store/published.ts'

const permission = { staff: 'network.directory.read', patient: 'network.directory.read' } as const
const instead = {
  zh: '机构、人员和地点由运营方登记：POST /api/network/… 或导入花名册。',
  en: 'Institutions, people and places are registered by the operator: POST /api/network/… or a roster file.',
}
const byName = words('name', { zh: '名称：汉字、拼音或首字母开头', en: 'name: begins with characters, pinyin or initials' })
const byLicence = token('licence', { zh: '执业许可编号', en: 'number of a licence' }, systems.licence)
const inDays = {
  zh: '许可或成员资格开始和结束的每一天各有一个版本。',
  en: 'One version for each day on which a licence or a membership began or ended.',
}

/** What a row was on each day on which one of its periods began or was over, from the moment on at which it is known. */
function byDays<Kept extends { readonly id: string }>(
  row: Kept,
  now: Instant,
  periods: readonly Period[],
  on: (row: Kept, day: PlainDate) => Kept,
): readonly Version<Kept>[] {
  const known = momentOf(row.id)
  const days = periods.flatMap(({ validFrom, validUntil }) => [validFrom, ...(validUntil ? [plusDays(validUntil, 1)] : [])])
  const turns = days.map((day) => instantAt(defaultZone, day, '00:00')).filter((at) => at > known && at <= now)
  return [known, ...[...new Set(turns)].toSorted()].map((at, place) => ({
    id: String(place + 1),
    at,
    row: on(row, dateIn(defaultZone, at)),
  }))
}

const inForceOn = <One extends Period>(periods: readonly One[], day: PlainDate): readonly One[] =>
  periods.filter((one) => isInForce(one, day))

const qualificationOf = ({ number, scope, validFrom, validUntil }: LicenceDays) => ({
  identifier: [identifierOf(systems.licence, number)],
  code: {
    coding: scope.map((one) => ({ system: systems.specialty, code: one, display: kindWords(one).en })),
    text: scope.map((one) => kindWords(one).zh).join('、'),
  },
  period: daysOf(validFrom, validUntil),
})

export const organizationResource = defineResource<PublishedInstitution>({
  type: 'Organization',
  text: { zh: '网络里的机构', en: 'Institutions of the network.' },
  permission,
  about: 'nobody',
  parameters: {
    name: byName,
    identifier: byLicence,
    type: codes('kind', { zh: '机构类型', en: 'kind of institution' }, Object.fromEntries(institutionKinds.map((kind) => [kind, [kind]]))),
  },
  needs: [],
  includes: {},
  history: inDays,
  instead,
  find: findPublishedInstitutions,
  versions: (row, now) =>
    byDays(row, now, [...row.licences, ...row.memberships], (one, day) => ({
      ...one,
      licences: inForceOn(one.licences, day),
      memberships: inForceOn(one.memberships, day),
    })),
  map: ({ id, kind, name, licences, memberships }): Organization => ({
    resourceType: 'Organization',
    identifier: [
      identifierOf(systems.institution, id),
      ...licences.map(({ number, validFrom, validUntil }) =>
        identifierOf(systems.licence, number, { period: daysOf(validFrom, validUntil) }),
      ),
    ],
    active: memberships.length > 0,
    type: [
      {
        coding: [{ system: systems.institutionKind, code: kind, display: institutionKindWords[kind].en }],
        text: institutionKindWords[kind].zh,
      },
    ],
    name: name.zh,
    ...(name.en === name.zh ? {} : { alias: [name.en] }),
  }),
})

export const practitionerResource = defineResource<PublishedPractitioner>({
  type: 'Practitioner',
  text: { zh: '医生、技师和其他执业人员', en: 'Physicians, technicians and others who practise.' },
  permission,
  about: 'nobody',
  parameters: { name: byName, family: byName, given: byName, identifier: byLicence },
  needs: [],
  includes: {},
  history: inDays,
  instead,
  find: findPublishedPractitioners,
  versions: (row, now) => byDays(row, now, row.licences, (one, day) => ({ ...one, licences: inForceOn(one.licences, day) })),
  map: ({ name, licences }): Practitioner => ({
    resourceType: 'Practitioner',
    ...(licences.length > 0 ? { identifier: licences.map(({ number }) => identifierOf(systems.licence, number)) } : {}),
    active: licences.length > 0,
    name: namesOf(name.zh, name.en),
    ...(licences.length > 0 ? { qualification: licences.map(qualificationOf) } : {}),
  }),
})

export const practitionerRoleResource = defineResource<PublishedRole>({
  type: 'PractitionerRole',
  text: { zh: '谁在哪家机构执业：主执业机构和多点备案', en: 'Who works where: the main institution and filings beside it.' },
  permission,
  about: 'nobody',
  parameters: {
    practitioner: reference('practitioner', { zh: '执业人员', en: 'who practises' }, ['Practitioner']),
    organization: reference('institution', { zh: '机构', en: 'institution' }, ['Organization']),
    specialty: token('specialty', { zh: '诊疗科目', en: 'specialty' }, systems.specialty),
  },
  needs: [],
  includes: {
    practitioner: { target: 'Practitioner', of: ({ practitioner }: PractitionerRole) => [practitioner] },
    organization: { target: 'Organization', of: ({ organization }: PractitionerRole) => [organization] },
  },
  history: inDays,
  instead,
  find: findPublishedRoles,
  versions: (row, now) =>
    byDays(row, now, row.days ? [row.days] : [], (one, day) => (one.days && !isInForce(one.days, day) ? { ...one, scope: [] } : one)),
  map: ({ practitionerId, practitioner, institutionId, institution, title, scope, days }): PractitionerRole => ({
    resourceType: 'PractitionerRole',
    active: scope.length > 0,
    ...(days ? { period: daysOf(days.validFrom, days.validUntil) } : {}),
    practitioner: referTo('Practitioner', practitionerId, practitioner.zh),
    organization: referTo('Organization', institutionId, institution.zh),
    code: [{ coding: [{ system: systems.title, code: title, display: titleWords[title].en }], text: titleWords[title].zh }],
    ...(scope.length > 0
      ? {
          specialty: scope.map((one) => ({
            coding: [{ system: systems.specialty, code: one, display: kindWords(one).en }],
            text: kindWords(one).zh,
          })),
        }
      : {}),
  }),
})

const physicalType = 'http://terminology.hl7.org/CodeSystem/location-physical-type'

export const locationResource = defineResource<PublishedPlace>({
  type: 'Location',
  text: { zh: '院区和其中的房间', en: 'Sites and the rooms in them.' },
  permission,
  about: 'nobody',
  parameters: {
    name: byName,
    organization: reference('institution', { zh: '所属机构', en: 'whose it is' }, ['Organization']),
    partof: reference('site', { zh: '所在院区', en: 'the site it is in' }, ['Location']),
    type: token('kind', { zh: '房间类型', en: 'kind of room' }, systems.place),
  },
  needs: [],
  includes: {
    organization: { target: 'Organization', of: ({ managingOrganization }: Location) => [managingOrganization] },
    partof: { target: 'Location', of: ({ partOf }: Location) => [partOf] },
  },
  history: { zh: '只保留现状，一个版本。', en: 'Only the present state is kept: one version.' },
  instead,
  find: findPublishedPlaces,
  versions: onlyNow(({ id }) => momentOf(id)),
  map: ({ role, kind, name, address, institutionId, institution, siteId, site }): Location => ({
    resourceType: 'Location',
    status: 'active',
    name: name.zh,
    ...(name.en === name.zh ? {} : { alias: [name.en] }),
    mode: 'instance',
    ...(kind ? { type: [{ coding: [{ system: systems.place, code: kind, display: kindWords(kind).en }], text: kindWords(kind).zh }] } : {}),
    physicalType: { coding: [{ system: physicalType, code: role === 'site' ? 'si' : 'ro', display: role === 'site' ? 'Site' : 'Room' }] },
    ...(address ? { address: addressOf(address) } : {}),
    managingOrganization: referTo('Organization', institutionId, institution.zh),
    ...(siteId && site ? { partOf: referTo('Location', siteId, site.zh) } : {}),
  }),
})

/** What this room shows of itself as FHIR. */
export const networkResources = [organizationResource, practitionerResource, practitionerRoleResource, locationResource]
