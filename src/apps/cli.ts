import { BackupError } from '../platform/backup/index.ts'
import { ConfigError } from '../platform/config/index.ts'
import { ClusterError, MigrationError } from '../platform/database/index.ts'
import { backupVerb } from './verbs/backup.ts'
import { clockAdvanceVerb } from './verbs/clock-advance.ts'
import { configVerb } from './verbs/config.ts'
import { counterpartyVerb } from './verbs/counterparty.ts'
import { importFhirVerb } from './verbs/import-fhir.ts'
import { importPeopleVerb } from './verbs/import-people.ts'
import { importRosterVerb } from './verbs/import-roster.ts'
import { importTermsVerb } from './verbs/import-terms.ts'
import { integrityAuditVerb } from './verbs/integrity-audit.ts'
import { ledgerSettleVerb } from './verbs/ledger-settle.ts'
import { ledgerWhyVerb } from './verbs/ledger-why.ts'
import { migrateVerb } from './verbs/migrate.ts'
import { networkExportVerb, networkImportVerb } from './verbs/network-file.ts'
import { networkFoundVerb } from './verbs/network-found.ts'
import { restoreVerb } from './verbs/restore.ts'
import { serverVerb, startVerb, workerVerb } from './verbs/start.ts'
import { upgradeVerb } from './verbs/upgrade.ts'
import { UsageError, type Verb } from './verbs/verb.ts'
import { auditVerifyVerb, ledgerVerifyVerb, verifyVerb } from './verbs/verify.ts'

const verbs: readonly Verb[] = [
  startVerb,
  serverVerb,
  workerVerb,
  migrateVerb,
  backupVerb,
  restoreVerb,
  upgradeVerb,
  configVerb,
  counterpartyVerb,
  networkFoundVerb,
  networkExportVerb,
  networkImportVerb,
  importRosterVerb,
  importPeopleVerb,
  importTermsVerb,
  importFhirVerb,
  ledgerSettleVerb,
  ledgerWhyVerb,
  verifyVerb,
  auditVerifyVerb,
  integrityAuditVerb,
  ledgerVerifyVerb,
  clockAdvanceVerb,
]
/** Verbs of a checkout, which run from their own bundle. */
const others = [
  ['bench [PREFIX]', 'measure the figures whose name begins so'],
  ['generate', 'write the generated files anew'],
  ['screenshots', 'take the pictures of the documentation anew'],
] as const

function help(): string {
  const rows = [...verbs.map(({ name, summary }) => [name, summary] as const), ...others]
  return [
    'usage: careloom VERB [...]        careloom VERB --help',
    '',
    ...rows.map(([name, summary]) => `  ${name.padEnd(16)} ${summary}`),
  ].join('\n')
}

/** The first words that name a verb, and what is left of the line. */
function findVerb(words: readonly string[]): { verb: Verb; rest: readonly string[] } | null {
  const verb = verbs.find(({ name }) => name.split(' ').every((word, place) => words[place] === word))
  return verb ? { verb, rest: words.slice(verb.name.split(' ').length) } : null
}

async function main(words: readonly string[]): Promise<number> {
  if (words.length === 0 || words[0] === '--help' || words[0] === 'help') {
    console.log(help())
    return 0
  }
  const found = findVerb(words)
  if (!found) {
    const begun = verbs.filter(({ name }) => name.split(' ')[0] === words[0])
    const wanted = words.includes('--help')
    console[wanted && begun.length > 0 ? 'log' : 'error'](
      begun.length > 0 ? begun.map(({ usage }) => usage).join('\n') : `“${words.join(' ')}” is no verb.\n\n${help()}`,
    )
    return wanted && begun.length > 0 ? 0 : 1
  }
  const { verb, rest } = found
  if (rest.includes('--help')) {
    console.log(`${verb.summary}\n\n${verb.usage}`)
    return 0
  }
  return verb.run(rest)
}

/** What a person can mend is said in one sentence; anything else is a fault and shows where it happened. */
function say(error: unknown): void {
  const known = [ConfigError, ClusterError, MigrationError, BackupError, UsageError].some((kind) => error instanceof kind)
  console.error(known ? (error as Error).message : error)
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  say(error)
  return 1
})
