import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, nullable, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { findTerm } from '../../../platform/terms/index.ts'
import { type Fact, noKnownAllergy, recordFacts } from '../../people/index.ts'
import { noneKnown, severities } from '../domain/allergy.ts'
import { refuse } from '../refusals.ts'
import { type Allergy, insertAllergy, lockAllergies, saveRefuted } from '../store/allergy.ts'

const permission = 'care.allergy.record'

/** Writes down what a person does not tolerate, or with `none-known` that she was asked and nothing is known. */
export const recordAllergy = defineCommand({
  name: 'care.record-allergy',
  zh: '登记过敏',
  en: 'Record an allergy',
  permission,
  input: T.Object({
    personId: idOf('person'),
    /** Of the system `substance`; null: written in words. */
    substanceCode: nullable(T.String({ maxLength: 64 })),
    substance: T.Optional(T.String({ minLength: 1, maxLength: 100 })),
    reaction: T.Optional(T.String({ maxLength: 200 })),
    severity: T.Optional(words(severities, 'allergySeverity')),
  }),
  output: T.Object({ allergyId: idOf('allergy') }),
  refusals: [
    'platform.person-not-open',
    'platform.role-not-held',
    'care.substance-unknown',
    'care.allergy-known',
    'care.allergies-recorded',
  ],
  async run(work, { personId, substanceCode, substance, reaction, severity }) {
    const opened = await openPerson(work, personId)
    if (!opened.ok) return opened
    const { institutionId } = work.actor
    if (!institutionId) return refusePlatform('platform.role-not-held')
    const name = await nameOf(work, substanceCode, substance)
    if (!name) return refuse('care.substance-unknown', { code: substanceCode ?? '' })
    const known = await lockAllergies(work, personId)
    const same = known.find((one) => (substanceCode ? one.substanceCode === substanceCode : one.nameZh === name.zh))
    if (same) return refuse('care.allergy-known', { substance: name })
    const other = known.find((one) => one.substanceCode !== noneKnown)
    if (substanceCode === noneKnown && other)
      return refuse('care.allergies-recorded', { substance: { zh: other.nameZh, en: other.nameEn } })
    for (const none of known.filter((one) => one.substanceCode === noneKnown)) await refute(work, none, name.zh)
    const allergy: Allergy = {
      id: work.newId<'allergy'>(),
      personId,
      institutionId,
      substanceCode,
      nameZh: name.zh,
      nameEn: name.en,
      reaction: reaction?.trim() || null,
      severity: severity ?? null,
      recordedAt: work.now,
    }
    await insertAllergy(work, allergy)
    await recordFacts(work, [factOf(allergy, null)])
    return ok({ allergyId: allergy.id })
  },
})

async function nameOf(work: Work, code: string | null, text: string | undefined) {
  if (code !== null) return (await findTerm(work, 'substance', code, dateIn(defaultZone, work.now)))?.name
  const written = text?.trim()
  return written ? { zh: written, en: written } : undefined
}

/** Says that a recorded allergy is none, and why. */
export const refuteAllergy = defineCommand({
  name: 'care.refute-allergy',
  zh: '更正过敏',
  en: 'Refute an allergy',
  permission,
  input: T.Object({ personId: idOf('person'), allergyId: idOf('allergy'), reason: T.String({ minLength: 2, maxLength: 200 }) }),
  output: T.Object({ allergyId: idOf('allergy') }),
  refusals: ['platform.person-not-open', 'platform.not-found'],
  async run(work, { personId, allergyId, reason }) {
    const opened = await openPerson(work, personId)
    if (!opened.ok) return opened
    const allergy = (await lockAllergies(work, personId)).find(({ id }) => id === allergyId)
    if (!allergy) return refusePlatform('platform.not-found')
    await refute(work, allergy, reason)
    return ok({ allergyId })
  },
})

async function refute(work: Work, allergy: Allergy, reason: string): Promise<void> {
  await saveRefuted(work, allergy.id as Id<'allergy'>, reason)
  await recordFacts(work, [factOf(allergy, work.now)])
}

const codeOf = ({ substanceCode }: Allergy): Fact['code'] => {
  if (substanceCode === noneKnown) return noKnownAllergy
  return substanceCode === null ? null : { system: 'substance', code: substanceCode }
}

const factOf = (allergy: Allergy, endedAt: Fact['endedAt']): Fact => ({
  personId: allergy.personId,
  institutionId: allergy.institutionId,
  kind: 'allergy',
  status: endedAt === null ? 'active' : 'entered-in-error',
  code: codeOf(allergy),
  name: { zh: allergy.nameZh, en: allergy.nameEn },
  value: null,
  unit: null,
  low: null,
  high: null,
  flag: null,
  note: allergy.reaction,
  happenedAt: allergy.recordedAt,
  endedAt,
  source: 'care.allergy',
  sourceId: allergy.id,
})
