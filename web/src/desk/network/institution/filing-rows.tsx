import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { enums } from '../../../client/enums'
import type { ShowInstitutionAnswer } from '../../../client/operations'
import { Empty } from '../../../parts/answer'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { RenewForm } from '../renew-form'
import { Standing, useSpecialties } from '../standing'
import { useMayActFor } from '../use-may-act-for'
import { afterChange, steps } from './institution.data'

type Filing = ShowInstitutionAnswer['filings'][number]

/** Who is filed here, the one that ends next first; what ends soon is renewed in its row. */
export function FilingRows({ institution: { id, filings } }: { institution: ShowInstitutionAnswer }) {
  const words = useWords().network
  const [open, setOpen] = useState<string | null>(null)
  const mayRenew = useMayActFor(id)
  return (
    <>
      <h2 className="part">
        {words.filings} <small className="num">{filings.length}</small>
      </h2>
      {filings.length === 0 && <Empty title={words.noFilings} hint={words.noFilingsHint} />}
      {filings.length > 0 && (
        <table className="grid">
          <thead>
            <tr>
              <th>{words.practitioner}</th>
              <th>{words.mainInstitution}</th>
              <th>{words.scope}</th>
              <th>{words.state}</th>
              <th className="r">{words.next}</th>
            </tr>
          </thead>
          <tbody>
            {filings.map((filing) => (
              <FilingRow key={filing.id} filing={filing} mayRenew={mayRenew} open={open === filing.id} choose={setOpen} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

type RowProps = {
  readonly filing: Filing
  readonly mayRenew: boolean
  readonly open: boolean
  readonly choose: (id: string | null) => void
}

function FilingRow({ filing, mayRenew, open, choose }: RowProps) {
  const words = useWords().network
  const pick = useBilingual()
  const specialties = useSpecialties()
  const { practitioner } = filing
  const due = filing.renewable && filing.state !== 'in-force'
  const renew = useCommand(steps.renewFiling, filing.id, { makesOld: afterChange })
  return (
    <>
      <tr className={open ? 'on' : undefined}>
        <th scope="row" className="nowrap">
          <Link to="/network/practitioners/$practitionerId" params={{ practitionerId: practitioner.id }}>
            <b>{pick(practitioner.name)}</b>
          </Link>{' '}
          <span className="note">{pick(enums.title[practitioner.title])}</span>
        </th>
        <td>{pick(practitioner.main.name)}</td>
        <td>{specialties.all(filing.scope)}</td>
        <td>
          <Standing {...filing} />
        </td>
        <td className="r">
          {mayRenew && due && (
            <button
              type="button"
              className="text"
              aria-label={words.renewFor(pick(practitioner.name))}
              aria-expanded={open}
              onClick={() => choose(open ? null : filing.id)}
            >
              {words.renew}
            </button>
          )}
        </td>
      </tr>
      {open && due && (
        <tr className="opened">
          <td colSpan={5}>
            <RenewForm
              validUntil={filing.validUntil}
              command={renew}
              renew={(validUntil) => renew.run({ filingId: filing.id, validUntil })}
              leave={() => choose(null)}
            />
          </td>
        </tr>
      )}
    </>
  )
}
