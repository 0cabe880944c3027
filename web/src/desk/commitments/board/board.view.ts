import { readTexts } from '../../../wire/view'

/** The address of the board: `all` shows what others of the institution owe as well; `kind` narrows it. */
export type BoardView = { whose?: string | undefined; kind?: string | undefined }

export const parseBoardView = (search: Record<string, unknown>): BoardView =>
  readTexts(search, ['whose', 'kind'], (name, text) => (name === 'whose' ? text === 'all' : /^[a-z-]+\.[a-z-]+$/.test(text)))
