import { setTravelTime, showMap } from '../../../client/operations'
import { ask } from '../../../wire/query'

export const map = (networkId: string | undefined) => ask(showMap, { networkId })
export const steps = { setTravelTime }
export const afterChange = [[showMap.id]]
