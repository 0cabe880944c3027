import { listInstitutions, registerInstitution, showMap } from '../../../client/operations'
import { ask } from '../../../wire/query'

export const map = () => ask(showMap, {})
export const steps = { registerInstitution }
export const afterChange = [[showMap.id], [listInstitutions.id]]
