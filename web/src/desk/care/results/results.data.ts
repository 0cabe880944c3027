import { acknowledgeResult, handleCriticalValue, listResults, readBackCriticalValue } from '../../../client/operations'
import { ask } from '../../../wire/query'

export const results = () => ask(listResults, {})
export const steps = { acknowledgeResult, readBackCriticalValue, handleCriticalValue }
export const afterChange = [[listResults.id]]
