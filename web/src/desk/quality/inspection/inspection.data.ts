import { completeInspection, listInspections, listRectifications, saveInspection, showInspection } from '../../../client/operations'
import { ask } from '../../../wire/query'

export const inspection = (inspectionId: string) => ask(showInspection, { inspectionId })
export const steps = { saveInspection, completeInspection }
export const afterDraft = [[showInspection.id]]
export const afterChange = [[showInspection.id], [listInspections.id], [listRectifications.id]]
