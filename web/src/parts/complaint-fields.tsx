import { type Enum, enums } from '../client/enums'
import type { AskInput } from '../client/operations'
import { useWords } from '../words/use-words'
import { Field } from './field'
import { Options, textOf } from './form'

export type Told = Pick<AskInput, 'complaint' | 'pregnant' | 'vitalSigns'>

const measures = [
  ['temperatureCelsius', 'temperature', 25, 45],
  ['heartRatePerMinute', 'heartRate', 0, 350],
  ['systolicMmHg', 'systolic', 0, 350],
  ['diastolicMmHg', 'diastolic', 0, 250],
  ['oxygenPercent', 'oxygen', 0, 100],
  ['glucoseMmolPerLitre', 'glucose', 0, 80],
  ['painScore', 'pain', 0, 10],
] as const
const deskMeasures = [
  ['breathsPerMinute', 'breaths', 0, 100],
  ['usualSystolicMmHg', 'usualSystolic', 60, 300],
] as const
const decimals: readonly string[] = ['temperatureCelsius', 'glucoseMmolPerLitre']

/** What was told in the form; null: the complaint is missing. */
export function readTold(form: FormData): Told | null {
  const complaint = textOf(form, 'complaint')
  if (!complaint) return null
  const measured = [...measures, ...deskMeasures].flatMap(([measure]) => {
    const text = textOf(form, measure)
    return text === undefined || Number.isNaN(Number(text)) ? [] : [[measure, Number(text)] as const]
  })
  const consciousness = textOf(form, 'consciousness') as Enum<'consciousness'> | undefined
  return {
    complaint,
    pregnant: form.has('pregnant'),
    vitalSigns: { ...Object.fromEntries(measured), ...(consciousness ? { consciousness } : {}) },
  }
}

type Props = { readonly told: Told | null; readonly desk?: boolean }

/** The complaint in one's own words. */
export function ComplaintField({ told }: Props) {
  const words = useWords().triage
  return (
    <Field label={words.complaint} help={words.complaintHelp}>
      {(control) => <textarea {...control} name="complaint" rows={3} maxLength={500} defaultValue={told?.complaint ?? ''} />}
    </Field>
  )
}

/** What was measured, all of it optional; the desk may know more than the phone. */
export function VitalFields({ told, desk = false }: Props) {
  const words = useWords().triage
  return (
    <>
      {[...measures, ...(desk ? deskMeasures : [])].map(([measure, word, min, max]) => (
        <Field key={measure} label={words[word]}>
          {(control) => (
            <input
              {...control}
              name={measure}
              type="number"
              inputMode="decimal"
              min={min}
              max={max}
              step={decimals.includes(measure) ? 0.1 : 1}
              defaultValue={told?.vitalSigns?.[measure] ?? ''}
            />
          )}
        </Field>
      ))}
      {desk && (
        <Field label={words.consciousness}>
          {(control) => (
            <select {...control} name="consciousness" defaultValue={told?.vitalSigns?.consciousness ?? ''}>
              <option value="">{words.unmeasured}</option>
              <Options of={enums.consciousness} />
            </select>
          )}
        </Field>
      )}
      <label className="check">
        <input type="checkbox" name="pregnant" defaultChecked={told?.pregnant ?? false} />
        {words.pregnant}
      </label>
    </>
  )
}
