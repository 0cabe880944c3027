import { Type as T } from 'typebox'
import { Check } from 'typebox/value'
import { BackupError, damaged } from './error.ts'

/** Of the file itself; a change that an older Careloom cannot read is another number. */
export const format = 1

const migration = T.Object({ room: T.String(), file: T.String(), hash: T.String() })
const table = T.Object({ name: T.String(), columns: T.Array(T.String()) })
const sequence = T.Object({ name: T.String(), value: T.String(), isCalled: T.Boolean() })

/** Stands first: what is needed to make the tables. */
const manifestSchema = T.Object({
  format: T.Literal(format),
  careloom: T.String(),
  postgresql: T.String(),
  madeAt: T.String(),
  /** What it includes, `xmin:xmax:open` as PostgreSQL counted there. */
  snapshot: T.String(),
  /** Milliseconds that the clock of a demo network was ahead. */
  clockOffset: T.String(),
  migrations: T.Array(migration),
  tables: T.Array(table),
  sequences: T.Array(sequence),
})
export type Manifest = T.Static<typeof manifestSchema>

/** Stands behind the tables: what each of them must be. */
const contentsSchema = T.Object({
  tables: T.Array(T.Object({ name: T.String(), rows: T.Integer(), bytes: T.Integer(), sha256: T.String() })),
})
export type Contents = T.Static<typeof contentsSchema>

/** @throws BackupError where it is no manifest, or one of a newer Careloom. */
export function readManifest(bytes: Buffer): Manifest {
  const value = parse(bytes)
  if (Check(manifestSchema, value)) return value
  const found = value as { format?: unknown; careloom?: unknown } | null
  if (typeof found?.format === 'number' && found.format > format)
    throw new BackupError(
      `This backup was made by a newer Careloom (${found.careloom}) in a format that this one does not read: update this checkout, then restore.`,
    )
  throw new BackupError('The manifest of this file is no manifest of a Careloom backup: name a file that “careloom backup” has made.')
}

/** @throws BackupError */
export function readContents(bytes: Buffer): Contents {
  const value = parse(bytes)
  if (!Check(contentsSchema, value)) throw new BackupError(damaged)
  return value
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return null
  }
}
