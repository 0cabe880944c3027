import { Link } from '@tanstack/react-router'
import type { ShowRectificationAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { dateOf, timeOf } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { useLive } from '../../../wire/live'
import { useBilingual, useWords } from '../../../words/use-words'
import { coreSystemOf } from '../core-system'
import { DueChip } from '../due-chip'
import { EvidenceList } from '../evidence-list'
import { Decision } from './decision'
import { History } from './history'
import { rectification } from './rectifications.data'

/** One rectification: what was found and what shows it, all that happened, and the one thing to do at the foot. */
export function RectificationPane({ rectificationId, done }: { rectificationId: string; done: () => void }) {
  const words = useWords().loop
  const query = useLive(rectification(rectificationId))
  return (
    <aside className="col hold" aria-label={words.rectifications}>
      <Answer of={query}>
        {(shown) => (
          <>
            <div className="grow">
              <Found of={shown} />
              <History of={shown} />
            </div>
            <Decision key={`${shown.id} ${shown.version}`} of={shown} done={done} />
          </>
        )}
      </Answer>
    </aside>
  )
}

function Found({ of }: { of: ShowRectificationAnswer }) {
  const words = useWords().loop
  const pick = useBilingual()
  const { item, itemCode, severity, state, coreSystem, institution, site, inspector, note, evidence, repeated, points, round } = of
  const core = coreSystemOf(coreSystem)
  return (
    <>
      <section>
        <h2>{pick(item)}</h2>
        <p className="tags">
          <StatusMark of="rectificationState" value={state} /> <StatusMark of="findingSeverity" value={severity} />
          {state !== 'closed' && <DueChip since={of.openedAt} until={of.dueAt} />}
          {round > 1 && <span className="tag neutral num">{words.round(round)}</span>}
        </p>
        <p>
          <b>{pick(institution.name)}</b> <span className="note">{pick(site)}</span>
        </p>
        <p className="note num">
          {[itemCode, core && pick(core), words.points(points), words.recheckBy(pick(inspector.name))].filter(Boolean).join(' · ')}
        </p>
        {repeated && <p className="note">{words.repeated}</p>}
      </section>
      <section>
        <h3>
          {words.foundIn}{' '}
          <Link to="/inspections/$inspectionId" params={{ inspectionId: of.inspectionId }}>
            {words.foundBy(pick(of.norm), of.normNumber)}
          </Link>{' '}
          <small className="num">{`${dateOf(of.foundAt)} ${timeOf(of.foundAt)}`}</small>
        </h3>
        <p className="paragraph">{note}</p>
        <EvidenceList of={evidence} />
      </section>
    </>
  )
}
