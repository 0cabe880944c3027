import { type ShowWallAnswer, setWall, showWall } from '../../../client/operations'
import { ask } from '../../../wire/query'

export type Wall = ShowWallAnswer
export type WallLane = Wall['lanes'][number]

export const wall = (siteId: string) => ask(showWall, { siteId })
export const steps = { setWall }
export const afterChange = [[showWall.id]]
