import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { findOpenings, openAsked, openingReasons } from '../../../platform/grant/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, page, pageKey, parsePageKey, words } from '../../../platform/operation/schema.ts'
import { findInstitutionNames } from '../store/person.ts'

const limit = 30

/** Who saw a person: she herself reads all, an institution what its own staff did. */
export const listOpenings = defineQuery({
  name: 'people.list-openings',
  zh: '谁看过',
  en: 'Who saw',
  permission: 'people.person.open',
  input: T.Object({ personId: T.Optional(idOf('person')), after: T.Optional(T.String()) }),
  output: page(
    T.Object({
      id: idOf('opening'),
      personId: idOf('person'),
      /** Null: a family member. */
      institution: nullable(bilingual),
      /** Whose account; the person herself reads the institution only, and the names of her family. */
      account: nullable(bilingual),
      reason: words(openingReasons, 'grantReason'),
      statedReason: nullable(T.String()),
      operation: T.String(),
      openedAt: instant,
    }),
  ),
  refusals: ['platform.person-not-open'],
  async run(work, { personId: asked, after }) {
    const { institutionId } = work.actor
    // Reading the trail of one's own institution is no new look at the person: the rows are the institution's.
    const person = institutionId && asked ? ok({ personId: asked }) : await openAsked(work, asked)
    if (!person.ok) return person
    const { personId } = person.value
    const key = parsePageKey(after)
    const before = key ? { openedAt: key[0] ?? '', id: key[1] ?? '' } : null
    const rows = await findOpenings(work, personId, institutionId, before, limit + 1)
    const shown = rows.slice(0, limit)
    const institutions = await findInstitutionNames(
      work,
      shown.map((row) => row.institutionId),
    )
    const last = shown.at(-1)
    return ok({
      items: shown.map(({ id, institutionId: from, reason, statedReason, operation, openedAt, nameZh, nameEn }) => ({
        id,
        personId,
        institution: (from && institutions.get(from)) ?? null,
        account: nameZh !== null && (institutionId !== null || reason === 'proxy') ? { zh: nameZh, en: nameEn ?? nameZh } : null,
        reason,
        statedReason,
        operation,
        openedAt,
      })),
      next: rows.length > limit && last ? pageKey(last.openedAt, last.id) : null,
    })
  },
})
