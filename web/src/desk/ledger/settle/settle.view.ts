import { isDate } from '../../../parts/moment'
import { readTexts } from '../../../wire/view'

/** The address of a settlement to come: of which network, until which day. */
export type SettleView = { network?: string | undefined; until?: string | undefined }

export const parseSettleView = (search: Record<string, unknown>): SettleView =>
  readTexts(search, ['network', 'until'], (name, text) => (name === 'until' ? isDate(text) : /^[0-9a-f-]{36}$/.test(text)))
