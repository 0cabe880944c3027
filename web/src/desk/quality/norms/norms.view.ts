import { readTexts } from '../../../wire/view'

/** The address of the norms: the one that is read and in which version, or what a board asks to confirm. */
export type NormsView = { norm?: string | undefined; version?: string | undefined; asked?: string | undefined }
/** The norm whose next version is written; none: a new one. */
export type PublishView = { norm?: string | undefined }

const uuid = /^[0-9a-f-]{36}$/

export const parseNormsView = (search: Record<string, unknown>): NormsView =>
  readTexts(search, ['norm', 'version', 'asked'], (name, text) => (name === 'version' ? /^[1-9]\d{0,3}$/ : uuid).test(text))

export const parsePublishView = (search: Record<string, unknown>): PublishView => readTexts(search, ['norm'], (_, text) => uuid.test(text))
