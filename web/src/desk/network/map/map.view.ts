import { type Enum, enums } from '../../../client/enums'
import { readTexts } from '../../../wire/view'

/** The address of the map: which network, the institution that is chosen, and the kind to which the list keeps. */
export type MapView = {
  network?: string | undefined
  institution?: string | undefined
  only?: Enum<'institutionKind'> | undefined
}

const uuid = /^[0-9a-f-]{36}$/

export const parseMapView = (search: Record<string, unknown>): MapView =>
  readTexts(search, ['network', 'institution', 'only'], (name, text) =>
    name === 'only' ? text in enums.institutionKind : uuid.test(text),
  ) as MapView
