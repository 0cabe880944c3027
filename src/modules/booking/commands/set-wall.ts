import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { tell } from '../../../platform/live/index.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse } from '../refusals.ts'
import { findSites } from '../store/calendar.ts'
import { saveShowsNames } from '../store/site-day.ts'
import { queueTopic } from '../topics.ts'

/** Whether the wall of a site shows masked names beside the numbers; numbers alone until its owner says otherwise. */
export const setWall = defineCommand({
  name: 'booking.set-wall',
  zh: '设置候诊大屏',
  en: 'Set the wall of a site',
  permission: 'booking.wall.set',
  input: T.Object({ siteId: idOf('site'), showsNames: T.Boolean() }),
  output: T.Object({ siteId: idOf('site'), showsNames: T.Boolean() }),
  refusals: ['booking.site-unknown'],
  async run(work, { siteId, showsNames }) {
    const site = (await findSites(work)).find(({ id }) => id === siteId)
    if (!site || site.institutionId !== work.actor.institutionId) return refuse('booking.site-unknown')
    await saveShowsNames(work, siteId, showsNames)
    await tell(work, queueTopic, siteId)
    return ok({ siteId, showsNames })
  },
})
