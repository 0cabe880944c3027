import type { Module } from '../../platform/operation/index.ts'
import { addLicence } from './commands/add-licence.ts'
import { addDevice, addRoom } from './commands/add-resource.ts'
import { filePractice, renewFiling } from './commands/file-practice.ts'
import { foundNetwork } from './commands/found-network.ts'
import { importRoster } from './commands/import-roster.ts'
import { endMembership, joinNetwork } from './commands/membership.ts'
import { openSite } from './commands/open-site.ts'
import { registerInstitution } from './commands/register-institution.ts'
import { registerPractitioner } from './commands/register-practitioner.ts'
import { renewLicence } from './commands/renew-licence.ts'
import { setSuperior } from './commands/set-superior.ts'
import { setTravelTime } from './commands/set-travel-time.ts'
import { toRenew, watchExpiry } from './commands/watch-expiry.ts'
import { configuration } from './configuration.ts'
import { institutionKindWords, resourceRoleWords, titleWords } from './domain/party.ts'
import { placeKinds } from './domain/place-kind.ts'
import { specialties } from './domain/specialty.ts'
import { managementLineWords } from './domain/supervision.ts'
import { listInstitutions, listSites } from './queries/list-institutions.ts'
import { listResources } from './queries/list-resources.ts'
import { showInstitution } from './queries/show-institution.ts'
import { showMap } from './queries/show-map.ts'
import { listPractitioners, showPractitioner } from './queries/show-practitioner.ts'
import { refusals } from './refusals.ts'

export const network: Module = {
  name: 'network',
  zh: '网络',
  en: 'Network',
  permissions: {
    'network.directory.read': { zh: '查看机构名录', en: 'Read the directory' },
    'network.network.found': { zh: '建立网络', en: 'Found a network' },
    'network.party.register': { zh: '登记机构、院区和医师', en: 'Register institutions, sites and practitioners' },
    'network.practice.file': { zh: '办理本机构的备案和续期', en: 'File practitioners at the institution and renew' },
    'network.expiry.watch': { zh: '到期提醒（系统）', en: 'Watch what ends (system)' },
    'network.resource.add': { zh: '添加本机构的诊室和设备', en: 'Add rooms and devices of the institution' },
  },
  refusals,
  events: [],
  routes: [
    { method: 'GET', path: '/api/network/institutions', operation: listInstitutions },
    { method: 'GET', path: '/api/network/sites', operation: listSites },
    { method: 'GET', path: '/api/network/institutions/:institutionId/resources', operation: listResources },
    { method: 'GET', path: '/api/network/map', operation: showMap },
    { method: 'GET', path: '/api/network/institutions/:institutionId', operation: showInstitution },
    { method: 'GET', path: '/api/network/practitioners', operation: listPractitioners },
    { method: 'GET', path: '/api/network/practitioners/:practitionerId', operation: showPractitioner },
    { method: 'POST', path: '/api/network/networks', operation: foundNetwork },
    { method: 'POST', path: '/api/network/institutions', operation: registerInstitution },
    { method: 'POST', path: '/api/network/sites', operation: openSite },
    { method: 'POST', path: '/api/network/rooms', operation: addRoom },
    { method: 'POST', path: '/api/network/devices', operation: addDevice },
    { method: 'POST', path: '/api/network/practitioners', operation: registerPractitioner },
    { method: 'POST', path: '/api/network/licences', operation: addLicence },
    { method: 'POST', path: '/api/network/licences/:licenceId/renew', operation: renewLicence },
    { method: 'POST', path: '/api/network/filings', operation: filePractice },
    { method: 'POST', path: '/api/network/filings/:filingId/renew', operation: renewFiling },
    { method: 'POST', path: '/api/network/roster', operation: importRoster },
    { method: 'POST', path: '/api/network/travel-times', operation: setTravelTime },
    { method: 'POST', path: '/api/network/superiors', operation: setSuperior },
    { method: 'POST', path: '/api/network/memberships', operation: joinNetwork },
    { method: 'POST', path: '/api/network/memberships/end', operation: endMembership },
  ],
  inner: [watchExpiry],
  reactions: [],
  timers: (['filing', 'licence'] as const).map((kind) => ({
    kind: toRenew[kind],
    command: watchExpiry,
    inputOf: (subjectId) => ({ kind, subjectId }),
  })),
  configuration,
  enums: {
    networkKind: {
      MALL: { zh: '共享医疗综合体', en: 'medical mall' },
      HOSP: { zh: '国际平台医院', en: 'platform hospital' },
      COMM: { zh: '数字健共体', en: 'digital health community' },
      GROUP: { zh: '医生集团', en: 'physician group' },
      COUNTY: { zh: '县区医疗集团', en: 'county medical group' },
    },
    institutionKind: institutionKindWords,
    title: titleWords,
    commitmentKind: {
      'network.filing-to-renew': { zh: '备案待续期', en: 'filing to renew' },
      'network.licence-to-renew': { zh: '执业证待续期', en: 'licence to renew' },
    },
    periodState: {
      coming: { zh: '未生效', en: 'not yet in force' },
      'in-force': { zh: '有效', en: 'in force' },
      ending: { zh: '即将到期', en: 'ends soon' },
      ended: { zh: '已到期', en: 'ended' },
    },
    endingKind: {
      filing: { zh: '备案', en: 'filing' },
      licence: { zh: '执业证', en: 'licence' },
    },
    specialty: specialties,
    placeKind: placeKinds,
    resourceRole: resourceRoleWords,
    managementLine: managementLineWords,
  },
}
