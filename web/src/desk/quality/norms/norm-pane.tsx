import { Link } from '@tanstack/react-router'
import type { ShowNormAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { dateOf, plusMinutes } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { StatusMark } from '../../../parts/status-mark'
import { useLive } from '../../../wire/live'
import { useMay, useSession } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { coreSystemOf } from '../core-system'
import { Confirmations } from './confirmations'
import { afterChange, norm, steps } from './norms.data'

/** One norm to read: its text, its checklist, who has confirmed; confirming at the foot. */
export function NormPane({ normId, number }: { normId: string; number: number | undefined }) {
  const words = useWords().loop
  const query = useLive(norm(normId, number))
  return (
    <aside className="col hold" aria-label={words.norm}>
      <Answer of={query}>
        {(shown) => (
          <>
            <div className="grow reading">
              <Title of={shown} />
              <Sections of={shown} />
              <Checklist of={shown} />
              <Confirmations of={shown} />
            </div>
            <Foot of={shown} />
          </>
        )}
      </Answer>
    </aside>
  )
}

function Title({ of: { id, code, title, number, versions, publishedAt, publishedBy } }: { of: ShowNormAnswer }) {
  const words = useWords().loop
  const pick = useBilingual()
  return (
    <section>
      <h2>{pick(title)}</h2>
      <p className="note num">
        {code} · {words.publishedOn(dateOf(publishedAt), publishedBy ? pick(publishedBy) : '')}
      </p>
      <p className="tags">
        {versions.map((version) => (
          <Link
            key={version.number}
            className={version.number === number ? 'tag mine num' : 'tag neutral num'}
            to="/norms"
            search={{ norm: id, version: String(version.number) }}
            aria-current={version.number === number}
          >
            {words.version(version.number)}
          </Link>
        ))}
      </p>
    </section>
  )
}

function Sections({ of: { sections } }: { of: ShowNormAnswer }) {
  const pick = useBilingual()
  return sections.map(({ heading, text }) => (
    <section key={heading.zh}>
      <h3>{pick(heading)}</h3>
      <p className="paragraph">{pick(text)}</p>
    </section>
  ))
}

function Checklist({ of: { items } }: { of: ShowNormAnswer }) {
  const words = useWords().loop
  const pick = useBilingual()
  return (
    <section>
      <h3>{words.checklist(items.length)}</h3>
      <ul className="plain">
        {items.map(({ code, text, severity, coreSystem }) => (
          <li key={code}>
            <b className="num">{code}</b> {pick(text)} <StatusMark of="findingSeverity" value={severity} />{' '}
            <CoreSystem number={coreSystem} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function CoreSystem({ number }: { number: number | null }) {
  const pick = useBilingual()
  const word = coreSystemOf(number)
  return word && <small>{pick(word)}</small>
}

/** Confirming, as long as it is asked of the reader's institution; for the issuer, the next version. */
function Foot({ of: { id, versionId, number, mine, confirmations, confirmBy } }: { of: ShowNormAnswer }) {
  const words = useWords().loop
  const own = useSession()?.institutionId
  const mayConfirm = useMay('quality.norm.confirm')
  const mayPublish = useMay('quality.norm.publish')
  const confirm = useCommand(steps.confirmNorm, versionId, { makesOld: afterChange })
  const waits = confirmations.some((one) => one.number === number && one.institution.id === own && one.state === 'to-confirm')
  if (!(waits && mayConfirm) && !(mine && mayPublish)) return null
  return (
    <div className="foot">
      <RefusalNote refusal={confirm.refusal} unsent={confirm.unsent} />
      {waits && mayConfirm && <span className="note num">{words.confirmBy(dateOf(plusMinutes(confirmBy, -1)))}</span>}
      {mine && mayPublish && (
        <Link className="btn" to="/norms/publish" search={{ norm: id }}>
          {words.newVersion}
        </Link>
      )}
      {waits && mayConfirm && (
        <button type="button" className="btn primary" aria-busy={confirm.pending} onClick={() => confirm.run({ versionId })}>
          {words.confirm}
        </button>
      )}
    </div>
  )
}
