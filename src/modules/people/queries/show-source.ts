import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant } from '../../../platform/operation/schema.ts'
import { whySeen } from '../domain/sight.ts'
import { refuse } from '../refusals.ts'
import { findFactSource } from '../store/source.ts'
import { openFacts } from './fact-view.ts'

/** What a fact was taken from, as it was sent. */
export const showSource = defineQuery({
  name: 'people.show-source',
  zh: '查看导入的原文',
  en: 'See a fact as it was sent',
  permission: 'people.person.open',
  input: T.Object({ personId: idOf('person'), factId: idOf('fact') }),
  output: T.Object({
    personId: idOf('person'),
    factId: idOf('fact'),
    type: T.String({ description: 'type of the FHIR resource' }),
    address: T.String({ description: 'by what it is recognised: its fullUrl, or who sent it with its type and id' }),
    /** From 1; every earlier one is kept. */
    version: T.Integer(),
    receivedAt: instant,
    receivedBy: bilingual,
    resource: T.String({ description: 'the JSON as sent, every digit of it, without white space between its tokens' }),
  }),
  refusals: ['platform.person-not-open', 'people.fact-without-source'],
  async run(work, { personId, factId }) {
    const opened = await openFacts(work, personId)
    if (!opened.ok) return opened
    const found = await findFactSource(work, personId, factId)
    if (!found || whySeen(opened.value.sight, found.fact) === null) return refuse('people.fact-without-source')
    return ok({ personId, factId, ...found.source })
  },
})
