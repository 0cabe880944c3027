import { readTexts } from '../../../wire/view'

/** The address of a bill: whether its refund is being made. */
export type BillView = { readonly refund?: string | undefined }

export const parseBillView = (search: Record<string, unknown>): BillView => readTexts(search, ['refund'], (_, text) => text === 'open')
