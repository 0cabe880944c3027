export { fhirDoor } from './door.ts'
export { coded, codes, date, person, reference, token, words } from './parameter.ts'
export { defineResource, momentOf, type Opened, onlyNow, type Version } from './resource.ts'
export {
  addressOf,
  called,
  codeSystems,
  concept,
  daysOf,
  identifierOf,
  moneyOf,
  namesOf,
  periodOf,
  referTo,
  referToRow,
  systems,
} from './value.ts'
