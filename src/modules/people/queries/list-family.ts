import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { findProxies, openAsked, relations } from '../../../platform/grant/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { ageOn, sexes } from '../domain/person.ts'
import { findNames, findNamesOnCards } from '../store/person.ts'

/** For whom a person may act, and who may act for her. An institution reads the names on its own cards only. */
export const listFamily = defineQuery({
  name: 'people.list-family',
  zh: '查看家人',
  en: 'See the family',
  permission: 'people.person.open',
  network: 'the names of family members who are linked to the opened person',
  input: T.Object({ personId: T.Optional(idOf('person')) }),
  output: T.Object({
    items: T.Array(
      T.Object({
        proxyId: idOf('proxy'),
        holderPersonId: idOf('person'),
        personId: idOf('person'),
        /** What the person is to the holder. */
        relation: words(relations, 'relation'),
        since: instant,
        /** The other one of the two; null: she has no card of this institution. */
        other: nullable(T.Object({ personId: idOf('person'), name: T.String(), sex: words(sexes, 'sex'), ageYears: T.Integer() })),
      }),
    ),
  }),
  refusals: ['platform.person-not-open'],
  async run(work, { personId: asked }) {
    const opened = await openAsked(work, asked)
    if (!opened.ok) return opened
    const { personId } = opened.value
    const proxies = await findProxies(work, personId)
    const otherOf = (proxy: (typeof proxies)[number]) => (proxy.personId === personId ? proxy.holderPersonId : proxy.personId)
    const { institutionId } = work.actor
    const ids = proxies.map(otherOf)
    const persons = await (institutionId ? findNamesOnCards(work, institutionId, ids) : findNames(work, ids))
    const today = dateIn(defaultZone, work.now)
    return ok({
      items: proxies.map((proxy) => {
        const other = persons.find(({ id }) => id === otherOf(proxy))
        return {
          proxyId: proxy.id,
          holderPersonId: proxy.holderPersonId,
          personId: proxy.personId,
          relation: proxy.relation,
          since: proxy.validFrom,
          other: other ? { personId: other.id, name: other.name, sex: other.sex, ageYears: ageOn(other.birthDate, today) } : null,
        }
      }),
    })
  },
})
