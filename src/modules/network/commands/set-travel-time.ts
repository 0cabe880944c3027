import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse } from '../refusals.ts'
import { saveTravelTime } from '../store/practice.ts'

/** How long the way between two sites takes, the same both ways. */
export const setTravelTime = defineCommand({
  name: 'network.set-travel-time',
  zh: '设定院区之间的路程',
  en: 'Set the time between two sites',
  permission: 'network.party.register',
  input: T.Object({ siteId: idOf('site'), otherSiteId: idOf('site'), minutes: T.Integer({ minimum: 0, maximum: 1440 }) }),
  output: T.Object({ minutes: T.Integer() }),
  refusals: ['network.site-unknown', 'network.travel-one-site'],
  async run(work, { siteId, otherSiteId, minutes }) {
    if (siteId === otherSiteId) return refuse('network.travel-one-site')
    const saved = await saveTravelTime(work, siteId, otherSiteId, minutes)
    return saved.ok ? ok({ minutes }) : saved
  },
})
