import { findPeople, registerPerson } from '../../../client/operations'

export const steps = { registerPerson }
export const afterChange = [[findPeople.id]]
