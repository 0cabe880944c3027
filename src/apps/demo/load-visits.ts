import { present } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/id.ts'
import { plusDays } from '../../kernel/time.ts'
import { confirmVisit, findPromises, holdVisit } from '../../modules/booking/index.ts'
import type { Actor } from '../../platform/operation/index.ts'
import { ask } from '../../platform/operation/perform.ts'
import { type Loading, run } from './loading.ts'

/** A promise on a day, or the next day that has one left: over the day, mostly with the expert who is free first, so that people wait for her. */
async function findPromise({ runtime, today }: Loading, butler: Actor, offeringId: Id<'offering'>, day: number, place: number) {
  for (let later = 0; later < 3; later += 1) {
    const found = await ask(runtime, findPromises, butler, { offeringId, date: plusDays(today, day + later) }, 'demo')
    const items = found.ok ? found.value.items : []
    const [first] = items
    if (!first) continue
    const expertOf = ({ resources }: typeof first) => resources.find(({ role }) => role === 'expert')?.id
    const fitting = place % 4 === 0 ? items : items.filter((item) => expertOf(item) === expertOf(first))
    return fitting[(place * 7) % fitting.length]
  }
  return undefined
}

/** Promises of today and the coming days, so that the first screen has something to weave around. */
export async function book(loading: Loading, butler: Actor): Promise<void> {
  const { plan, progress } = loading
  for (const [place, { person, offering, day }] of plan.visits.entries()) {
    const offeringId = present(loading.offerings.get(offering), offering)
    const promise = await findPromise(loading, butler, offeringId, day, place)
    if (promise) {
      const { siteId: at, startsAt, resources } = promise
      const request = {
        offeringId,
        personId: present(loading.people.get(person), 'a person'),
        siteId: at,
        startsAt,
        resourceIds: resources.map(({ id }) => id),
      }
      const { visitId, version } = await run<{ visitId: string; version: number }>(loading, butler, holdVisit, request)
      await run(loading, butler, confirmVisit, { visitId, version })
    }
    progress('visits', place + 1, plan.visits.length)
  }
}
