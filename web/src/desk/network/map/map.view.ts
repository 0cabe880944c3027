import { readTexts } from '../../../wire/view'

/** The address of the map: which network, and the institution that is chosen. */
export type MapView = { network?: string | undefined; institution?: string | undefined }

const uuid = /^[0-9a-f-]{36}$/

export const parseMapView = (search: Record<string, unknown>): MapView =>
  readTexts(search, ['network', 'institution'], (_, text) => uuid.test(text))
