import { Link } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import type { ShowMapAnswer } from '../../../client/operations'
import { StatusMark } from '../../../parts/status-mark'
import { useMay } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import { byKind } from './layout'
import type { MapView } from './map.view'

type Institution = ShowMapAnswer['institutions'][number]

type Props = { readonly map: ShowMapAnswer; readonly only: MapView['only']; readonly chosen: Institution | undefined }

/** The list of the institutions, all or of one kind, or the chosen one with what it brings. */
export function InstitutionPane({ map, only, chosen }: Props) {
  const words = useWords().network
  return (
    <aside className="hold col" aria-label={words.institutions}>
      {chosen ? <Chosen institution={chosen} map={map} /> : <List map={map} only={only} />}
    </aside>
  )
}

function List({ map: { institutions, network }, only }: Omit<Props, 'chosen'>) {
  const words = useWords().network
  const pick = useBilingual()
  const kinds = byKind(institutions).filter(([kind]) => only === undefined || kind === only)
  return (
    <>
      <div className="grow">
        {kinds.map(([kind, all]) => (
          <section key={kind} className="of-kind">
            <h3>
              <Link to="/network" search={(before) => ({ ...before, only: only ? undefined : kind })}>
                {words.manyOf(pick(enums.institutionKind[kind]), all.length)}
              </Link>
            </h3>
            <ul className="parties">
              {all.map((institution) => (
                <Row key={institution.id} institution={institution} operates={institution.id === network?.operatorId} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {only && (
        <div className="foot">
          <Link className="btn" to="/network" search={(before) => ({ ...before, only: undefined })}>
            {words.allInstitutions}
          </Link>
        </div>
      )}
    </>
  )
}

function Row({ institution, operates }: { institution: Institution; operates: boolean }) {
  const words = useWords().network
  const pick = useBilingual()
  const { id, name, licence, experts, rooms, devices, ending } = institution
  return (
    <li>
      <Link to="/network" search={(before) => ({ ...before, institution: id })}>
        <b>{pick(name)}</b>
        {licence ? <StatusMark of="periodState" value={licence} /> : <span className="note">{words.noLicence}</span>}
        <small>
          {operates && `${words.operates} · `}
          {words.brings(experts, rooms, devices)}
        </small>
        {ending > 0 && <small className="ending">{words.endingFilings(ending)}</small>}
      </Link>
    </li>
  )
}

function Chosen({ institution, map: { sites } }: { institution: Institution; map: ShowMapAnswer }) {
  const { agreements, network: words } = useWords()
  const mayRead = useMay('agreements.agreement.read')
  const pick = useBilingual()
  const { id, name, kind, memberFrom, memberUntil, licence, experts, filedExperts, rooms, devices, ending } = institution
  const here = sites.flatMap((site) => site.owners.filter((owner) => owner.institutionId === id).map((owner) => ({ site, ...owner })))
  return (
    <>
      <div className="grow">
        <section>
          <h2>{pick(name)}</h2>
          <p className="note">
            {pick(enums.institutionKind[kind])} · {words.memberSince(memberFrom)}
            {memberUntil && ` · ${words.memberUntil(memberUntil)}`}
          </p>
        </section>
        <section>
          <h3>{words.licence}</h3>
          {licence ? (
            <StatusMark of="periodState" value={licence} />
          ) : (
            <p>
              {words.noLicence} <span className="note">{words.noLicenceHint}</span>
            </p>
          )}
          {ending > 0 && (
            <p>
              <span className="tag clock">{words.endingFilings(ending)}</span>
            </p>
          )}
        </section>
        <section>
          <h3>{words.experts}</h3>
          <p className="num">{words.expertsAnd(experts, filedExperts)}</p>
        </section>
        <section>
          <h3>
            {words.roomsAndDevices} <small>{words.counts(rooms, devices)}</small>
          </h3>
          <table className="sum">
            <tbody>
              {here.map((part) => (
                <tr key={part.site.id}>
                  <td>{pick(part.site.name)}</td>
                  <td className="num">{words.counts(part.rooms, part.devices)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <div className="foot">
        <Link className="btn" to="/network" search={(before) => ({ ...before, institution: undefined })}>
          {words.allInstitutions}
        </Link>
        {mayRead && (
          <Link className="btn" to="/agreements" search={{ party: id }}>
            {agreements.withParty}
          </Link>
        )}
        <Link className="btn primary" to="/network/institutions/$institutionId" params={{ institutionId: id }}>
          {words.openInstitution}
        </Link>
      </div>
    </>
  )
}
