import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../src/platform/config/index.ts'
import { startDemo } from '../support/demo-copies.ts'
import { liveUntil, nextWorkingDayAt, serverNow } from '../support/demo-day.ts'
import { commandsOf, type Documented, documentedCommands, isPattern } from '../support/documented.ts'
import { makeFolder, type Started } from '../support/start.ts'

// Every command that a page tells the reader to type is typed here, in the order of the pages, beside a started demo.

const folder = makeFolder()
const data = join(folder.path, 'data')
const checkout = join(folder.path, 'checkout')
let system: Started
beforeAll(async () => {
  mkdirSync(checkout)
  for (const name of readdirSync(projectRoot)) if (name !== '.careloom') symlinkSync(join(projectRoot, name), join(checkout, name))
  system = await startDemo({ CARELOOM_DATA: data })
  await liveUntil(system, { CARELOOM_DATA: data }, await nextWorkingDayAt(system, 23))
  await liveUntil(system, { CARELOOM_DATA: data }, (await serverNow(system)) + 2 * 3_600_000)
})
afterAll(async () => {
  await system.stop()
  folder.remove()
})

/** What another part of CI runs, and which. */
const runElsewhere: Readonly<Record<string, string>> = {
  'npm start': 'this file starts the system, and test/journeys/start.test.ts looks at it',
  'npm test': 'it runs this file',
  'npm install': 'bin/prepare.mjs installs, and CI begins without node_modules',
  'npm run check': 'the first step of CI',
  'npm run generate': 'test/generated.test.ts compares what it would write',
  'npm run screenshots': 'it takes minutes; the journeys walk the same screens',
}

const shell = (command: string, more: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', command], {
    cwd: checkout,
    encoding: 'utf8',
    timeout: 150_000,
    env: { PATH: process.env.PATH, HOME: folder.path, CARELOOM_DATA: data, PORT: '0', ...more },
  })
  return { code: status, output: `${stdout}${stderr}` }
}

/** The reader's own values in place of the page's examples: her address, her password, yesterday, a line of a statement. */
async function asTyped(command: string): Promise<string> {
  const yesterday = new Date((await serverNow(system)) - 16 * 3_600_000).toISOString().slice(0, 10)
  const line = command.includes(' S-MALL-DEMO-') ? await findLine() : ''
  return command
    .replace(/S-MALL-DEMO-\S+/, line)
    .replaceAll('http://localhost:7310', system.url)
    .replaceAll('"password":"…"', `"password":"${system.passwordOf('butler')}"`)
    .replaceAll('/path/to/', `${folder.path}/`)
    .replace(/(--until|--from) \d{4}-\d\d-\d\d/g, `$1 ${yesterday}`)
}

/** The first line of a statement that a documented command has made. */
async function findLine(): Promise<string> {
  const signIn = await fetch(`${system.url}/api/platform/session/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'finance', password: system.passwordOf('finance') }),
  })
  const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const statements = await fetch(`${system.url}/api/ledger/statements`, { headers: { cookie } })
  const { items } = (await statements.json()) as { items: { number: string }[] }
  return `${items[0]?.number}.1`
}

const commands = documentedCommands()
const toType = [...new Map(commands.filter(({ command }) => !isPattern(command)).map((one) => [one.command, one])).values()]

test('the reader of pages finds commands in blocks and in running text, and leaves out patterns', () => {
  const text =
    'Say `./bin/careloom config` or `npm test`.\n```sh\ncurl -s x \\\n  -d y   # why\n./bin/careloom import terms FILE.csv\n```\n```json\nnpm no\n```'
  const found = commandsOf('page.md', text)
  expect(found.map(({ command }) => command)).toEqual([
    './bin/careloom config',
    'npm test',
    'curl -s x -d y',
    './bin/careloom import terms FILE.csv',
  ])
  expect(found.filter(({ command }) => isPattern(command))).toHaveLength(1)
  expect(toType.length).toBeGreaterThan(20)
})

test.each(toType.map((one) => [`${one.page}:${one.line} ${one.command}`, one] as const))('%s', async (_, { command }: Documented) => {
  if (command in runElsewhere) return
  const bench = command.match(/^npm run bench -- (\S+)$/)
  const { code, output } = bench ? shell(`./bin/careloom bench --help | grep -q '^  ${bench[1]}'`) : shell(await asTyped(command))
  expect({ command, code, output: code === 0 ? '' : output.slice(-2000) }).toEqual({ command, code: 0, output: '' })
  expect(output).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
})

test('every pattern names a verb that there is', () => {
  const wrong = commands.flatMap(({ page, line, command }) => {
    const verb = command.match(/^\.\/bin\/careloom ([a-z]+(?: [a-z]+)?)/)?.[1]
    if (!isPattern(command) || !verb) return []
    const known = [verb, verb.split(' ')[0] ?? ''].some((words) => shell(`./bin/careloom ${words} --help`).code === 0)
    return known ? [] : [`${page}:${line} ${command}`]
  })
  expect(wrong).toEqual([])
})
