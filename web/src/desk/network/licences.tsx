import { useState } from 'react'
import type { ShowInstitutionAnswer } from '../../client/operations'
import type { Refusal } from '../../wire/send'
import { useWords } from '../../words/use-words'
import { LicenceForm, type NewLicence } from './licence-form'
import { RenewForm } from './renew-form'
import { Standing, useSpecialties } from './standing'

type Licence = ShowInstitutionAnswer['licences'][number]
type Command = { readonly pending: boolean; readonly unsent: boolean; readonly refusal: Refusal | null }
type Props = {
  readonly licences: readonly Licence[]
  readonly mayAct: boolean
  readonly renewing: Command
  readonly renew: (licence: Licence, validUntil: string | null) => void
  readonly adding: Command
  readonly add: (licence: NewLicence) => void
}

/** The licences of a party, the newest first, with their days and the way to renew; without any, the way to enter one. */
export function Licences({ licences, mayAct, renewing, renew, adding, add }: Props) {
  const words = useWords().network
  const [open, setOpen] = useState<string | null>(null)
  const leave = () => setOpen(null)
  if (licences.length > 0)
    return licences.map((licence) => (
      <LicenceSection
        key={licence.id}
        licence={licence}
        mayRenew={mayAct && licence.renewable}
        open={open === licence.id}
        choose={() => setOpen(licence.id)}
      >
        <RenewForm validUntil={licence.validUntil} command={renewing} renew={(until) => renew(licence, until)} leave={leave} />
      </LicenceSection>
    ))
  return (
    <section>
      <h3>{words.licence}</h3>
      <p>
        {words.noLicence} <span className="note">{words.noLicenceHint}</span>
      </p>
      {mayAct && open === null && (
        <button type="button" className="text" onClick={() => setOpen('new')}>
          {words.addLicence}
        </button>
      )}
      {mayAct && open === 'new' && <LicenceForm command={adding} add={add} leave={leave} />}
    </section>
  )
}

type SectionProps = {
  readonly licence: Licence
  readonly mayRenew: boolean
  readonly open: boolean
  readonly choose: () => void
  readonly children: React.ReactNode
}

function LicenceSection({ licence, mayRenew, open, choose, children }: SectionProps) {
  const words = useWords().network
  const specialties = useSpecialties()
  return (
    <section>
      <h3>
        {words.licence} <small className="num">{licence.number}</small>
      </h3>
      <Standing {...licence} />
      <p className="note">{specialties.all(licence.scope)}</p>
      {mayRenew && !open && (
        <button type="button" className="text" onClick={choose}>
          {words.renew}
        </button>
      )}
      {mayRenew && open && children}
    </section>
  )
}
