import { useWords } from '../../../words/use-words'
import { useCalm } from '../../frame/use-calm'
import { groupOf, groups, type Parting, type Task } from './task'
import { TaskRow } from './task-row'

const groupWord = { now: 'groupNow', hour: 'groupHour', today: 'groupToday', after: 'groupAfter', over: 'groupOver' } as const

type Props = {
  readonly tasks: readonly Task[]
  readonly parting: Parting
  readonly chosen: string | undefined
  readonly choose: (id: string) => void
}

/** The tasks in groups of time; rows keep their places while the pointer or the focus is on them. */
export function TasksTable({ tasks, parting, chosen, choose }: Props) {
  const words = useWords().commitments
  const { rows, area } = useCalm(tasks)
  return (
    <table className="grid tasks" {...area}>
      <caption className="sr">{words.tasks}</caption>
      <thead>
        <tr>
          <th>{words.time}</th>
          <th>{words.ticket}</th>
          <th>{words.whom}</th>
          <th>{words.whatWhere}</th>
          <th>{words.state}</th>
          <th className="r">{words.next}</th>
        </tr>
      </thead>
      {groups.map((group) => {
        const own = rows.filter(({ row }) => groupOf(row, parting) === group)
        return (
          own.length > 0 && (
            <tbody key={group}>
              <tr className="grp">
                <th colSpan={6} scope="rowgroup">
                  <b>{words[groupWord[group]]}</b>
                </th>
              </tr>
              {own.map(({ row, gone }) => (
                <TaskRow key={row.id} task={row} gone={gone} on={row.id === chosen} choose={() => choose(row.id)} />
              ))}
            </tbody>
          )
        )
      })}
    </table>
  )
}
