import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { openPerson as open, openingReasons } from '../../../platform/grant/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { ageOn, maskIdNumber, maskPhone, sexes } from '../domain/person.ts'
import { findPerson } from '../store/person.ts'

/** The banner of one person; it is written down who saw her and why. */
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
  }),
  refusals: ['platform.person-not-open', 'platform.not-found'],
  async run(work, { personId }) {
    const opened = await open(work, personId)
    if (!opened.ok) return opened
    const person = await findPerson(work, personId)
    if (!person) return refuse('platform.not-found')
    const { name, namePinyin, sex, birthDate, phone, idNumber } = person
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
    })
  },
})
