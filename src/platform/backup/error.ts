/** A backup cannot be made or restored; the message is one sentence for the operator. */
export class BackupError extends Error {}

export const damaged =
  'This is no whole backup: the file ends early or was changed since it was made (its checksum is wrong). Nothing was changed; use another copy of it.'

/** What PostgreSQL, or the way to it, has said as a sentence; anything else as it is. */
export function inWords(error: unknown, what: string): unknown {
  const { severity, code, message } = error as { severity?: string; code?: string; message?: string }
  if (code === 'EPIPE') return new BackupError(`${what}: who was to take it has ended before it was whole.`)
  return severity || message?.startsWith('Connection terminated') ? new BackupError(`${what}: PostgreSQL says “${message}”.`) : error
}
