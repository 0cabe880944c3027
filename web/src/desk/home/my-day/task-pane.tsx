import { useRef } from 'react'
import { useKeys } from '../../../parts/use-keys'
import { useWords } from '../../../words/use-words'
import { NextAct } from './next-act'
import { OwedSide } from './owed-side'
import type { Task } from './task'
import { State, What, Whom } from './task-row'
import { VisitSide } from './visit-side'

type Props = { readonly task: Task; readonly tasks: readonly Task[]; readonly next: () => void }

/** The row that is looked at: who it is, why it is late, what else can be done, what has happened; the next act at the foot. */
export function TaskPane({ task, tasks, next }: Props) {
  const words = useWords().commitments
  const foot = useRef<HTMLDivElement>(null)
  const act = ({ target }: KeyboardEvent) => {
    const hasOwnEnter = target instanceof HTMLElement && target.closest('a, button:not(.pick[aria-pressed="true"]), summary')
    if (!hasOwnEnter) foot.current?.querySelector<HTMLElement>('a, button')?.click()
  }
  useKeys({ Enter: act })
  return (
    <aside className="hold col task-pane" aria-label={words.detail}>
      <div className="grow">
        <section>
          <h2>
            <Whom task={task} /> <State task={task} />
          </h2>
          <p>
            <What task={task} />
          </p>
        </section>
        {task.is === 'visit' && <VisitSide key={task.id} visit={task.visit} tasks={tasks} />}
        {task.is === 'owed' && <OwedSide owed={task.owed} />}
        {task.is === 'parked' && task.parked.fault && (
          <section>
            <h3>{words.whyLate}</h3>
            <p>{task.parked.fault}</p>
            <p className="note">{words.waitingBehind(task.parked.waitingBehind)}</p>
          </section>
        )}
      </div>
      <div className="foot" ref={foot}>
        <NextAct task={task} filled />
        <button type="button" className="btn" onClick={next}>
          {words.nextRow} <kbd>J</kbd>
        </button>
      </div>
    </aside>
  )
}
