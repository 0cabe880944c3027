import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Answer } from '../../../parts/answer'
import { Icon } from '../../../parts/icon'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'
import { EndAgreement, PrimaryAction, WithdrawVersion } from './actions'
import { agreement } from './agreement.data'
import type { Shown, ShownVersion } from './shown'
import { Signatures } from './signatures'

/** One agreement: its versions, what the chosen one says, who has signed it, and what is to be done next. */
export function AgreementScreen() {
  const { agreementId } = useParams({ from: '/shell/agreements/$agreementId' })
  const { version } = useSearch({ from: '/shell/agreements/$agreementId' })
  const query = useQuery({ ...agreement(agreementId, version), placeholderData: keepPreviousData })
  return (
    <div className="col">
      <Answer of={query}>{(shown) => <Opened shown={shown} />}</Answer>
    </div>
  )
}

function Opened({ shown }: { shown: Shown }) {
  const words = useWords().agreements
  const pick = useBilingual()
  const version = shown.versions.find(({ id }) => id === shown.chosen.versionId)
  if (!version) return null
  return (
    <>
      <div className="head">
        <Link className="text" to="/agreements" search={{}} aria-label={words.back}>
          <Icon name="left" />
        </Link>
        <h1>{pick(shown.title)}</h1>
        <span className="note num">{shown.code}</span>
        <StatusMark of="agreementState" value={version.state} />
        <span className="end">
          <PrimaryAction shown={shown} version={version} />
        </span>
      </div>
      {shown.endedOn && <p className="pad note">{words.endedOn(shown.endedOn, shown.endReason ?? '')}</p>}
      <VersionStrip shown={shown} />
      <div className="split-view with-side">
        <section className="pane" aria-label={words.says}>
          <h2>{words.says}</h2>
          <Sentences shown={shown} />
          {version.withdrawReason && <p className="note">{words.withdrawnFor(version.withdrawReason)}</p>}
        </section>
        <aside className="hold">
          <Parties shown={shown} />
          <Signatures shown={shown} version={version} />
          <WithdrawVersion version={version} />
          <EndAgreement shown={shown} />
        </aside>
      </div>
    </>
  )
}

function VersionStrip({ shown: { id, versions, chosen } }: { shown: Shown }) {
  const words = useWords().agreements
  const span = ({ validFrom, validUntil }: ShownVersion) => (validUntil ? words.days(validFrom, validUntil) : words.from(validFrom))
  return (
    <nav className="versions" aria-label={words.versions}>
      {versions.map((version) => (
        <Link
          key={version.id}
          to="/agreements/$agreementId"
          params={{ agreementId: id }}
          search={{ version: version.id }}
          aria-current={version.id === chosen.versionId ? 'true' : undefined}
        >
          <b>{words.version(version.number)}</b> <StatusMark of="agreementState" value={version.state} />
          <small className="note num">{span(version)}</small>
        </Link>
      ))}
    </nav>
  )
}

function Sentences({ shown: { chosen } }: { shown: Shown }) {
  const pick = useBilingual()
  return (
    <ol className="sentences">
      {chosen.sentences.map((sentence) => (
        <li key={sentence.place}>{pick(sentence)}</li>
      ))}
    </ol>
  )
}

function Parties({ shown: { parties } }: { shown: Shown }) {
  const words = useWords().agreements
  const pick = useBilingual()
  return (
    <section>
      <h2>{words.parties}</h2>
      <ul className="with">
        {parties.map(({ role, name }) => (
          <li key={role}>
            <Icon name="building" />
            <span className="nm">{pick(name)}</span>
            <span className="own">{role}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
