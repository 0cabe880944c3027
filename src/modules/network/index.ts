export { addDevice, addRoom } from './commands/add-resource.ts'
export { foundNetwork } from './commands/found-network.ts'
export { importRoster } from './commands/import-roster.ts'
export { endMembership, joinNetwork } from './commands/membership.ts'
export { openSite } from './commands/open-site.ts'
export { registerInstitution } from './commands/register-institution.ts'
export { registerPractitioner } from './commands/register-practitioner.ts'
export { setSuperior } from './commands/set-superior.ts'
export { setTravelTime } from './commands/set-travel-time.ts'
export {
  type InstitutionKind,
  mayActFor,
  type NetworkKind,
  type ResourceRole,
  resourceRoles,
  resourceRoleWords,
  type Title,
  titles,
  titleWords,
} from './domain/party.ts'
export { kindWords } from './domain/place-kind.ts'
export { mayPractise, membersOn, type PracticeFacts, type PracticeRefusal, practiceRefusals } from './domain/practice.ts'
export { readHeader, type SheetRow } from './domain/roster-sheet.ts'
export { type Specialty, specialties } from './domain/specialty.ts'
export { type ManagementLine, managementLines, managementLineWords } from './domain/supervision.ts'
export { type TravelTimes, travelMinutes } from './domain/travel.ts'
export { refusals } from './refusals.ts'
export { type Directory, findDirectory } from './store/directory.ts'
export { findNetwork, findOperator } from './store/party.ts'
export { findPlacesFor, type Place } from './store/places.ts'
export { findMemberships, findNetworksOf, findPracticeFacts, findTravelTimes } from './store/practice.ts'
export { findSuperior, findSupervised } from './store/supervision.ts'
