import { readTexts } from '../../../wire/view'

/** The address of a worklist: what is open or what has ended, and the order that is looked at. */
export type WorklistView = { shows?: 'done' | undefined; order?: string | undefined }

const uuid = /^[0-9a-f-]{36}$/

export function parseWorklistView(search: Record<string, unknown>): WorklistView {
  const { shows, order } = readTexts(search, ['shows', 'order'], (name, text) => (name === 'shows' ? text === 'done' : uuid.test(text)))
  return { ...(shows ? { shows: 'done' as const } : {}), ...(order ? { order } : {}) }
}
