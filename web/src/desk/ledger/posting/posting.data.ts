import { showPosting } from '../../../client/operations'
import { ask } from '../../../wire/query'

export const posting = (postingId: string) => ask(showPosting, { postingId })
