import { foundNetwork, registerInstitution } from '../src/modules/network/index.ts'
import { importBundle } from '../src/modules/people/index.ts'
import { systemClock } from '../src/platform/clock/index.ts'
import { systemActor } from '../src/platform/operation/perform.ts'
import { type Bundle, type BundleFile, ownBundles, syntheaBundles } from '../test/support/bundles.ts'
import { run } from '../test/support/world.ts'
import { type Bench, median, round } from './figure.ts'
import { fsyncsPerSecond, openBenchSystem } from './system.ts'

const aim = 1000
const runs = 5
const copies = 40

/** Patients with whole histories into a fresh, durable database, one bundle after the other, with every check on. */
export const fhir: Bench = {
  figures: ['import.fhir.rate'],
  async run(progress) {
    const synthea = syntheaBundles()
    if (!synthea) progress('import.fhir: ../shared/data/fhir is not here, so copies of examples/ are measured')
    const [hospitals, patients] = divide(synthea ?? ownBundles())
    const texts = [...hospitals.map(({ text }) => text), ...copiesOf(patients)]
    const resources = texts.reduce((sum, text) => sum + (JSON.parse(text) as Bundle).entry.length, 0)
    const rates: number[] = []
    let detail: Record<string, unknown> = {}
    for (let count = 0; count < runs; count += 1) {
      const system = await openBenchSystem(4, systemClock())
      try {
        const { institutionId } = await run<{ institutionId: string }>(system.runtime, systemActor, registerInstitution, {
          kind: 'operator',
          name: { zh: '运营', en: 'Operator' },
        })
        await run(system.runtime, systemActor, foundNetwork, {
          code: 'BENCH',
          kind: 'HOSP',
          name: { zh: '网络', en: 'Network' },
          operatorId: institutionId,
        })
        const begun = performance.now()
        for (const text of texts) await run(system.runtime, systemActor, importBundle, { text, institution: null, consent: true })
        const seconds = (performance.now() - begun) / 1000
        rates.push(resources / seconds)
        progress(`import.fhir run ${count + 1} of ${runs}: ${round(rates.at(-1) ?? 0, 0)} resources/s`)
        const { rows } = await system.owner.query(`select (select count(*)::int from people.source_resource) as resources,
          (select count(*)::int from people.fact) as facts, (select count(*)::int from people.person) as persons`)
        const megabytesPerSecond = round(texts.join('').length / 1e6 / seconds)
        detail = { ...rows[0], data: synthea ? 'Synthea' : 'examples', megabytesPerSecond, fsyncsPerSecond: fsyncsPerSecond(system.folder) }
      } finally {
        await system.close()
      }
    }
    const value = round(median(rates), 0)
    return [
      {
        figure: 'import.fhir.rate',
        value,
        unit: 'resources per second, one bundle after the other, durable',
        aim: `>= ${aim}`,
        met: value >= aim,
        detail: { ...detail, bundles: texts.length, runs: rates.map((rate) => round(rate, 0)) },
      },
    ]
  },
}

/** Bundles without a patient first: others refer to them. */
function divide(files: readonly BundleFile[]): [BundleFile[], BundleFile[]] {
  const hasPatient = ({ text }: BundleFile) =>
    (JSON.parse(text) as Bundle).entry.some(({ resource }) => resource.resourceType === 'Patient')
  return [files.filter((file) => !hasPatient(file)), files.filter(hasPatient)]
}

/** Each patient many times over as another person: all ids and identifiers are others but those of organisations and practitioners. */
function copiesOf(patients: readonly BundleFile[]): string[] {
  return Array.from({ length: copies }, (_, copy) => patients.map(({ text }) => copyOf(text, copy))).flat()
}

function copyOf(text: string, copy: number): string {
  const { entry } = JSON.parse(text) as Bundle
  const mark = copy.toString(16).padStart(4, '0')
  let copied = text
  for (const { resource } of entry) {
    const { resourceType, id } = resource as { resourceType: string; id: string }
    if (resourceType === 'Organization' || resourceType === 'Practitioner') continue
    copied = copied.replaceAll(id, id.length > 8 ? `${mark}${id.slice(4)}` : `${id}-${mark}`)
  }
  const bundle = JSON.parse(copied) as Bundle
  for (const { resource } of bundle.entry.filter(({ resource }) => resource.resourceType === 'Patient')) {
    const identifiers = (resource.identifier ?? []) as { system?: string; value?: string }[]
    resource.identifier = identifiers
      .filter(({ system }) => !system?.startsWith('urn:oid:2.16.156'))
      .map((one) => ({ ...one, value: `${one.value}-${mark}` }))
  }
  return JSON.stringify(bundle, null, 2)
}
