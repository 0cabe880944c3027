import { parseArgs } from 'node:util'
import { startCounterparty } from '../../counterparty/index.ts'
import { stopSignal } from './stop-signal.ts'
import { UsageError, type Verb } from './verb.ts'

/** The insurer of the demo, a process of its own. */
export const counterpartyVerb: Verb = {
  name: 'counterparty',
  summary: 'start an insurer to claim from: takes FHIR requests on this machine and answers later',
  usage: `careloom counterparty --port N --state FILE [--seed FILE] [--answers-to URL] [--delay MS] [--refuse ITEM,...]

  --port N           port on this machine; 0 takes a free one
  --state FILE       what it knows, kept over restarts
  --seed FILE        its members, products and tokens, read where there is no state yet
  --answers-to URL   where its answers go: …/api/coverage/exchange/PAYER
  --delay MS         how long it takes to decide, 500 unless told
  --refuse ITEM,...  items that it does not pay
  --until-input-ends stop when standard input ends: when who started it is gone`,
  async run(parameters) {
    const options = read(parameters)
    const running = await startCounterparty(options)
    console.log(`The counterparty listens on ${running.url}`)
    await (options.untilInputEnds ? Promise.race([stopSignal(), inputEnd()]) : stopSignal())
    process.stdin.destroy() // an open input would keep the process alive
    await running.stop()
    return 0
  },
}

function read(parameters: readonly string[]) {
  const values = parse(parameters)
  const stateFile = values.state
  if (!stateFile) throw new UsageError('Name the file of its state: --state FILE.')
  return {
    port: numberOf('--port', values.port ?? '0', 65_535),
    stateFile,
    seedFile: values.seed ?? null,
    answersTo: values['answers-to'] ?? null,
    delayMilliseconds: numberOf('--delay', values.delay ?? '500', 3_600_000),
    refuse: (values.refuse ?? '').split(',').filter(Boolean),
    untilInputEnds: values['until-input-ends'] ?? false,
  }
}

function parse(parameters: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...parameters],
      options: {
        port: text,
        state: text,
        seed: text,
        'answers-to': text,
        delay: text,
        refuse: text,
        'until-input-ends': { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function numberOf(name: string, text: string, most: number): number {
  if (/^\d{1,7}$/.test(text) && Number(text) <= most) return Number(text)
  throw new UsageError(`${name} ${text} cannot be used: it takes 0 to ${most}.`)
}

const inputEnd = (): Promise<void> =>
  new Promise((resolve) => {
    process.stdin
      .resume()
      .once('end', resolve)
      .once('error', () => resolve())
  })
