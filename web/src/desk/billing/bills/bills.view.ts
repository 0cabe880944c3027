import { type Enum, enums } from '../../../client/enums'
import { isDate } from '../../../parts/moment'
import { readTexts } from '../../../wire/view'

/** The address of the bills: in which state, whose, issued on which days. */
export type BillsView = {
  readonly state?: Enum<'billState'> | undefined
  readonly person?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

const uuid = /^[0-9a-f-]{36}$/

export function parseBillsView(search: Record<string, unknown>): BillsView {
  const view = readTexts(search, ['state', 'person', 'from', 'until'], (name, text) => {
    if (name === 'state') return text in enums.billState
    return name === 'person' ? uuid.test(text) : isDate(text)
  })
  return view as BillsView
}
