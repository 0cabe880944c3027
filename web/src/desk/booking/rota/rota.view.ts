import { readTexts } from '../../../wire/view'

/** The address of the rota: whose. */
export type RotaView = { resource?: string | undefined }

export const parseRotaView = (search: Record<string, unknown>): RotaView =>
  readTexts(search, ['resource'], (_, text) => /^[0-9a-f-]{36}$/.test(text))
