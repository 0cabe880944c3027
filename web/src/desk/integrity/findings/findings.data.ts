import { listFindings, listRules, showFinding } from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'
import type { FindingsView } from './findings.view'

export const findings = ({ rule, verdict }: FindingsView) => askPages(listFindings, { rule, verdict })
export const finding = (findingId: string) => ask(showFinding, { findingId })
export const rules = () => ask(listRules, {})
