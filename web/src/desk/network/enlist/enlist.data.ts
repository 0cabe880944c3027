import { registerPractitioner, showInstitution, showMap } from '../../../client/operations'
import { ask } from '../../../wire/query'

export const map = () => ask(showMap, {})
export const steps = { registerPractitioner }
export const afterChange = [[showMap.id], [showInstitution.id]]
