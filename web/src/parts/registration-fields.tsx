import { type Enum, enums } from '../client/enums'
import { useWords } from '../words/use-words'
import { Field } from './field'
import { Options, textOf } from './form'

export type Registration = {
  readonly name: string
  readonly idNumber: string | undefined
  readonly birthDate: string | undefined
  readonly sex: Enum<'sex'> | undefined
  readonly phone: string | undefined
}

/** What a person says of herself; the key of the sentence that says what is missing when it is not enough. */
export function readRegistration(form: FormData): Registration | 'nameMissing' | 'idOrBirthDate' {
  const name = textOf(form, 'name')
  const idNumber = textOf(form, 'idNumber')
  const birthDate = textOf(form, 'birthDate')
  if (!name) return 'nameMissing'
  if (!idNumber && !birthDate) return 'idOrBirthDate'
  return { name, idNumber, birthDate, sex: textOf(form, 'sex') as Enum<'sex'> | undefined, phone: textOf(form, 'phone') }
}

/** The fields of a registration, the same at the desk, at sign-up and for a family member. */
export function RegistrationFields() {
  const words = useWords().people
  return (
    <>
      <Field label={words.name}>{(control) => <input {...control} name="name" maxLength={50} autoComplete="off" />}</Field>
      <Field label={words.idNumber} help={words.idNumberHelp}>
        {(control) => <input {...control} name="idNumber" maxLength={18} autoComplete="off" autoCapitalize="characters" />}
      </Field>
      <Field label={words.birthDate} help={words.birthDateHelp}>
        {(control) => <input {...control} name="birthDate" type="date" />}
      </Field>
      <Field label={words.sex}>
        {(control) => (
          <select {...control} name="sex" defaultValue="">
            <option value="" />
            <Options of={enums.sex} />
          </select>
        )}
      </Field>
      <Field label={words.phone}>
        {(control) => <input {...control} name="phone" inputMode="numeric" maxLength={11} autoComplete="off" />}
      </Field>
    </>
  )
}
