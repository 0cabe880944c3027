import { enums } from '../../../client/enums'
import { Options } from '../../../parts/form'
import { useBilingual, useWords } from '../../../words/use-words'
import { TermPicker } from '../term-picker'
import type { Draft } from './note-draft'

type Diagnosis = Draft['diagnoses'][number]
type Props = { readonly diagnoses: readonly Diagnosis[]; readonly change: (diagnoses: readonly Diagnosis[]) => void }

/** Coded diagnoses, the main one first. */
export function DiagnosesField({ diagnoses, change }: Props) {
  const words = useWords().care
  const others = (code: string) => diagnoses.filter((one) => one.code !== code)
  return (
    <fieldset className="diagnoses">
      <legend>{words.diagnoses}</legend>
      <ul>
        {diagnoses.map((one, place) => (
          <Line
            key={one.code}
            diagnosis={one}
            isMain={place === 0}
            change={(next) => change(diagnoses.map((other) => (other.code === one.code ? next : other)))}
            makeMain={() => change([one, ...others(one.code)])}
            remove={() => change(others(one.code))}
          />
        ))}
      </ul>
      <TermPicker
        system="icd-10"
        label={words.addDiagnosis}
        choose={({ code, name }) => change([...others(code), { code, name, certainty: 'confirmed' }])}
      />
    </fieldset>
  )
}

type LineProps = {
  readonly diagnosis: Diagnosis
  readonly isMain: boolean
  readonly change: (diagnosis: Diagnosis) => void
  readonly makeMain: () => void
  readonly remove: () => void
}

function Line({ diagnosis, isMain, change, makeMain, remove }: LineProps) {
  const words = useWords().care
  const pick = useBilingual()
  const name = pick(diagnosis.name)
  return (
    <li>
      <b className="num">{diagnosis.code}</b>
      <span>{name}</span>
      <select
        aria-label={`${name} ${words.diagnoses}`}
        value={diagnosis.certainty}
        onChange={(event) => change({ ...diagnosis, certainty: event.target.value as Diagnosis['certainty'] })}
      >
        <Options of={enums.diagnosisCertainty} />
      </select>
      {isMain ? (
        <span className="tag mine">{words.main}</span>
      ) : (
        <button type="button" className="text" onClick={makeMain}>
          {words.makeMain}
        </button>
      )}
      <button type="button" className="text" aria-label={words.remove(name)} onClick={remove}>
        {words.removeWord}
      </button>
    </li>
  )
}
