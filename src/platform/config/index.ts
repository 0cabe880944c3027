import { resolve } from 'node:path'
import { projectRoot } from './root.ts'

export { projectRoot } from './root.ts'

export type DemoSize = 'none' | 'small' | 'full'

export type Config = {
  readonly port: number
  readonly host: string
  /** Folder of the own cluster, its secrets and the demo logins. */
  readonly dataFolder: string
  /** PostgreSQL of the operator; absent: the own cluster. */
  readonly databaseUrl: string | null
  readonly demo: DemoSize
  readonly demoOpen: boolean
  /** Of the payer that `start` runs beside the demo. */
  readonly counterpartyPort: number
}

/** A setting that cannot be used: the message names the setting, what came and what it takes. */
export class ConfigError extends Error {}

type Setting<Value> = {
  readonly env: string
  readonly meaning: string
  readonly takes: string
  readonly fallback: string | null
  /** Undefined: refused. */
  readonly parse: (text: string) => Value | undefined
}

const setting = <Value>(value: Setting<Value>) => value
const oneOf =
  <const Word extends string>(...words: Word[]) =>
  (text: string): Word | undefined =>
    words.find((word) => word === text)
const port = (text: string) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined)
const postgresUrl = (text: string) => (/^postgres(ql)?:\/\/./.test(text) && URL.canParse(text) ? text : undefined)

export const settings = {
  port: setting({ env: 'PORT', meaning: 'port of the server; 0 takes a free one', takes: '0 to 65535', fallback: '7310', parse: port }),
  host: setting({
    env: 'HOST',
    meaning: 'address the server listens on',
    takes: 'an address of this machine',
    fallback: '127.0.0.1',
    parse: (text) => text || undefined,
  }),
  dataFolder: setting({
    env: 'CARELOOM_DATA',
    meaning: 'folder of the own database, its secrets and the demo logins',
    takes: 'a folder',
    fallback: '.careloom',
    parse: (text) => (text ? resolve(projectRoot, text) : undefined),
  }),
  databaseUrl: setting({
    env: 'DATABASE_URL',
    meaning: 'PostgreSQL 15 or newer to use instead of the own one',
    takes: 'postgres://user:password@host:port/database',
    fallback: null,
    parse: postgresUrl,
  }),
  demo: setting({
    env: 'CARELOOM_DEMO',
    meaning: 'demo network to load into an empty database',
    takes: 'none, small or full',
    fallback: 'small',
    parse: oneOf('none', 'small', 'full'),
  }),
  demoOpen: setting({
    env: 'CARELOOM_DEMO_OPEN',
    meaning: 'yes: demo logins may be reached from other machines',
    takes: 'yes or no',
    fallback: 'no',
    parse: (text) => ({ yes: true, no: false })[text],
  }),
  counterpartyPort: setting({
    env: 'CARELOOM_COUNTERPARTY_PORT',
    meaning: 'port of the payer of the demo, on this machine only; 0 takes a free one',
    takes: '0 to 65535',
    fallback: '0',
    parse: port,
  }),
}

function read<Value>({ env, takes, fallback, parse }: Setting<Value>, environment: NodeJS.ProcessEnv): Value | null {
  const text = environment[env] ?? fallback
  if (text === null) return null
  const value = parse(text)
  if (value === undefined) throw new ConfigError(`${env}=${text} cannot be used: it takes ${takes}.`)
  return value
}

/** Settings of tests and of the tools, which are no settings of a running system. */
const ours = /^CARELOOM_TEST_/

/** Reads the environment against the one schema. @throws ConfigError on an unknown or unusable setting. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const known = new Set(Object.values(settings).map(({ env }) => env))
  const unknown = Object.keys(environment).find((name) => name.startsWith('CARELOOM_') && !known.has(name) && !ours.test(name))
  if (unknown) throw new ConfigError(`${unknown} is no setting of Careloom; known are ${[...known].join(', ')}.`)
  const config = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, read<unknown>(value, environment)])) as Config
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(config.host)
  if (!loopback && config.demo !== 'none' && !config.demoOpen) {
    throw new ConfigError(
      `HOST=${config.host} would open the demo logins to other machines: set CARELOOM_DEMO=none, or CARELOOM_DEMO_OPEN=yes if that is meant.`,
    )
  }
  return config
}

/** The settings in force with where each comes from; passwords in addresses are masked. */
export function describeConfig(
  environment: NodeJS.ProcessEnv,
): { name: string; value: string; from: 'environment' | 'default'; meaning: string; takes: string }[] {
  const config = readConfig(environment)
  return Object.entries(settings).map(([key, { env, meaning, takes }]) => ({
    name: env,
    value: String(config[key as keyof Config] ?? '').replace(/(:\/\/[^:@/]+):[^@/]*@/, '$1:***@'),
    from: environment[env] === undefined ? 'default' : 'environment',
    meaning,
    takes,
  }))
}
