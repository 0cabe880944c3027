import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/config/index.ts'

/** A bundle with the name of its file. */
export type BundleFile = { readonly name: string; readonly text: string }

const read = (folder: string, name: string): BundleFile => ({ name, text: readFileSync(join(folder, name), 'utf8') })

/** The two bundles of our own. */
export const ownBundles = (): BundleFile[] =>
  ['hospital-bundle.json', 'patient-bundle.json'].map((name) => read(join(projectRoot, 'examples'), name))
export const ownPatient = (): string => ownBundles()[1]?.text ?? ''

/** Three Synthea patients and their hospitals, where the data that others made lie beside the checkout. */
export function syntheaBundles(): BundleFile[] | null {
  const folder = ['..', '../..'].map((up) => join(projectRoot, up, 'shared/data/fhir')).find(existsSync)
  if (!folder) return null
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => read(folder, name))
}

/** Synthea's bundles, else our own; which of them is said, because our own are few. */
export function someBundles(): BundleFile[] {
  const synthea = syntheaBundles()
  if (synthea) return synthea
  console.warn('\n*** ../shared/data/fhir is not here: the import is tested with the two bundles of examples/ only ***\n')
  return ownBundles()
}

export type Json = { [element: string]: unknown }
export type Bundle = { resourceType: string; type: string; entry: { fullUrl?: string; resource: Json; request?: Json }[] }

/** The own patient with a change. */
export function changedPatient(change: (bundle: Bundle) => void): string {
  const bundle = JSON.parse(ownPatient()) as Bundle
  change(bundle)
  return JSON.stringify(bundle)
}

/** The first resource of a type. */
export function resourceOf(bundle: Bundle, type: string): Json {
  const found = bundle.entry.find(({ resource }) => resource.resourceType === type)
  if (!found) throw new Error(`no ${type}`)
  return found.resource
}
