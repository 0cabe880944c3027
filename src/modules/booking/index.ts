export { cancelVisit, confirmVisit } from './commands/change-visit.ts'
export { holdVisit } from './commands/hold-visit.ts'
export { defineOffering, openCalendar } from './commands/offer.ts'
export { findPromises } from './queries/find-promises.ts'
