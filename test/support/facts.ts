import type { Fact, FactKind } from '../../src/modules/people/index.ts'
import { recordFacts } from '../../src/modules/people/index.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
import { overNetwork } from './work.ts'

let made = 0

/** A fact of a person at an institution; what a test is about is given in `more`. */
export function factOf(
  { personId, institutionId }: Pick<Fact, 'personId' | 'institutionId'>,
  kind: FactKind,
  zh: string,
  more: Partial<Fact> = {},
): Fact {
  made += 1
  return {
    personId,
    institutionId,
    kind,
    status: 'active',
    code: null,
    name: { zh, en: null },
    value: null,
    unit: null,
    low: null,
    high: null,
    flag: null,
    note: null,
    happenedAt: '2026-11-01T08:00:00.000Z' as Fact['happenedAt'],
    endedAt: null,
    source: 'test',
    sourceId: `${made}`,
    ...more,
  }
}

/** Writes facts as a command of another room does, over the network. */
export const recordAll = (runtime: Runtime, facts: readonly Fact[]): Promise<number> =>
  overNetwork(runtime, (work) => recordFacts(work, facts))
