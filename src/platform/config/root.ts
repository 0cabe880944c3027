import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(folder: string): string {
  const file = join(folder, 'package.json')
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'careloom') return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('no package.json of careloom above this file')
  return findRoot(parent)
}

/** The checkout: the same whether the source or the built bundle runs. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)))
