// Types, lint, import law, dead code: no database, under a minute. Steps run side by side.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepareTools, root } from '../bin/prepare.mjs'

const bin = (file) => join(root, 'node_modules', file)
const tsc = bin('typescript-native/bin/tsc')
const steps = [
  ['types of the server', tsc, ['--noEmit', '-p', '.']],
  ['types of the desk', tsc, ['--noEmit', '-p', 'web']],
  ['types of the pocket', tsc, ['--noEmit', '-p', 'web/tsconfig.pocket.json']],
  ['lint and format', bin('@biomejs/biome/bin/biome'), ['check', '--error-on-warnings', '.']],
  ['import law', join(root, 'tools/laws.mjs'), []],
  ['SQL and clock law', join(root, 'tools/sql-law.mjs'), []],
  ['dead code', bin('knip/bin/knip.js'), ['--no-progress']],
]

function run([name, script, parameters]) {
  return new Promise((resolve) => {
    const begun = Date.now()
    const output = []
    const child = spawn(process.execPath, [script, ...parameters], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => output.push(part))
    child.once('exit', (code) => {
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`)
      if (code !== 0) process.stdout.write(Buffer.concat(output))
      resolve(code === 0)
    })
  })
}

if (!(await prepareTools())) process.exit(1)
const passed = []
for (const pair of [steps.slice(0, 4), steps.slice(4)]) passed.push(...(await Promise.all(pair.map(run))))
process.exitCode = passed.every(Boolean) ? 0 : 1
