import { type Logger, pino } from 'pino'

export type Log = Logger

/** One structured line per fact, without personal data: ids, codes and durations only, never a body, a name or an address of a caller. */
export function createLog(destination: 'stdout' | 'stderr' | 'silent', level = 'info'): Log {
  if (destination === 'silent') return pino({ level: 'silent' })
  // Written in blocks, at least once a second and at the end: a write per request would cost more than the request's own statements.
  const stream = pino.destination({ dest: destination === 'stdout' ? 1 : 2, sync: false, minLength: 4096 })
  setInterval(() => stream.flush(), 1000).unref()
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeFault } }, stream)
}

/** A fault for the log. PostgreSQL puts values of rows into `detail` and `where`: they are left out. */
export function describeFault(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code, constraint, table, schema } = error as Error & Record<string, unknown>
  return { type: error.name, message: error.message, code, constraint, table, schema, stack: error.stack }
}
