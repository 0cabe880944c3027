/** A verb of the command line. */
export type Verb = {
  /** `audit verify` */
  readonly name: string
  readonly summary: string
  readonly usage: string
  /** Answers the exit code. */
  run(parameters: readonly string[]): Promise<number>
}

/** The person typed something the verb does not take. */
export class UsageError extends Error {}

export function takesNothing(parameters: readonly string[]): void {
  if (parameters.length > 0) throw new UsageError(`“${parameters.join(' ')}” is not understood here.`)
}
