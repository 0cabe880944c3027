import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import type { ShowInstitutionAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { useKind } from '../../../parts/kind'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { Licences } from '../licences'
import { useMayActFor } from '../use-may-act-for'
import { FilingRows } from './filing-rows'
import { afterChange, institution, steps } from './institution.data'
import { Memberships } from './memberships'

/** What may this institution do, who practises here until when, and what does it bring. */
export function InstitutionScreen() {
  const { institutionId } = useParams({ from: '/shell/network/institutions/$institutionId' })
  const query = useQuery(institution(institutionId))
  return <Answer of={query}>{(found) => <Page institution={found} />}</Answer>
}

type Props = { readonly institution: ShowInstitutionAnswer }

function Page({ institution: found }: Props) {
  const words = useWords().network
  const pick = useBilingual()
  return (
    <div className="split-view with-hold">
      <div className="col">
        <div className="head">
          <h1 className="cut">{pick(found.name)}</h1>
          <span className="note">{pick(enums.institutionKind[found.kind])}</span>
          <span className="end">
            <Link className="text" to="/network" search={{ institution: found.id }}>
              {words.map}
            </Link>
          </span>
        </div>
        <div className="grow">
          <FilingRows institution={found} />
          <Experts institution={found} />
          <Places institution={found} />
        </div>
      </div>
      <Facts institution={found} />
    </div>
  )
}

function Experts({ institution: { experts } }: Props) {
  const words = useWords().network
  const pick = useBilingual()
  return (
    <>
      <h2 className="part">
        {words.experts} <small className="num">{experts.length}</small>
      </h2>
      {experts.length === 0 && <p className="note part">{words.noExperts}</p>}
      {experts.length > 0 && (
        <ul className="names">
          {experts.map(({ id, name, title }) => (
            <li key={id}>
              <Link to="/network/practitioners/$practitionerId" params={{ practitionerId: id }}>
                {pick(name)}
              </Link>{' '}
              <span className="note">{pick(enums.title[title])}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Places({ institution: { places } }: Props) {
  const words = useWords().network
  const pick = useBilingual()
  const kindOf = useKind()
  return (
    <>
      <h2 className="part">
        {words.roomsAndDevices} <small className="num">{places.length}</small>
      </h2>
      {places.length === 0 && <p className="note part">{words.noPlaces}</p>}
      {places.length > 0 && (
        <table className="grid">
          <thead>
            <tr>
              <th>{words.place}</th>
              <th>{words.kind}</th>
              <th>{words.at}</th>
            </tr>
          </thead>
          <tbody>
            {places.map(({ id, kind, name, site, host }) => (
              <tr key={id}>
                <th scope="row">{pick(name)}</th>
                <td>{kindOf(kind)}</td>
                <td>
                  {pick(site)} <span className="note">{pick(host)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Facts({ institution: { id, licences, sites, memberships } }: Props) {
  const words = useWords().network
  const pick = useBilingual()
  const renew = useCommand(steps.renewLicence, id, { makesOld: afterChange })
  const add = useCommand(steps.addLicence, id, { makesOld: afterChange })
  return (
    <aside className="hold col" aria-label={words.licence}>
      <div className="grow">
        <Licences
          licences={licences}
          mayAct={useMayActFor(id)}
          renewing={renew}
          adding={add}
          add={(licence) => add.run({ partyId: id, ...licence })}
          renew={(licence, validUntil) => renew.run({ licenceId: licence.id, validUntil })}
        />
        <section>
          <h3>{words.sites}</h3>
          {sites.length === 0 && <p className="note">{words.noSites}</p>}
          {sites.map((site) => (
            <p key={site.id}>
              {pick(site.name)} {site.address && <span className="note">{pick(site.address)}</span>}
            </p>
          ))}
        </section>
        <Memberships institution={{ id, memberships }} />
      </div>
    </aside>
  )
}
