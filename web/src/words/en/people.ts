import type { Words } from '../shape'
import type { people as zh } from '../zh/people'

export const people: Words<typeof zh> = {
  registerTitle: 'Register a person',
  registerLead: 'An ID number fills birth date and sex; who is registered already is not made twice.',
  name: 'Name',
  idNumber: 'ID number',
  idNumberHelp: '18 characters, the last may be X',
  birthDate: 'Birth date',
  birthDateHelp: 'Without an ID number, for example 1980-03-12',
  sex: 'Sex',
  phone: 'Mobile',
  submit: 'Register and book',
  cancel: 'Cancel',
  nameMissing: 'Enter a name.',
  idOrBirthDate: 'Enter an ID number or a birth date.',
}
