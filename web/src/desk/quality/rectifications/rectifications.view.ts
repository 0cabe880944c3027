import { type Enum, enums } from '../../../client/enums'
import { readTexts } from '../../../wire/view'

/** The address of the rectifications: open or closed, narrowed by state, severity and indicator, and the one that is looked at. */
export type RectificationsView = {
  shows?: 'closed' | undefined
  state?: Enum<'rectificationState'> | undefined
  severity?: Enum<'findingSeverity'> | undefined
  indicator?: string | undefined
  rectification?: string | undefined
}

const fits = {
  shows: (text: string) => text === 'closed',
  state: (text: string) => text in enums.rectificationState,
  severity: (text: string) => text in enums.findingSeverity,
  indicator: (text: string) => text.length <= 60,
  rectification: (text: string) => /^[0-9a-f-]{36}$/.test(text),
}

export const parseRectificationsView = (search: Record<string, unknown>): RectificationsView =>
  readTexts(search, ['shows', 'state', 'severity', 'indicator', 'rectification'], (name, text) => fits[name](text)) as RectificationsView
