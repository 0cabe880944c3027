import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { enums } from '../../client/enums'
import { openPerson } from '../../client/operations'
import { RefusalNote } from '../../parts/refusal-note'
import { ask, Refused } from '../../wire/query'
import { useBilingual, useWords } from '../../words/use-words'

/** Who is on the screen; it stays wherever something is written for a person. */
export function PatientBanner({ personId, children }: { personId: string; children?: ReactNode }) {
  const words = useWords().shell
  const pick = useBilingual()
  const { data, error } = useQuery({ ...ask(openPerson, { personId }), staleTime: 300_000 })
  return (
    <section className="banner" aria-label={words.patientBanner}>
      {error instanceof Refused && <RefusalNote refusal={error.refusal} />}
      {data && (
        <>
          <p className="who">
            <Link to="/people/$personId" params={{ personId }}>
              <b>{data.name}</b>
            </Link>
            <span className="note">{data.namePinyin}</span>
            <span>
              {pick(enums.sex[data.sex])} {words.age(data.ageYears)} {data.birthDate}
            </span>
          </p>
          <span className="tag neutral">{words.noAllergies}</span>
          {data.phoneMasked && <span className="num">{data.phoneMasked}</span>}
          {data.idNumberMasked && <span className="num note">{data.idNumberMasked}</span>}
          <span className="note">{words.whyVisible(pick(enums.grantReason[data.whyVisible]))}</span>
        </>
      )}
      <span className="end">{children}</span>
    </section>
  )
}
