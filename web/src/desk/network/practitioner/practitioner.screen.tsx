import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import type { ShowPractitionerAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { Icon } from '../../../parts/icon'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { Licences } from '../licences'
import { Standing, useSpecialties } from '../standing'
import { useMayActFor } from '../use-may-act-for'
import { FileForm } from './file-form'
import { afterChange, practitioner, steps } from './practitioner.data'
import type { PractitionerView } from './practitioner.view'

const address = '/shell/network/practitioners/$practitionerId'

/** May she, this, here, on that day; and who can mend it where she may not. */
export function PractitionerScreen() {
  const { practitionerId } = useParams({ from: address })
  const view = useSearch({ from: address })
  const query = useQuery(practitioner(practitionerId, view.date))
  return <Answer of={query}>{(found) => <Page practitioner={found} view={view} />}</Answer>
}

function Page({ practitioner: found, view }: { practitioner: ShowPractitionerAnswer; view: PractitionerView }) {
  const words = useWords().network
  const pick = useBilingual()
  const specialties = useSpecialties()
  const navigate = useNavigate({ from: '/network/practitioners/$practitionerId' })
  const change = (part: Partial<PractitionerView>) => void navigate({ search: (before) => ({ ...before, ...part }) })
  const filedAt = found.may.find(({ institution }) => institution.id === view.file)?.institution
  return (
    <div className="split-view with-hold">
      <div className="col">
        <div className="head">
          <h1>{pick(found.name)}</h1>
          <span className="note">
            {pick(enums.title[found.title])} · {specialties.one(found.kind)} · {pick(found.main.name)}
          </span>
          <label className="end field">
            <span>{words.mayOn}</span>
            <input type="date" value={found.date} onChange={(event) => change({ date: event.target.value || undefined })} />
          </label>
        </div>
        <div className="grow">
          <h2 className="part">{words.mayTitle}</h2>
          <Verdicts practitioner={found} file={(institutionId) => change({ file: institutionId })} />
        </div>
      </div>
      <aside className="hold col" aria-label={words.licence}>
        <div className="grow">
          {filedAt && (
            <FileForm
              key={filedAt.id}
              practitionerId={found.id}
              institution={filedAt}
              scope={found.licences[0]?.scope ?? []}
              date={found.date}
              leave={() => change({ file: undefined })}
            />
          )}
          <Papers practitioner={found} />
        </div>
      </aside>
    </div>
  )
}

/** One row per institution that could host her. */
function Verdicts({ practitioner: { may, main }, file }: { practitioner: ShowPractitionerAnswer; file: (institutionId: string) => void }) {
  const words = useWords().network
  return (
    <table className="grid tall">
      <thead>
        <tr>
          <th>{words.institution}</th>
          <th>{words.verdict}</th>
          <th>{words.why}</th>
          <th className="r">{words.next}</th>
        </tr>
      </thead>
      <tbody>
        {may.map((row) => (
          <Verdict key={row.institution.id} row={row} isMain={row.institution.id === main.id} file={file} />
        ))}
      </tbody>
    </table>
  )
}

type VerdictProps = {
  readonly row: ShowPractitionerAnswer['may'][number]
  readonly isMain: boolean
  readonly file: (institutionId: string) => void
}

function Verdict({ row: { institution, allowed, code, reason }, isMain, file }: VerdictProps) {
  const words = useWords().network
  const pick = useBilingual()
  const mayFile = useMayActFor(institution.id)
  return (
    <tr>
      <th scope="row">
        <Link to="/network/institutions/$institutionId" params={{ institutionId: institution.id }}>
          {pick(institution.name)}
        </Link>
      </th>
      <td>
        <span className={allowed ? 'tag done' : 'tag danger'}>
          <Icon name={allowed ? 'check' : 'warning'} />
          <span>{allowed ? words.may : words.mayNot}</span>
        </span>
      </td>
      <td className={allowed ? 'dim' : undefined}>{reason ? pick(reason) : isMain ? words.mainNoFiling : words.filedHere}</td>
      <td className="r">
        {mayFile && code === 'network.filing-missing' && (
          <button
            type="button"
            className="text"
            aria-label={words.addFilingAt(pick(institution.name))}
            onClick={() => file(institution.id)}
          >
            {words.addFiling}
          </button>
        )}
        {mayFile && code === 'network.filing-expired' && (
          <Link className="text" to="/network/institutions/$institutionId" params={{ institutionId: institution.id }}>
            {words.renew}
          </Link>
        )}
      </td>
    </tr>
  )
}

/** Her licence, and every filing with its days. */
function Papers({ practitioner: { id, main, licences, filings } }: { practitioner: ShowPractitionerAnswer }) {
  const words = useWords().network
  const pick = useBilingual()
  const specialties = useSpecialties()
  const renew = useCommand(steps.renewLicence, id, { makesOld: afterChange })
  const add = useCommand(steps.addLicence, id, { makesOld: afterChange })
  return (
    <>
      <Licences
        licences={licences}
        mayAct={useMayActFor(main.id)}
        renewing={renew}
        adding={add}
        add={(licence) => add.run({ partyId: id, ...licence })}
        renew={(licence, validUntil) => renew.run({ licenceId: licence.id, validUntil })}
      />
      <section>
        <h3>{words.filingsOf}</h3>
        {filings.length === 0 && <p className="note">{words.noFilings}</p>}
        <ul className="papers">
          {filings.map((filing) => (
            <li key={filing.id}>
              <b>{pick(filing.institution.name)}</b>
              <Standing {...filing} />
              <small>
                {specialties.all(filing.scope)} · <span className="num">{words.memberSince(filing.validFrom)}</span>
              </small>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
