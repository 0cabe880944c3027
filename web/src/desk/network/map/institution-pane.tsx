import { Link } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import type { ShowMapAnswer } from '../../../client/operations'
import { StatusMark } from '../../../parts/status-mark'
import { useMay } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import { inOrder } from './layout'

type Institution = ShowMapAnswer['institutions'][number]

/** The list of the institutions, or the chosen one with what it brings. */
export function InstitutionPane({ map, chosen }: { map: ShowMapAnswer; chosen: Institution | undefined }) {
  const words = useWords().network
  return (
    <aside className="hold col" aria-label={words.institutions}>
      {chosen ? <Chosen institution={chosen} map={map} /> : <List map={map} />}
    </aside>
  )
}

function List({ map: { institutions, network } }: { map: ShowMapAnswer }) {
  const words = useWords().network
  const pick = useBilingual()
  return (
    <ul className="grow parties">
      {inOrder(institutions).map(({ id, name, kind, licence, experts, rooms, devices, ending }) => (
        <li key={id}>
          <Link to="/network" search={(before) => ({ ...before, institution: id })}>
            <b>{pick(name)}</b>
            {licence ? <StatusMark of="periodState" value={licence} /> : <span className="note">{words.noLicence}</span>}
            <small>
              {id === network?.operatorId ? words.operates : pick(enums.institutionKind[kind])} · {words.brings(experts, rooms, devices)}
            </small>
            {ending > 0 && <small className="ending">{words.endingFilings(ending)}</small>}
          </Link>
        </li>
      ))}
    </ul>
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
