import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, nullable, words } from '../../../platform/operation/schema.ts'
import { checkTerms, termsRefusals } from '../domain/check-terms.ts'
import { exampleExpert, previewShares } from '../domain/preview.ts'
import { roleText, sentencesOf } from '../domain/sentence.ts'
import { chargeCategories, roleName, termsSchema } from '../domain/terms.ts'
import { sentenceView } from './show-agreement.ts'

const largestFen = 1_000_000_000_000
const exampleFen = T.Integer({ minimum: -largestFen, maximum: largestFen, description: 'fen of CNY' })
const receiverView = { party: T.String({ description: 'a role, or `practitioner`' }), name: bilingual, amountFen: T.Integer() }

/** What terms would do with an example bill: shares, the chain that explains them, and what the terms say. It reads and writes no row. */
export const previewTerms = defineQuery({
  name: 'agreements.preview-terms',
  zh: '预览条款',
  en: 'Preview terms on an example bill',
  permission: 'agreements.agreement.read',
  input: T.Object({
    parties: T.Array(T.Object({ role: roleName, name: bilingual }), { minItems: 2, maxItems: 12 }),
    terms: termsSchema,
    example: T.Object({
      host: roleName,
      expert: nullable(roleName),
      device: nullable(roleName),
      minutes: T.Integer({ minimum: 1, maximum: 1440 }),
      charges: T.Array(T.Object({ category: words(chargeCategories, 'chargeCategory'), amountFen: exampleFen }), { maxItems: 20 }),
    }),
  }),
  output: T.Object({
    sentences: T.Array(sentenceView),
    totalFen: T.Integer(),
    shares: T.Array(T.Object(receiverView)),
    links: T.Array(
      T.Object({
        place: T.String(),
        ofFen: T.Integer(),
        lines: T.Array(T.Object({ ...receiverView, rate: T.String() })),
        sentence: bilingual,
      }),
    ),
  }),
  refusals: [...termsRefusals],
  async run(_, { parties, terms, example }) {
    const roles = parties.map(({ role }) => role)
    const checked = checkTerms(terms, roles)
    if (!checked.ok) return checked
    const named = parties.map((party) => ({ ...party, partyId: party.role as never }))
    const nameOf = (partyId: string) => parties.find(({ role }) => role === partyId)?.name ?? roleText(partyId, [])
    const charges = example.charges.map(({ category, amountFen }) => ({ category, amountFen: BigInt(amountFen) }))
    const { parties: shares, links } = previewShares(terms, parties, { ...example, charges })
    const receiver = ({ partyId, kind, amountFen }: (typeof shares)[number]) => ({
      party: kind === 'practitioner' ? exampleExpert : partyId,
      name: nameOf(partyId),
      amountFen: Number(amountFen),
    })
    return ok({
      sentences: sentencesOf(terms, named),
      totalFen: example.charges.reduce((sum, { amountFen }) => sum + amountFen, 0),
      shares: shares.map(receiver),
      links: links.map(({ place, ofFen, lines, sentence }) => ({
        place,
        ofFen: Number(ofFen),
        lines: lines.map((line) => ({ ...receiver(line), rate: line.rate })),
        sentence,
      })),
    })
  },
})
