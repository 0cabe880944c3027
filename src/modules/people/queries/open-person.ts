import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { openPerson as open, openingReasons } from '../../../platform/grant/index.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { tallyOpen } from '../../commitments/index.ts'
import { readAllergies } from '../domain/allergy.ts'
import { ageOn, maskIdNumber, maskPhone, sexes } from '../domain/person.ts'
import { findPerson } from '../store/person.ts'
import { findAllergies } from '../store/portrait.ts'
import { nameOf } from './fact-view.ts'

/** The banner of one person, with what nobody who writes for her may overlook; it is written down who saw her and why. */
export const openPerson = defineQuery({
  name: 'people.open-person',
  zh: '打开就诊人',
  en: 'Open a person',
  permission: 'people.person.open',
  input: T.Object({ personId: idOf('person') }),
  output: T.Object({
    personId: idOf('person'),
    name: T.String(),
    namePinyin: T.String(),
    sex: words(sexes, 'sex'),
    birthDate: plainDate,
    ageYears: T.Integer(),
    phoneMasked: nullable(T.String()),
    idNumberMasked: nullable(T.String()),
    whyVisible: words(openingReasons, 'grantReason'),
    allergies: T.Array(T.Object({ name: bilingual, note: nullable(T.String()) })),
    noneKnown: T.Boolean({ description: 'said in so many words; false and no allergies: not recorded' }),
    /** What the acting institution owes about her; null: who looks is no institution. */
    commitments: nullable(T.Object({ open: T.Integer(), nextDueAt: nullable(instant) })),
    live: liveView,
  }),
  refusals: ['platform.person-not-open', 'platform.not-found'],
  async run(work, { personId }) {
    const live = await includes(work, 'people.person', personId)
    const opened = await open(work, personId)
    if (!opened.ok) return opened
    const person = await findPerson(work, personId)
    if (!person) return refuse('platform.not-found')
    const { name, namePinyin, sex, birthDate, phone, idNumber } = person
    const { items, noneKnown } = readAllergies(await findAllergies(work, personId))
    const { institutionId } = work.actor
    return ok({
      personId,
      name,
      namePinyin,
      sex,
      birthDate,
      ageYears: ageOn(birthDate, dateIn(defaultZone, work.now)),
      phoneMasked: maskPhone(phone),
      idNumberMasked: maskIdNumber(idNumber),
      whyVisible: opened.value.reason,
      allergies: items.map((fact) => ({ name: nameOf(fact), note: fact.note })),
      noneKnown,
      commitments: institutionId ? await tallyOpen(work, institutionId, personId) : null,
      live,
    })
  },
})
