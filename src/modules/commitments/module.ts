import type { Command, Module, Operation } from '../../platform/operation/index.ts'
import { breakCommitment, breakKind } from './commands/break-commitment.ts'
import { pauseCommitment, resumeCommitment } from './commands/pause-commitment.ts'
import { commitmentBroken, commitmentEscalated } from './events.ts'
import { listCommitments } from './queries/list-commitments.ts'
import { refusals } from './refusals.ts'
import { commitmentInvariants } from './store/invariants.ts'

export const commitments: Module = {
  name: 'commitments',
  zh: '承诺',
  en: 'Commitments',
  permissions: {
    'commitments.board.read': { zh: '查看本机构待兑现的承诺', en: 'See what the institution owes' },
    'commitments.commitment.pause': { zh: '暂停和恢复计时', en: 'Pause and resume a clock' },
    'commitments.commitment.break': { zh: '承诺到时（系统）', en: 'Break a commitment (system)' },
  },
  refusals,
  events: [commitmentBroken, commitmentEscalated],
  routes: [
    { method: 'GET', path: '/api/commitments', operation: listCommitments as Operation },
    { method: 'POST', path: '/api/commitments/:commitmentId/pause', operation: pauseCommitment as Operation },
    { method: 'POST', path: '/api/commitments/:commitmentId/resume', operation: resumeCommitment as Operation },
  ],
  inner: [breakCommitment as Command],
  reactions: [],
  timers: [{ kind: breakKind, command: breakCommitment as Command, inputOf: (commitmentId) => ({ commitmentId }) }],
  invariants: commitmentInvariants,
  enums: {
    commitmentState: {
      running: { zh: '计时中', en: 'running' },
      paused: { zh: '已暂停', en: 'paused' },
      overdue: { zh: '已超时', en: 'overdue' },
      met: { zh: '已达标', en: 'met' },
      missed: { zh: '未达标', en: 'missed' },
      withdrawn: { zh: '已撤回', en: 'withdrawn' },
    },
    commitmentMeasure: {
      within: { zh: '时限内', en: 'within' },
      'at-least': { zh: '至少', en: 'at least' },
    },
  },
}
