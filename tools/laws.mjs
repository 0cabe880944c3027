// The import law: the tree keeps it, and one planted violation per law proves that the law would speak.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../bin/prepare.mjs'

/** The edges as `src/apps/modules.ts` lists them, read as text because this runs before any build. */
function readEdges() {
  const text = readFileSync(join(root, 'src/apps/modules.ts'), 'utf8')
  const body = text.match(/edges[^=]*= (\{[\s\S]*?\n\})/)?.[1] ?? '{}'
  return JSON.stringify(Function(`return ${body}`)())
}

function cruise(folder) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      join(root, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      'src',
      'web/src',
    ],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, CARELOOM_TEST_EDGES: readEdges() },
    },
  )
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** file -> what it imports against the law of this name */
const planted = {
  'kernel-alone': ['src/kernel/planted.ts', '../platform/clock/index.ts'],
  'platform-below-rooms': ['src/platform/clock/planted.ts', '../../modules/people/index.ts'],
  'fhir-below-rooms': ['src/fhir/planted.ts', '../modules/people/index.ts'],
  'fhir-by-one-file': ['src/modules/people/planted-fhir.ts', '../../fhir/index.ts'],
  'fhir-by-its-door': ['src/modules/people/fhir.ts', '../../fhir/planted.ts'],
  'rooms-below-apps': ['src/modules/people/planted.ts', '../../apps/roles.ts'],
  'counterparty-alone': ['src/counterparty/planted.ts', '../kernel/planted-c.ts'],
  'counterparty-outside': ['src/modules/people/planted-counterparty.ts', '../../counterparty/planted.ts'],
  'apps-by-doors': ['src/apps/planted.ts', '../modules/people/store.ts'],
  'domain-pure': ['src/modules/people/domain/planted.ts', '../store.ts'],
  'sql-in-stores': ['src/modules/people/commands/planted.ts', 'kysely'],
  'src-without-tests': ['src/platform/planted.ts', '../../test/support.ts'],
  'web-alone': ['web/src/wire/planted.ts', '../../../src/kernel/planted.ts'],
  'web-client-first': ['web/src/client/planted.ts', '../wire/planted.ts'],
  'web-words-theme': ['web/src/words/planted.ts', '../wire/planted.ts'],
  'web-wire': ['web/src/wire/planted2.ts', '../parts/planted.ts'],
  'web-parts': ['web/src/parts/planted.ts', '../desk/frame/planted.ts'],
  'web-entries': ['web/src/desk/planted.ts', '../pocket/planted.ts'],
  'web-entries-back': ['web/src/pocket/planted.ts', 'antd'],
  'web-frame': ['web/src/desk/frame/planted.ts', '../booking/find/find.screen.ts'],
  'web-screens': ['web/src/desk/booking/find/find.screen.ts', '../visits/visits.screen.ts'],
  'web-operations': ['web/src/desk/booking/visits/visits.screen.ts', '../../../client/operations.ts'],
  'no-cycles': ['src/platform/clock/index.ts', './planted-b.ts'],
  'people-edges': ['src/modules/people/planted-edge.ts', '../booking/index.ts'],
  'booking-doors': ['src/modules/booking/planted-door.ts', '../people/store.ts'],
}
const others = [
  'src/kernel/planted-c.ts',
  'src/platform/clock/planted-b.ts',
  'src/fhir/index.ts',
  'src/modules/people/index.ts',
  'src/modules/booking/index.ts',
  'src/modules/people/store.ts',
  'src/apps/roles.ts',
  'test/support.ts',
  'web/src/client/operations.ts',
]

/** A small tree of its own with nothing but violations; answers the laws that stayed silent. */
function silentLaws() {
  const folder = mkdtempSync(join(tmpdir(), 'laws-'))
  const write = (file, text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text, { flag: 'a' })
  }
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const file of others)
      write(file, file.endsWith('planted-b.ts') ? "export { a } from './index.ts'\nexport const b = 1\n" : 'export const nothing = 1\n')
    for (const [file, target] of Object.values(planted)) write(file, `export * as planted from '${target}'\nexport const a = 1\n`)
    const spoken = new Set(cruise(folder).summary.violations.map(({ rule }) => rule.name))
    return Object.keys(planted).filter((law) => !spoken.has(law))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const countFiles = (folder) => readdirSync(join(root, folder), { recursive: true }).filter((name) => /\.tsx?$/.test(name)).length

const { summary } = cruise(root)
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} -> ${to}`)
const files = countFiles('src') + countFiles('web/src')
if (summary.totalCruised < files)
  console.error(`the import law saw ${summary.totalCruised} modules, fewer than the ${files} files there are`)
const silent = silentLaws()
if (silent.length) console.error(`these laws let a planted violation pass: ${silent.join(', ')}`)
process.exitCode = summary.violations.length || silent.length || summary.totalCruised < files ? 1 : 0
