import type { Static } from 'typebox'
import { Type as T } from 'typebox'
import type { Id } from '../../kernel/id.ts'
import { dateIn, defaultZone, type PlainDate } from '../../kernel/time.ts'
import type { Work } from '../../platform/operation/index.ts'
import { words } from '../../platform/operation/schema.ts'
import { findDemographics } from '../people/index.ts'
import { ageMonthsOn } from './domain/age.ts'
import { consciousnesses, type Facts } from './domain/facts.ts'
import { redFlagKeys } from './domain/red-flags.ts'

const whole = (minimum: number, maximum: number) => T.Optional(T.Integer({ minimum, maximum }))
const decimal = (minimum: number, maximum: number) => T.Optional(T.Number({ minimum, maximum }))

export const vitalSigns = T.Object({
  temperatureCelsius: decimal(25, 45),
  heartRatePerMinute: whole(0, 350),
  systolicMmHg: whole(0, 350),
  usualSystolicMmHg: whole(60, 300),
  diastolicMmHg: whole(0, 250),
  breathsPerMinute: whole(0, 100),
  oxygenPercent: whole(0, 100),
  glucoseMmolPerLitre: decimal(0, 80),
  painScore: whole(0, 10),
  consciousness: T.Optional(words(consciousnesses, 'consciousness')),
})
export const answer = T.Object({ redFlag: words(redFlagKeys, 'redFlag'), present: T.Boolean() })

/** What a person says and what was measured; age and sex come from her record. */
export const told = {
  complaint: T.String({ minLength: 1, maxLength: 500 }),
  pregnant: T.Optional(T.Boolean()),
  vitalSigns: T.Optional(vitalSigns),
  answers: T.Optional(T.Array(answer, { maxItems: 40 })),
}
const toldSchema = T.Object(told)

/** What was told, with age and sex of the opened person. */
export async function factsOf(
  work: Work,
  personId: Id<'person'>,
  { complaint, pregnant = false, vitalSigns: signs = {}, answers = [] }: Static<typeof toldSchema>,
): Promise<{ readonly facts: Facts; readonly today: PlainDate } | undefined> {
  const person = await findDemographics(work, personId)
  if (!person) return undefined
  const today = dateIn(defaultZone, work.now)
  const facts: Facts = {
    complaint: complaint.trim(),
    ageMonths: ageMonthsOn(person.birthDate, today),
    sex: person.sex,
    pregnant,
    vitalSigns: signs,
    answers: Object.fromEntries(answers.map(({ redFlag, present }) => [redFlag, present])),
  }
  return { facts, today }
}
