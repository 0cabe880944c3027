import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../src/platform/config/index.ts'
import { joinOwnCluster } from '../../src/platform/database/index.ts'
import { careloom, makeFolder, ordinaryUser, start } from '../support/start.ts'

const asRoot = process.getuid?.() === 0
const folders: { path: string; remove: () => void }[] = []
const folderFor = (user?: ReturnType<typeof ordinaryUser>) => {
  const folder = makeFolder(user)
  folders.push(folder)
  return join(folder.path, 'data')
}
afterAll(() => {
  for (const { remove } of folders) remove()
})
const ready = async (url: string) => (await fetch(`${url}/readyz`)).status
const postmasterOf = (data: string) => Number(readFileSync(join(data, 'postgres', '18', 'postmaster.pid'), 'utf8').split('\n')[0])
/** Connects as the owner of the tables, whose password only this user can read. */
async function ownerOf(data: string): Promise<pg.Client> {
  const port = readFileSync(join(data, 'postgres', '18', 'postmaster.pid'), 'utf8').split('\n')[3]
  const password = readFileSync(join(data, 'database-password'), 'utf8')
  const client = new pg.Client({ connectionString: `postgres://careloom:${password}@127.0.0.1:${port}/careloom` })
  await client.connect()
  return client
}

/** A zombie that nobody has looked at is dead. */
const isAlive = (pid: number) => existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''
/** One sentence, and no stack trace. */
const expectSentence = ({ code, output }: { code: number | null; output: string }, said: RegExp) => {
  expect(output).toMatch(said)
  expect(output).not.toMatch(/^\s+at /m)
  expect(code).toBe(1)
}

describe('npm start', () => {
  let data: string
  beforeAll(() => {
    data = folderFor()
  })

  test('prints the address and one login per role; Ctrl-C stops server and database', async () => {
    const system = await start({ CARELOOM_DATA: data })
    for (const role of ['operator', 'manager', 'butler', 'clinician', 'patient'])
      expect(system.passwordOf(role)).toMatch(/^(\w{4}-){3}\w{4}$/)
    expect(await ready(system.url)).toBe(200)
    const postmaster = postmasterOf(data)
    expect(await system.stop('SIGINT')).toMatchObject({ code: 0 })
    expect(isAlive(postmaster)).toBe(false)
    await expect(ready(system.url)).rejects.toThrow()
  })

  test('secrets are for their owner only', () => {
    for (const name of ['database-password', 'demo-logins.json']) expect((statSync(join(data, name)).mode & 0o777).toString(8)).toBe('600')
  })

  test('after kill -9 of the server the next start takes over the orphaned database', async () => {
    const first = await start({ CARELOOM_DATA: data })
    const password = first.passwordOf('butler')
    const postmaster = postmasterOf(data)
    await first.stop('SIGKILL')
    expect(isAlive(postmaster)).toBe(true)
    const second = await start({ CARELOOM_DATA: data })
    expect(second.passwordOf('butler')).toBe(password)
    expect(postmasterOf(data)).toBe(postmaster)
    await second.stop()
    expect(isAlive(postmaster)).toBe(false)
  })

  test('after kill -9 of the server and of the database the next start recovers by itself', async () => {
    const first = await start({ CARELOOM_DATA: data })
    const postmaster = postmasterOf(data)
    process.kill(postmaster, 'SIGKILL')
    await first.stop('SIGKILL')
    const second = await start({ CARELOOM_DATA: data })
    expect(await ready(second.url)).toBe(200)
    await second.stop()
  })

  test('after kill -9 in the middle of the first start the next one loads the demo network whole', async () => {
    const fresh = folderFor()
    const first = careloom(['start'], { CARELOOM_DATA: fresh, PORT: '0' })
    while (!first.output().includes('HOSP-DEMO: roster')) await new Promise((resolve) => setTimeout(resolve, 10))
    first.child.kill('SIGKILL') // one network is whole, the other half
    await first.ended
    const second = await start({ CARELOOM_DATA: fresh })
    expect(second.output()).toContain('loading it anew')
    const signed = await fetch(`${second.url}/api/platform/session/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'patient', password: second.passwordOf('patient') }),
    })
    expect(signed.status).toBe(200)
    await second.stop()
  })

  test('a verb works without a server, and beside one, and leaves the database to it', async () => {
    const alone = await careloom(['audit', 'verify'], { CARELOOM_DATA: data }).ended
    expect(JSON.parse(alone.output)).toMatchObject({ wrong: null })
    const system = await start({ CARELOOM_DATA: data })
    const beside = await careloom(['audit', 'verify'], { CARELOOM_DATA: data }).ended
    expect(JSON.parse(beside.output)).toMatchObject({ wrong: null })
    expect(await ready(system.url)).toBe(200)
    await system.stop()
  })

  test('a roster is brought in, again without a change, and a bad row is named by its line', async () => {
    const load = (...words: string[]) => careloom(['import', 'roster', ...words], { CARELOOM_DATA: data }).ended
    const example = join(projectRoot, 'examples', 'roster.csv')
    const first = await load(example)
    expect(JSON.parse(first.output)).toEqual({ written: true, created: 8, changed: 0, unchanged: 0, refused: 0 })
    expect(JSON.parse((await load(example)).output)).toMatchObject({ created: 0, unchanged: 8 })
    const bad = join(dirname(data), 'bad.csv')
    writeFileSync(bad, readFileSync(example, 'utf8').replace('2026-12-31', '2026-13-31'))
    const refused = await load(bad)
    expect(refused.code).toBe(1)
    expect(refused.output).toMatch(/line 9: .*2026-13-31/)
    expect(refused.output).toContain('"written":false')
    expectSentence(await load(join(folderFor(), 'none.csv')), /cannot be read: ENOENT/)
  })

  test('a network is exported and opens a new system, with its first account; a broken file is refused by its place', async () => {
    const exported = await careloom(['network', 'export', 'MALL-DEMO'], { CARELOOM_DATA: data }).ended
    expect(exported.code).toBe(0)
    const empty = folderFor()
    const environment = { CARELOOM_DATA: empty, CARELOOM_DEMO: 'none' }
    const file = join(dirname(empty), 'mall.json')
    writeFileSync(file, exported.output.replace('"minutes": ', '"minuten": '))
    expectSentence(await careloom(['network', 'import', file], environment).ended, /mall\.json: at rooms\.network\.travelTimes\.0: /)
    writeFileSync(file, exported.output)
    const imported = await careloom(['network', 'import', file, '--login', 'chain'], environment).ended
    expect(imported).toMatchObject({ code: 0, output: expect.stringMatching(/^network MALL-DEMO is in\nchain {2}\S{19}\n$/) })
    expect((await careloom(['network', 'export', 'MALL-DEMO'], environment).ended).output).toBe(exported.output)
    expectSentence(await careloom(['network', 'import', file, '--login', 'chain'], environment).ended, /has accounts already/)
  })

  test('the clock of a demo network is moved beside the running server, which follows within two seconds', async () => {
    const system = await start({ CARELOOM_DATA: data })
    const now = async () => Date.parse((await fetch(`${system.url}/healthz`)).headers.get('careloom-now') ?? '')
    const before = await now()
    const { code } = await careloom(['clock', 'advance', '2d'], { CARELOOM_DATA: data }).ended
    expect(code).toBe(0)
    await new Promise((resolve) => setTimeout(resolve, 2000))
    expect(Math.round(((await now()) - before) / 3_600_000)).toBe(48)
    await system.stop()
  })

  test('server and worker run apart on one database; the last to leave stops it', async () => {
    const server = await start({ CARELOOM_DATA: data }, { verb: 'server' })
    const worker = careloom(['worker'], { CARELOOM_DATA: data })
    while (!worker.output().includes('The worker runs.')) await new Promise((resolve) => setTimeout(resolve, 50))
    const postmaster = postmasterOf(data)
    await server.stop()
    expect(isAlive(postmaster)).toBe(true)
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toMatchObject({ code: 0 })
    expect(isAlive(postmaster)).toBe(false)
  })

  test('a server whose database dies says that it is not ready, and nothing of how it is built', async () => {
    const server = await start({ CARELOOM_DATA: data })
    process.kill(postmasterOf(data), 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 500))
    const answer = await fetch(`${server.url}/readyz`)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ code: 'platform.database-away', retryable: true })
    const read = await fetch(`${server.url}/api/booking/offerings`, { headers: { authorization: 'Bearer nobody' } })
    expect(read.status).toBe(500)
    expect(JSON.stringify(await read.json())).not.toMatch(/ECONN|postgres|kysely|node_modules/)
    await server.stop()
  })

  test('a changed row of the audit trail is named by `audit verify`, with exit code 1', async () => {
    const system = await start({ CARELOOM_DATA: data })
    const owner = await ownerOf(data)
    while ((await owner.query('select 1 from platform.seal limit 1')).rowCount === 0)
      await new Promise((resolve) => setTimeout(resolve, 200))
    const { rows } = await owner.query('select row_ids[3] as id from platform.seal where block = 1')
    const change = (outcome: string) => owner.query('update platform.audit set outcome = $2 where id = $1', [rows[0].id, outcome])
    await change('nothing happened')
    const found = await careloom(['audit', 'verify'], { CARELOOM_DATA: data }).ended
    expect(found.code).toBe(1)
    expect(JSON.parse(found.output)).toMatchObject({ wrong: { block: 1, rowId: String(rows[0].id), what: 'row-changed' } })
    await change('done')
    expect((await careloom(['audit', 'verify'], { CARELOOM_DATA: data }).ended).code).toBe(0)
    await owner.end()
    await system.stop()
  })

  test('an empty system without demo gets its first network, operator and account from the command line', async () => {
    const empty = folderFor()
    const environment = { CARELOOM_DATA: empty, CARELOOM_DEMO: 'none' }
    const words = ['network', 'found', '--code', 'MALL-1', '--name', '第一网络', '--operator', '运营公司', '--login', 'admin']
    expectSentence(await careloom([...words, '--kind', 'SHOP'], environment).ended, /--kind: must be equal to one of/)
    const { code, output } = await careloom([...words, '--kind', 'MALL'], environment).ended
    expect(code).toBe(0)
    const system = await start(environment)
    const signed = await fetch(`${system.url}/api/platform/session/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'admin', password: output.trim().split(/\s+/).at(-1) }),
    })
    expect(await signed.json()).toMatchObject({ roles: ['operator'] })
    expectSentence(await careloom([...words, '--kind', 'MALL'], environment).ended, /has accounts already/)
    await system.stop()
  })

  test('without LANG the database is UTF-8 all the same, and Chinese words come back whole', async () => {
    const bare = folderFor()
    const noLanguage = { LANG: undefined, LC_ALL: undefined, LC_CTYPE: undefined }
    const system = await start({ CARELOOM_DATA: bare, CARELOOM_DEMO: 'none', ...noLanguage })
    const client = await ownerOf(bare)
    const { rows } = await client.query(
      `select getdatabaseencoding() as encoding, exists (select from platform.term where name_zh like '%高血压%') as found`,
    )
    expect(rows).toEqual([{ encoding: 'UTF8', found: true }])
    await client.end()
    await system.stop()
  })

  test.runIf(asRoot)('an ordinary user starts it in a folder of his own', async () => {
    const user = ordinaryUser()
    const system = await start({ CARELOOM_DATA: folderFor(user), CARELOOM_DEMO: 'none' }, { user })
    expect(await ready(system.url)).toBe(200)
    await system.stop()
  })

  test.runIf(asRoot)('root under a parent that nobody else may enter: the data go elsewhere, and the start says where', async () => {
    const hidden = folderFor()
    chmodSync(dirname(hidden), 0o700)
    const system = await start({ CARELOOM_DATA: hidden, CARELOOM_DEMO: 'none' })
    const place = system.output().match(/the database is in (\/var\/lib\/careloom\/\w+)/)?.[1]
    expect(place).toBeDefined()
    expect(await ready(system.url)).toBe(200)
    await system.stop()
    if (place) rmSync(place, { recursive: true, force: true })
  })
})

describe('a start that cannot succeed says in one sentence what to do, with exit code 1', () => {
  const refused = (environment: NodeJS.ProcessEnv, options = {}) => careloom(['start'], { PORT: '0', ...environment }, options).ended

  test('the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    expectSentence(await refused({ CARELOOM_DATA: folderFor(), PORT: String(port) }), /Port \d+ is taken: .*PORT=0/)
    other.close()
  })

  test('the folder is not writable', async () => {
    expectSentence(await refused({ CARELOOM_DATA: '/proc/careloom' }), /data folder \/proc\/careloom cannot be written/)
    if (asRoot) expectSentence(await refused({ CARELOOM_DATA: folderFor() }, { user: ordinaryUser() }), /cannot be written \(EACCES\)/)
  })

  test('a setting is unknown or wrong', async () => {
    expectSentence(await refused({ CARELOOM_DMEO: 'small' }), /CARELOOM_DMEO is no setting/)
    expectSentence(await refused({ HOST: '0.0.0.0' }), /CARELOOM_DEMO_OPEN=yes/)
  })

  test('DATABASE_URL is unreachable', async () => {
    expectSentence(
      await refused({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c', CARELOOM_DATA: folderFor() }),
      /No PostgreSQL answers at 127.0.0.1:1 .*check DATABASE_URL/,
    )
  })

  test('DATABASE_URL is too old', async () => {
    const server = await oldPostgres()
    const { port } = server.address() as { port: number }
    expectSentence(
      await refused({ DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/c`, CARELOOM_DATA: folderFor() }),
      /PostgreSQL 14 is too old: Careloom needs 15/,
    )
    server.close()
  })

  test('DATABASE_URL is not UTF-8', async () => {
    const cluster = await joinOwnCluster(folderFor(), { fsync: false })
    const client = new pg.Client({ connectionString: cluster.ownerUrl })
    await client.connect()
    await client.query(`create database ascii encoding 'SQL_ASCII' template template0`)
    await client.end()
    const url = Object.assign(new URL(cluster.ownerUrl), { pathname: '/ascii' }).toString()
    expectSentence(await refused({ DATABASE_URL: url, CARELOOM_DATA: folderFor() }), /encoding SQL_ASCII: .*encoding 'UTF8'/)
    await cluster.release()
  })

  test('a verb is unknown, or its words are', async () => {
    expectSentence(await careloom(['dance'], {}).ended, /“dance” is no verb/)
    expectSentence(await careloom(['clock', 'advance', 'soon'], {}).ended, /“soon” is no duration: write 90s, 15m, 2h or 3d/)
    expect((await careloom(['clock', 'advance', '--help'], {}).ended).code).toBe(0)
  })
})

test('a clean copy without install scripts, and with a database of its own as DATABASE_URL, starts with nothing but Node and npm', async () => {
  const copy = makeFolder()
  folders.push(copy)
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: projectRoot, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
  for (const file of files.filter((name) => existsSync(join(projectRoot, name)))) {
    mkdirSync(dirname(join(copy.path, file)), { recursive: true })
    cpSync(join(projectRoot, file), join(copy.path, file))
  }
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: copy.path, stdio: 'ignore' })
  expect(readdirSync(copy.path)).not.toContain('dist')
  const system = await start({}, { cwd: copy.path })
  expect(system.output()).toMatch(/Building the console: done/)
  expect(await ready(system.url)).toBe(200)
  expect(await (await fetch(`${system.url}/pocket/`, { headers: { accept: 'text/html' } })).text()).toContain('<div id="root">')
  const client = await ownerOf(join(copy.path, '.careloom'))
  await client.query('create database other')
  await client.end()
  const url = `postgres://careloom:${client.password}@127.0.0.1:${client.port}/other`
  const second = await start({ DATABASE_URL: url, CARELOOM_DEMO: 'none' }, { cwd: copy.path })
  expect(await ready(second.url)).toBe(200)
  expect(second.passwordOf('butler')).toBe('')
  await second.stop()
  await system.stop()
})

/** Speaks as much of the protocol as a client needs to learn that this is PostgreSQL 14. */
function oldPostgres(): Promise<Server> {
  const message = (type: string, body: Buffer) =>
    Buffer.concat([Buffer.from(type), Buffer.from(Uint32Array.of(body.length + 4).buffer).reverse(), body])
  const text = (value: string) => Buffer.from(`${value}\0`)
  const number = (value: number, bytes: 2 | 4) => {
    const buffer = Buffer.alloc(bytes)
    buffer.writeIntBE(value, 0, bytes)
    return buffer
  }
  const row = { version: '140005', encoding: 'UTF8', mayMakeRoles: 't' }
  const types = { version: 23, encoding: 25, mayMakeRoles: 16 }
  const idle = message('Z', Buffer.from('I'))
  const field = (name: keyof typeof row) =>
    Buffer.concat([text(name), number(0, 4), number(0, 2), number(types[name], 4), number(-1, 2), number(-1, 4), number(0, 2)])
  const names = Object.keys(row) as (keyof typeof row)[]
  const answer = Buffer.concat([
    message('T', Buffer.concat([number(names.length, 2), ...names.map(field)])),
    message(
      'D',
      Buffer.concat([number(names.length, 2), ...names.flatMap((name) => [number(row[name].length, 4), Buffer.from(row[name])])]),
    ),
    message('C', text('SELECT 1')),
    idle,
  ])
  const server = createServer((socket) => {
    let greeted = false
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      if (!greeted) socket.write(Buffer.concat([message('R', number(0, 4)), idle]))
      else if (data.toString('latin1', 0, 1) === 'Q') socket.write(answer)
      greeted = true
    })
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
