import { showShares } from '../../client/operations'
import { ask } from '../../wire/query'

export const shares = (visitId: string) => ask(showShares, { visitId })
