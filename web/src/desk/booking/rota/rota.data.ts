import { listResources, listSites, planRota, showCalendar, takeLeave, tryRota, withdrawLeave } from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'
import type { Line } from './rota.order'

export const resources = (institutionId: string) => askPages(listResources, { institutionId })
export const sites = () => ({ ...ask(listSites, {}), staleTime: 300_000 })
export const calendar = (resourceId: string) => ask(showCalendar, { resourceId })

/** What the lines would give, before they are planned. */
export const trial = (resourceId: string, validFrom: string, lines: readonly Line[], durationMinutes: number) =>
  ask(tryRota, { resourceId, validFrom, lines, durationMinutes })

export const steps = { planRota, takeLeave, withdrawLeave }
export const afterChange = [[showCalendar.id], [tryRota.id]]
