import { readTexts } from '../../../wire/view'

/** The address of describing: for whom, and the assessment that came of it. What is told never stands in an address. */
export type DescribeView = { person?: string | undefined; assessment?: string | undefined }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const parseDescribeView = (search: Record<string, unknown>): DescribeView =>
  readTexts(search, ['person', 'assessment'], (_, text) => uuid.test(text))
