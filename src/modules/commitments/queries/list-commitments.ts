import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, page, pageKey, parsePageKey, words } from '../../../platform/operation/schema.ts'
import { commitmentStates } from '../domain.ts'
import { listOpen } from '../store.ts'

const limit = 50

export const commitmentView = T.Object({
  id: idOf('commitment'),
  kind: T.String(),
  subjectId: T.String(),
  state: words(commitmentStates, 'commitmentState'),
  startedAt: instant,
  dueAt: instant,
  pauseReason: nullable(T.String()),
  /** What it is about, where that is no patient. */
  label: nullable(bilingual),
  version: T.Integer(),
})

/** What the acting institution owes, the one that breaks next first. */
export const listCommitments = defineQuery({
  name: 'commitments.list-commitments',
  zh: '待兑现的承诺',
  en: 'Commitments that are open',
  permission: 'commitments.board.read',
  input: T.Object({ after: T.Optional(T.String()) }),
  output: page(commitmentView),
  refusals: [],
  async run(work, { after }) {
    const key = parsePageKey(after)
    const owner = work.actor.institutionId
    const rows = owner ? await listOpen(work, owner, key ? { dueAt: key[0] as Instant, id: key[1] ?? '' } : null, limit + 1) : []
    const items = rows.slice(0, limit).map(({ id, kind, subjectId, state, startedAt, dueAt, pauseReason, labelZh, labelEn, version }) => ({
      id,
      kind,
      subjectId,
      state,
      startedAt,
      dueAt,
      pauseReason,
      label: labelZh === null ? null : { zh: labelZh, en: labelEn ?? labelZh },
      version,
    }))
    const last = items.at(-1)
    return ok({ items, next: rows.length > limit && last ? pageKey(last.dueAt, last.id) : null })
  },
})
