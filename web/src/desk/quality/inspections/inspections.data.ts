import { listInspections, listInspectors, listLookedAfter, listNorms, planInspection, withdrawInspection } from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'

export const inspections = (shows: 'open' | 'done') => askPages(listInspections, { shows })
export const lookedAfter = () => ask(listLookedAfter, {})
export const norms = () => ask(listNorms, {})
export const inspectors = (networkId: string, institutionId: string) => ask(listInspectors, { networkId, institutionId })
export const steps = { planInspection, withdrawInspection }
export const afterChange = [[listInspections.id], [listInspectors.id]]
