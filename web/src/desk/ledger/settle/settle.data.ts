import { listStatements, previewSettlement, settlePeriod } from '../../../client/operations'
import { ask } from '../../../wire/query'
import type { SettleView } from './settle.view'

export const preview = ({ network, until }: SettleView) => ask(previewSettlement, { networkId: network, until })
export const steps = { settlePeriod }
export const afterChange = [[previewSettlement.id], [listStatements.id]]
