// Node's own modules only: this runs before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamps = join(root, 'node_modules', '.careloom')

/** Installs what is missing. Answers false, with one sentence said, when it cannot. */
export async function prepareTools() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) return refuse(`Node ${process.versions.node} is too old: Careloom needs 20.19 or newer.`)
  const lock = hashOf(['package.json', 'package-lock.json', 'web/package.json'])
  const install = () => run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  return (
    (await once('installed', lock, 'Installing packages (about a minute, once)', install)) ||
    refuse('The packages could not be installed: see the lines above, then start again.')
  )
}

/** Installs and builds what is missing or has changed. */
export async function prepare(withWeb) {
  if (!(await prepareTools())) return false
  const server = await once('server', hashOf(['package-lock.json', 'bin', 'src', 'bench', 'tools']), 'Building the server', () =>
    run(process.execPath, ['tools/build.mjs']),
  )
  if (!server) return refuse('The server could not be built: see the lines above.')
  if (!withWeb) return true
  const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']
  const web = await once(
    'web',
    hashOf(['package-lock.json', 'web/src', 'web/index.html', 'web/pocket', 'web/vite.config.ts']),
    'Building the console',
    () => run(process.execPath, vite, join(root, 'web')),
  )
  return web || refuse('The console could not be built: see the lines above.')
}

function refuse(sentence) {
  console.error(sentence)
  return false
}

/** Runs a step unless its inputs are the ones it last ended well with. */
async function once(name, inputs, what, step) {
  const stamp = join(stamps, name)
  const output = { server: 'dist/cli.mjs', web: 'web/dist/index.html', installed: 'node_modules' }[name]
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs && existsSync(join(root, output))) return true
  const stop = showProgress(what)
  const ended = await step()
  stop(ended)
  if (!ended) return false
  mkdirSync(stamps, { recursive: true })
  writeFileSync(stamp, inputs)
  return true
}

/** A line that counts the seconds where a person watches. */
function showProgress(what) {
  const begun = Date.now()
  const seconds = () => Math.round((Date.now() - begun) / 1000)
  const timer = process.stderr.isTTY ? setInterval(() => process.stderr.write(`\r${what} … ${seconds()} s`), 1000) : null
  process.stderr.write(`${what} …${timer ? '' : '\n'}`)
  return (ended) => {
    if (timer) clearInterval(timer)
    process.stderr.write(`${timer ? '\r' : ''}${what}: ${ended ? 'done' : 'failed'} after ${seconds()} s\n`)
  }
}

function run(program, parameters, cwd = root) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
    child.once('error', (error) => resolve(refuse(`${program}: ${error.message}`)))
    child.once('exit', (code) => resolve(code === 0))
  })
}

/** Changes when a file of these places is written: names, sizes and times, read in a few milliseconds. */
function hashOf(places) {
  const hash = createHash('sha256').update(process.versions.node)
  const add = (path) => {
    if (!existsSync(path)) return
    const facts = statSync(path)
    if (facts.isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name))
    else hash.update(`${path} ${facts.size} ${facts.mtimeMs}\n`)
  }
  for (const place of places) add(join(root, place))
  return hash.digest('hex')
}
