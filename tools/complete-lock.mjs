// npm writes only those optional packages into the lock that the registry at hand offers. This adds the other platforms' by name and
// version, so that `npm ci` works on each of them. Run after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bin/prepare.mjs'

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'aix',
  'win32',
  'windows',
  'cygwin',
  'wasi',
]
const processors = [
  'arm64',
  'armv7',
  'armv6',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
  'universal',
]

const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = []
for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    const place = `node_modules/${name}`
    if (Object.keys(lock.packages).some((path) => path === place || path.endsWith(`/${place}`))) continue
    const words = name.split(/[-/]/).flatMap((word) => (word.startsWith('arm') ? [word, word.replace(/^armv?\d?$/, 'arm')] : [word]))
    const os = systems.find((system) => words.includes(system))
    const cpu = processors.find((processor) => words.includes(processor))
    if (!os) continue
    lock.packages[place] = {
      version: range.replace(/^[\^~]/, ''),
      ...(cpu ? { cpu: [cpu === 'wasm32' ? 'wasm32' : cpu.replace(/v\d$/, '')] } : {}),
      ...(dev ? { dev: true } : {}),
      optional: true,
      os: [os === 'windows' ? 'win32' : os],
    }
    added.push(name)
  }
}
const { '': top, ...rest } = lock.packages
lock.packages = { '': top, ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))) }
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added.length} added`)
