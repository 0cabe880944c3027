import { listRectifications, planRectification, recheckRectification, showRectification, submitEvidence } from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'
import type { RectificationsView } from './rectifications.view'

export const rectifications = ({ shows, state, severity, indicator }: RectificationsView) =>
  askPages(listRectifications, { shows: shows ?? 'open', state, severity, indicatorCode: indicator })
export const rectification = (rectificationId: string) => ask(showRectification, { rectificationId })
export const steps = { planRectification, submitEvidence, recheckRectification }
export const afterChange = [[listRectifications.id], [showRectification.id]]
