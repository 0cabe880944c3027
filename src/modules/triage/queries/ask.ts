import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { openAsked } from '../../../platform/grant/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { assess } from '../domain/assess.ts'
import { redFlagKeys } from '../domain/red-flags.ts'
import { rulesOn } from '../domain/rule-set.ts'
import { factsOf, told } from '../told.ts'
import { suggestionView, viewOfSuggestion } from './views.ts'

/** What is still worth asking about a complaint, and what the rules say so far; nothing is kept. */
export const ask = defineQuery({
  name: 'triage.ask',
  zh: '分诊提问',
  en: 'Ask about a complaint',
  permission: 'triage.assessment.make',
  input: T.Object({ personId: T.Optional(idOf('person')), ...told }),
  output: T.Object({
    questions: T.Array(T.Object({ redFlag: words(redFlagKeys, 'redFlag'), question: bilingual })),
    suggestion: suggestionView,
  }),
  refusals: ['platform.person-not-open', 'platform.not-found'],
  async run(work, { personId: asked, ...said }) {
    const opened = await openAsked(work, asked)
    if (!opened.ok) return opened
    const known = await factsOf(work, opened.value.personId, said)
    if (!known) return refusePlatform('platform.not-found')
    const { suggestion, questions } = assess(rulesOn(known.today), known.facts)
    return ok({
      questions: questions.map(({ redFlag, ...question }) => ({ redFlag, question })),
      suggestion: viewOfSuggestion(suggestion),
    })
  },
})
