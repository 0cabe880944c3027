import { readTexts } from '../../../wire/view'

export const shows = ['mine', 'others', 'done'] as const
export type Show = (typeof shows)[number]

/** The address of my day: whose turn is shown, at which site, and the row that is looked at. */
export type MyDayView = { readonly show?: Show | undefined; readonly site?: string | undefined; readonly row?: string | undefined }

const row = /^(visit|owed|order|claim|parked|settle):[0-9a-f-]{36}$/
const uuid = /^[0-9a-f-]{36}$/

export function parseMyDayView(search: Record<string, unknown>): MyDayView {
  const view = readTexts(search, ['show', 'site', 'row'], (name, text) =>
    name === 'show' ? shows.some((show) => show === text) : (name === 'row' ? row : uuid).test(text),
  )
  return view as MyDayView
}
