import { type Static, Type as T } from 'typebox'
import { amountFen, bilingual, localTime, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { chargeCategories } from '../../agreements/index.ts'
import { resourceRoles, titles } from '../../network/index.ts'

const offering = T.Object({
  code: T.String(),
  owner: T.String(),
  name: bilingual,
  durationMinutes: T.Integer(),
  setupMinutes: T.Integer(),
  preparation: nullable(bilingual),
  validUntil: nullable(plainDate),
  needs: T.Array(T.Object({ role: words(resourceRoles, 'resourceRole'), kind: T.String() })),
  prices: T.Array(
    T.Object({
      validFrom: plainDate,
      site: nullable(T.String()),
      title: words(titles, 'title'),
      category: words(chargeCategories, 'chargeCategory'),
      amountFen,
    }),
  ),
})
const rota = T.Object({
  /** A practitioner by licence number, a room or device by its place. */
  resource: T.String(),
  role: words(resourceRoles, 'resourceRole'),
  lines: T.Array(
    T.Object({
      site: T.String(),
      weekday: T.Integer({ minimum: 1, maximum: 7 }),
      opens: localTime,
      closes: localTime,
      validFrom: plainDate,
      validUntil: nullable(plainDate),
    }),
  ),
})
/** What of a network this room configures, with names for ids. */
export const configured = T.Object({ offerings: T.Array(offering), rotas: T.Array(rota) })
export type ConfiguredOffering = Static<typeof offering>
export type ConfiguredRota = Static<typeof rota>

/** Which names of the directory a rota goes by. */
export const kindOf = ({ role }: Pick<ConfiguredRota, 'role'>) => (role === 'expert' ? ('practitioner' as const) : ('resource' as const))
