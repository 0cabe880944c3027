import { readTexts } from '../../../wire/view'

/** The address of the front desk: its site, which list, and the pane that is open: a walk-in (for a person), or a visit to move. */
export type FrontDeskView = {
  site?: string | undefined
  list?: string | undefined
  walkIn?: string | undefined
  move?: string | undefined
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const parseFrontDeskView = (search: Record<string, unknown>): FrontDeskView =>
  readTexts(search, ['site', 'list', 'walkIn', 'move'], (name, text) =>
    name === 'list' ? text === 'coming' : name === 'walkIn' ? text === 'new' || uuid.test(text) : uuid.test(text),
  )
