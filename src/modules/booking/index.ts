export { holdToConfirm, holdVisit } from './commands/hold-visit.ts'
export { cancelVisit, confirmVisit } from './commands/change-visit.ts'
export { defineOffering, openCalendar } from './commands/offer.ts'
