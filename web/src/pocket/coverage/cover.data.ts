import { showCover } from '../../client/operations'
import { ask } from '../../wire/query'

export const cover = (personId: string | undefined) => ask(showCover, { personId })
