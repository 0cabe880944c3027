import { confirmNorm, listLookedAfter, listNorms, publishNorm, showNorm } from '../../../client/operations'
import { ask } from '../../../wire/query'

export const norms = () => ask(listNorms, {})
export const norm = (normId: string, number?: number) => ask(showNorm, number === undefined ? { normId } : { normId, number })
export const lookedAfter = () => ask(listLookedAfter, {})
export const steps = { confirmNorm, publishNorm }
export const afterChange = [[listNorms.id], [showNorm.id]]
