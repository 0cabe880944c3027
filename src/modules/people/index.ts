export { askConsent, recordConsent } from './commands/consent.ts'
export { registerPerson } from './commands/register-person.ts'
export { hidePerson, showPerson } from './commands/show-person.ts'
export { ageOn } from './domain/person.ts'
