import { Type as T } from 'typebox'
import { normalise } from '../../../kernel/name.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf, nullable, page, pageKey, parsePageKey, plainDate, words } from '../../../platform/operation/schema.ts'
import { ageOn, type Sex, sexes } from '../domain/person.ts'
import { findCards } from '../store/person.ts'

const limit = 20

/** Finds persons that the acting institution may see: by characters, pinyin, initials, phone, last four of phone or ID. */
export const findPeople = defineQuery({
  name: 'people.find-people',
  zh: '搜索就诊人',
  en: 'Find people',
  permission: 'people.person.find',
  input: T.Object({ text: T.String({ minLength: 1, maxLength: 50 }), after: T.Optional(T.String()) }),
  output: page(
    T.Object({
      personId: idOf('person'),
      name: T.String(),
      sex: words(sexes, 'sex'),
      birthDate: plainDate,
      ageYears: T.Integer(),
      phoneLastFour: nullable(T.String()),
    }),
  ),
  refusals: [],
  async run(work, { text, after }) {
    const { institutionId } = work.actor
    const sought = normalise(text)
    if (!institutionId || sought === '') return ok({ items: [], next: null })
    const key = parsePageKey(after)
    const rows = await findCards(work, institutionId, sought, key ? { token: key[0] ?? '', personId: key[1] ?? '' } : null, limit + 1)
    const shown = rows.slice(0, limit)
    const once = shown.filter((row, place) => shown.findIndex(({ personId }) => personId === row.personId) === place)
    const today = dateIn(defaultZone, work.now)
    const last = shown.at(-1)
    return ok({
      items: once.map(({ personId, name, sex, birthDate, phoneLastFour }) => ({
        personId,
        name,
        sex: sex as Sex,
        birthDate,
        ageYears: ageOn(birthDate, today),
        phoneLastFour,
      })),
      next: rows.length > limit && last ? pageKey(last.token, last.personId) : null,
    })
  },
})
