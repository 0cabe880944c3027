import { readTexts } from '../../../wire/view'

/** The address of a wall: its site. */
export type WallView = { site?: string | undefined }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const parseWallView = (search: Record<string, unknown>): WallView => readTexts(search, ['site'], (_, text) => uuid.test(text))
