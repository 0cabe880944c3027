import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, type Instant, spanOfDays } from '../../../kernel/time.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, page, pageKey, parsePageKey, words } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { boardTopic } from '../board.ts'
import { commitmentStates, measures } from '../domain.ts'
import { listOpen, tallyClosed } from '../store.ts'

const limit = 50

export const commitmentView = T.Object({
  id: idOf('commitment'),
  kind: T.String(),
  subjectId: T.String(),
  state: words(commitmentStates, 'commitmentState'),
  measure: words(measures, 'commitmentMeasure'),
  pausable: T.Boolean(),
  /** Who of the owner acts; null: anybody. */
  role: nullable(T.String()),
  personId: nullable(idOf('person')),
  startedAt: instant,
  dueAt: instant,
  pauseReason: nullable(T.String()),
  /** What it is about: a ticket and a service, a filing, an agreement; never a patient's name. */
  label: nullable(bilingual),
  version: T.Integer(),
})

/** What the acting institution owes, the one that breaks next first; `mine`: what the actor's roles owe. And how today's clocks ended. */
export const listCommitments = defineQuery({
  name: 'commitments.list-commitments',
  zh: '待兑现的承诺',
  en: 'Commitments that are open',
  permission: 'commitments.board.read',
  input: T.Object({ mine: T.Optional(T.Boolean()), after: T.Optional(T.String()) }),
  output: T.Object({
    ...page(commitmentView).properties,
    /** Clocks that ended today, by kind: own ones, and those that broke elsewhere and came here. */
    today: T.Array(T.Object({ kind: T.String(), met: T.Integer(), missed: T.Integer(), takenOver: T.Integer() })),
    live: liveView,
  }),
  refusals: ['platform.role-not-held'],
  async run(work, { mine, after }) {
    const owner = work.actor.institutionId
    if (!owner) return refuse('platform.role-not-held')
    const live = await includes(work, boardTopic, owner)
    const key = parsePageKey(after)
    const roles = mine ? work.actor.roles : null
    const rows = await listOpen(work, owner, roles, key ? { dueAt: key[0] as Instant, id: key[1] ?? '' } : null, limit + 1)
    const date = dateIn(defaultZone, work.now)
    const items = rows.slice(0, limit).map(({ labelZh, labelEn, ...row }) => ({
      ...pick(row),
      label: labelZh === null ? null : { zh: labelZh, en: labelEn ?? labelZh },
    }))
    const last = items.at(-1)
    return ok({
      items,
      next: rows.length > limit && last ? pageKey(last.dueAt, last.id) : null,
      today: await tallyClosed(work, owner, spanOfDays(defaultZone, date, date)),
      live,
    })
  },
})

type Row = Awaited<ReturnType<typeof listOpen>>[number]
const pick = ({
  id,
  kind,
  subjectId,
  state,
  measure,
  pausable,
  role,
  personId,
  startedAt,
  dueAt,
  pauseReason,
  version,
}: Omit<Row, 'labelZh' | 'labelEn'>) => ({
  id,
  kind,
  subjectId,
  state,
  measure,
  pausable,
  role,
  personId,
  startedAt,
  dueAt,
  pauseReason,
  version,
})
