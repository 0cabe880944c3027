import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { openAsked } from '../../../platform/grant/index.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { askConsent } from '../../people/index.ts'
import { assess as judge } from '../domain/assess.ts'
import { rulesOn } from '../domain/rule-set.ts'
import { assessmentMade } from '../events.ts'
import { insertAssessment } from '../store/assessment.ts'
import { factsOf, told } from '../told.ts'

/** Keeps a complaint with what the rules suggest for it: by the person herself, her family, or staff who may see her. */
export const assess = defineCommand({
  name: 'triage.assess',
  zh: '分诊',
  en: 'Assess a complaint',
  permission: 'triage.assessment.make',
  input: T.Object({ personId: T.Optional(idOf('person')), ...told }),
  output: T.Object({ assessmentId: idOf('assessment') }),
  refusals: ['platform.person-not-open', 'platform.not-found', 'people.consent-missing'],
  async run(work, { personId: asked, ...said }) {
    const opened = await openAsked(work, asked)
    if (!opened.ok) return opened
    const { personId } = opened.value
    const agreed = work.actor.kind === 'patient' ? await askConsent(work, personId) : ok(null)
    if (!agreed.ok) return agreed
    const known = await factsOf(work, personId, said)
    if (!known) return refusePlatform('platform.not-found')
    const { facts, today } = known
    const { suggestion } = judge(rulesOn(today), facts)
    const assessmentId = work.newId<'assessment'>()
    await insertAssessment(work, { id: assessmentId, personId, facts, suggestion })
    await work.publish(assessmentMade.of(assessmentId, { assessmentId }))
    return ok({ assessmentId })
  },
})
