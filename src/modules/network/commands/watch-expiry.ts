import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, instantAt, type PlainDate, plusDays } from '../../../kernel/time.ts'
import { scheduleDue } from '../../../platform/due/index.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { words } from '../../../platform/operation/schema.ts'
import { closeCommitment, promise } from '../../commitments/index.ts'
import { watchDay } from '../domain/expiry.ts'
import { type Ending, lockEndings } from '../store/ends.ts'

export type EndingKind = 'filing' | 'licence'
/** The kind of the commitment, and of the timer that opens it. */
export const toRenew: Readonly<Record<EndingKind, string>> = { filing: 'network.filing-to-renew', licence: 'network.licence-to-renew' }

type Ends = { readonly id: string; readonly validUntil: PlainDate | null }

/** What has a last day is owed to be renewed from 60 days before it: promised at once, or by the worker when that day comes. */
export async function watchEnds(work: Work, kind: EndingKind, ends: readonly Ends[]): Promise<void> {
  const today = dateIn(defaultZone, work.now)
  const dated = ends.flatMap(({ id, validUntil }) =>
    validUntil !== null && validUntil >= today ? [{ id, day: watchDay(validUntil) }] : [],
  )
  const near = dated.filter(({ day }) => day <= today)
  if (near.length > 0)
    await promiseRenewals(
      work,
      kind,
      near.map(({ id }) => id),
    )
  for (const { id, day } of dated.filter((one) => one.day > today))
    await scheduleDue(work, { at: instantAt(defaultZone, day, '00:00'), kind: toRenew[kind], subject: id })
}

/** What was owed for it is done: it was renewed, or its last day moved. */
export const closeRenewal = (work: Work, kind: EndingKind, id: string, how: 'kept' | 'withdrawn'): Promise<void> =>
  closeCommitment(work, toRenew[kind], id, how)

async function promiseRenewals(work: Work, kind: EndingKind, ids: readonly string[]): Promise<void> {
  const today = dateIn(defaultZone, work.now)
  for (const ending of await lockEndings(work, kind, ids, today)) {
    if (watchDay(ending.validUntil) > today) continue
    await promise(work, {
      kind: toRenew[kind],
      subjectId: ending.id,
      owner: ending.ownerId,
      escalatesTo: ending.operatorId,
      person: null,
      dueAt: instantAt(defaultZone, plusDays(ending.validUntil, 1), '00:00'),
      label: labelOf(ending),
    })
  }
}

const labelOf = ({ partyZh, partyEn, placeZh, placeEn }: Ending) =>
  placeZh === null
    ? { zh: `${partyZh}的执业证`, en: `Licence of ${partyEn}` }
    : { zh: `${partyZh}在${placeZh}的备案`, en: `Filing of ${partyEn} at ${placeEn}` }

/** The worker's: 60 days before the last day, what is not renewed yet becomes a commitment of its owner. */
export const watchExpiry = defineCommand({
  name: 'network.watch-expiry',
  zh: '到期提醒',
  en: 'Watch what ends',
  permission: 'network.expiry.watch',
  network: 'a filing or licence of any institution may end, and becomes a commitment of that institution',
  input: T.Object({ kind: words(['filing', 'licence'], 'endingKind'), subjectId: T.String({ format: 'uuid' }) }),
  output: T.Object({}),
  refusals: [],
  async run(work, { kind, subjectId }) {
    await closeRenewal(work, kind, subjectId, 'withdrawn') // opened early because the last day was changed
    await promiseRenewals(work, kind, [subjectId])
    return ok({})
  },
})
