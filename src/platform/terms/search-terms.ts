import { Type as T } from 'typebox'
import { ok } from '../../kernel/result.ts'
import { dateIn, defaultZone } from '../../kernel/time.ts'
import { defineQuery } from '../operation/index.ts'
import { bilingual, nullable } from '../operation/schema.ts'
import type { DrugDetail } from './detail.ts'
import { findTermsByText } from './store.ts'

const limit = 20

/** What a form needs to order a drug. */
const drugView = T.Object({ strength: T.String(), doseUnit: T.String(), routes: T.Array(T.String()) })
const drugOf = ({ strength, doseUnit, routes }: DrugDetail): T.Static<typeof drugView> => ({ strength, doseUnit, routes })

/** Codes of a system by code, characters, pinyin, initials or English word, as a picker shows them. */
export const searchTerms = defineQuery({
  name: 'platform.search-terms',
  zh: '查找编码',
  en: 'Find codes',
  permission: null,
  input: T.Object({ system: T.String({ minLength: 2, maxLength: 40 }), text: T.Optional(T.String({ maxLength: 60 })) }),
  output: T.Object({ items: T.Array(T.Object({ code: T.String(), name: bilingual, drug: nullable(drugView) })) }),
  refusals: [],
  async run({ db, now }, { system, text = '' }) {
    const terms = await findTermsByText(db, system, text, dateIn(defaultZone, now), limit)
    return ok({
      items: terms.map(({ code, name, detail }) => ({ code, name, drug: system === 'drug' ? drugOf(detail as DrugDetail) : null })),
    })
  },
})
