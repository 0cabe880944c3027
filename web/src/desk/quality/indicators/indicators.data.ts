import { listIndicatorRows, listIndicators, listRectifications, setTarget, showIndicator } from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'
import type { IndicatorsView, Part } from './indicators.view'

const asked = ({ network, period, at, institution, site }: IndicatorsView) => ({
  networkId: network,
  period,
  at,
  institutionId: institution,
  siteId: site,
})

export const indicators = (view: IndicatorsView) => ask(listIndicators, asked(view))
export const indicator = (view: IndicatorsView, code: string) => ask(showIndicator, { ...asked(view), code })
export const rows = (view: IndicatorsView, code: string, part: Part) => askPages(listIndicatorRows, { ...asked(view), code, part })
export const rectificationsOf = (indicatorCode: string) => askPages(listRectifications, { indicatorCode })
export const steps = { setTarget }
export const afterChange = [[listIndicators.id], [showIndicator.id]]
