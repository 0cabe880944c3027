import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineQuery, type Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable, page, pageKey, parsePageKey, plainDate, words } from '../../../platform/operation/schema.ts'
import { type Agreement, leadingVersion, type ShownState, shownStates } from '../domain/agreement.ts'
import { listParties, listAgreements as listRows, listVersions } from '../store/agreement.ts'
import { listSignatures } from '../store/signature.ts'

const limit = 50

const agreementItem = T.Object({
  id: idOf('agreement'),
  code: T.String(),
  title: bilingual,
  parties: T.Array(T.Object({ role: T.String(), partyId: idOf('institution'), name: bilingual })),
  state: words(shownStates, 'agreementState'),
  number: T.Integer(),
  validFrom: plainDate,
  validUntil: nullable(plainDate),
  /** Whether the acting institution still has to sign a version. */
  toSign: T.Boolean(),
})
type Item = T.Static<typeof agreementItem>

/** Agreements of the acting institution by their code, each by its leading version. */
export const listAgreements = defineQuery({
  name: 'agreements.list-agreements',
  zh: '协议列表',
  en: 'Agreements of the institution',
  permission: 'agreements.agreement.read',
  input: T.Object({
    state: T.Optional(words(shownStates, 'agreementState')),
    /** The other party. */
    partyId: T.Optional(idOf('institution')),
    after: T.Optional(T.String()),
  }),
  output: page(agreementItem),
  refusals: [],
  async run(work, { state, partyId, after }) {
    const items: Item[] = []
    let key = keyOf(after)
    // A state is computed for the day, so a filtered page is filled from as many pages of rows as it takes.
    for (let more = true; more && items.length <= limit; ) {
      const rows = await listRows(work, partyId ?? null, key, limit + 1)
      items.push(...(await itemsOf(work, rows, state)))
      const last = rows.at(-1)
      more = rows.length > limit && last !== undefined
      key = last ? { code: last.code, id: last.id } : key
    }
    const shown = items.slice(0, limit)
    const last = shown.at(-1)
    return ok({ items: shown, next: items.length > limit && last ? pageKey(last.code, last.id) : null })
  },
})

function keyOf(after: string | undefined): { code: string; id: string } | null {
  const [code, id] = parsePageKey(after) ?? []
  return code && id ? { code, id } : null
}

async function itemsOf(work: Work, rows: readonly Agreement[], state: ShownState | undefined): Promise<Item[]> {
  const ids = rows.map(({ id }) => id)
  const [parties, versions] = [await listParties(work, ids), await listVersions(work, ids)]
  const proposed = versions.filter((version) => version.state === 'proposed').map(({ id }) => id)
  const unsigned = (await listSignatures(work, proposed)).filter(
    ({ partyId, signedOn }) => partyId === work.actor.institutionId && signedOn === null,
  )
  const day = dateIn(defaultZone, work.now)
  return rows.flatMap((agreement) => {
    const own = versions.filter(({ agreementId }) => agreementId === agreement.id)
    const leading = leadingVersion(agreement, own, day)
    if (!leading || (state && leading.state !== state)) return []
    const { number, validFrom, validUntil } = leading.version
    return [
      {
        id: agreement.id,
        code: agreement.code,
        title: agreement.title,
        parties: parties.filter(({ agreementId }) => agreementId === agreement.id).map(({ agreementId: _, ...party }) => party),
        state: leading.state,
        number,
        validFrom,
        validUntil,
        toSign: unsigned.some(({ versionId }) => own.some(({ id }) => id === versionId)),
      },
    ]
  })
}
