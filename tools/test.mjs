// All tests, or with --database only those that need one (for another PostgreSQL, named by CARELOOM_TEST_DATABASE_URL).
// Closes with one line: N passed, N failed, N skipped.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root } from '../bin/prepare.mjs'

const onlyDatabase = process.argv.includes('--database')
if (!(await prepare(!onlyDatabase))) process.exit(1)

const report = join(root, '.careloom', onlyDatabase ? 'report-database.json' : 'report.json')
mkdirSync(join(root, '.careloom'), { recursive: true })
rmSync(report, { force: true })
const projects = onlyDatabase ? ['--project', 'database'] : []
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...projects, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
  { cwd: root, stdio: 'inherit' },
)

const {
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: todo,
  numFailedTestSuites: broken,
  testResults,
} = JSON.parse(readFileSync(report, 'utf8'))
const skipped = pending + todo
for (const { name, assertionResults } of testResults) {
  for (const { status: outcome, fullName } of assertionResults)
    if (['pending', 'skipped', 'todo'].includes(outcome)) console.log(`SKIPPED ${name.slice(root.length + 1)}: ${fullName}`)
}
// A file that did not load, or a fault outside of tests, has no failed test of its own.
const unseen = status !== 0 && failed === 0 ? Math.max(1, broken) : 0
console.log(`${passed} passed, ${failed + unseen} failed, ${skipped} skipped`)
process.exitCode = status === 0 ? 0 : 1
