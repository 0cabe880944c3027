import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Config } from '../../platform/config/index.ts'
import { demoLoginsFile } from '../demo/index.ts'

type Kept = { readonly name: string; readonly bytes: Buffer }

const name = 'demo-logins.json'

/** What belongs to the database and lies beside it: the logins of the demo, without which nobody could sign in to a restored one. */
export function keptFiles(config: Config): Kept[] {
  const file = demoLoginsFile(config)
  return existsSync(file) ? [{ name, bytes: readFileSync(file) }] : []
}

/** Puts them where this installation looks for them. */
export function putFiles(config: Config, files: readonly Kept[]): void {
  for (const { bytes } of files.filter((file) => file.name === name)) {
    mkdirSync(config.dataFolder, { recursive: true })
    writeFileSync(demoLoginsFile(config), bytes, { mode: 0o600 })
  }
}
