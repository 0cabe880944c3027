import { useState } from 'react'
import type { ShowInstitutionAnswer } from '../../client/operations'
import type { Refusal } from '../../wire/send'
import { useWords } from '../../words/use-words'
import { RenewForm } from './renew-form'
import { Standing, useSpecialties } from './standing'

type Licence = ShowInstitutionAnswer['licences'][number]
type Props = {
  readonly licences: readonly Licence[]
  readonly mayRenew: boolean
  readonly command: { readonly pending: boolean; readonly unsent: boolean; readonly refusal: Refusal | null }
  readonly renew: (licence: Licence, validUntil: string | null) => void
}

/** The licences of a party, the newest first, with their days and the way to renew. */
export function Licences({ licences, mayRenew, command, renew }: Props) {
  const words = useWords().network
  const specialties = useSpecialties()
  const [open, setOpen] = useState<string | null>(null)
  if (licences.length === 0)
    return (
      <section>
        <h3>{words.licence}</h3>
        <p>
          {words.noLicence} <span className="note">{words.noLicenceHint}</span>
        </p>
      </section>
    )
  return licences.map((licence) => (
    <section key={licence.id}>
      <h3>
        {words.licence} <small className="num">{licence.number}</small>
      </h3>
      <Standing {...licence} />
      <p className="note">{specialties.all(licence.scope)}</p>
      {mayRenew && licence.renewable && open !== licence.id && (
        <button type="button" className="text" onClick={() => setOpen(licence.id)}>
          {words.renew}
        </button>
      )}
      {open === licence.id && licence.renewable && (
        <RenewForm validUntil={licence.validUntil} command={command} renew={(until) => renew(licence, until)} leave={() => setOpen(null)} />
      )}
    </section>
  ))
}
