import { readTexts } from '../../../wire/view'

/** The address of the inspections: those to come or those that are done, and whether one is planned beside the list. */
export type InspectionsView = { shows?: 'done' | undefined; plan?: 'yes' | undefined }

export const parseInspectionsView = (search: Record<string, unknown>): InspectionsView =>
  readTexts(search, ['shows', 'plan'], (name, text) => text === (name === 'shows' ? 'done' : 'yes')) as InspectionsView
