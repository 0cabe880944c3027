/** A backup cannot be made or restored; the message is one sentence for the operator. */
export class BackupError extends Error {}

export const damaged =
  'This is no whole backup: the file ends early or was changed since it was made (its checksum is wrong). Nothing was changed; use another copy of it.'
