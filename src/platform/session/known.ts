import type { Runtime } from '../operation/runtime.ts'
import type { Session } from './view.ts'

const mostKnown = 10_000
const knownOf = new WeakMap<Runtime, Map<string, Session>>()

function sessionsOf(runtime: Runtime): Map<string, Session> {
  const known = knownOf.get(runtime) ?? new Map<string, Session>()
  knownOf.set(runtime, known)
  return known
}

/** The session as it was last read, by the hash of its token. It may have ended or changed since: who acts by it has that checked. */
export const knownSession = (runtime: Runtime, tokenHash: string): Session | null => sessionsOf(runtime).get(tokenHash) ?? null

/** Keeps what was read last; the one that was kept first goes where there are too many. */
export function keepSession(runtime: Runtime, tokenHash: string, session: Session | null): void {
  const known = sessionsOf(runtime)
  known.delete(tokenHash)
  if (!session) return
  const [first] = known.keys()
  if (first !== undefined && known.size >= mostKnown) known.delete(first)
  known.set(tokenHash, session)
}
