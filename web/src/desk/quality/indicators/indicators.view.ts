import { isDate } from '../../../parts/moment'
import { readTexts } from '../../../wire/view'

const periods = ['day', 'week', 'month'] as const
export type Period = (typeof periods)[number]
const parts = ['numerator', 'denominator', 'excluded'] as const
export type Part = (typeof parts)[number]

/** The address: of which network, period and place; which indicator is open, which of its rows, as what, and the pane beside it. */
export type IndicatorsView = {
  network?: string | undefined
  period?: Period | undefined
  at?: string | undefined
  institution?: string | undefined
  site?: string | undefined
  indicator?: string | undefined
  part?: Part | undefined
  as?: 'table' | undefined
  pane?: 'target' | undefined
}

const isOneOf = (list: readonly string[], text: string): boolean => list.includes(text)
const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text)
const fits: Readonly<Record<keyof IndicatorsView, (text: string) => boolean>> = {
  network: isId,
  period: (text) => isOneOf(periods, text),
  at: isDate,
  institution: isId,
  site: isId,
  indicator: (text) => /^[a-z][a-z0-9-]{1,59}$/.test(text),
  part: (text) => isOneOf(parts, text),
  as: (text) => text === 'table',
  pane: (text) => text === 'target',
}
const names = Object.keys(fits) as (keyof IndicatorsView)[]

export const parseIndicatorsView = (search: Record<string, unknown>): IndicatorsView =>
  readTexts(search, names, (name, text) => fits[name](text)) as IndicatorsView
