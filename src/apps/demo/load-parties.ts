import { Type as T } from 'typebox'
import { present } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/id.ts'
import { ok } from '../../kernel/result.ts'
import { type Directory, findDirectory, foundNetwork, importRoster, registerInstitution, setSuperior } from '../../modules/network/index.ts'
import { type Actor, defineQuery } from '../../platform/operation/index.ts'
import { ask, systemActor } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { staffActor } from './actor.ts'
import { type Institution, type Loading, run } from './loading.ts'

/** The network with its operator. */
export async function found(loading: Loading) {
  const { plan, runtime } = loading
  const planned = present(
    plan.institutions.find(({ name }) => name.zh === plan.operator),
    plan.operator,
  )
  const { institutionId } = await run<{ institutionId: Institution }>(loading, systemActor, registerInstitution, {
    kind: planned.kind,
    name: planned.name,
    ...(planned.licence ? { licence: planned.licence } : {}),
  })
  const { networkId } = await run<{ networkId: Id<'network'> }>(loading, systemActor, foundNetwork, {
    code: plan.code,
    kind: plan.kind,
    name: plan.name,
    operatorId: institutionId,
  })
  return { networkId, operator: staffActor(runtime, institutionId, 'operator') }
}

type Refused = { readonly line: number; readonly en: string }

/** Institutions, practitioners and filings, as an operator brings them from a spreadsheet. */
export async function importParties(loading: Loading, operator: Actor): Promise<void> {
  const { plan } = loading
  const network = plan.code
  const scope = (list: readonly string[]) => list.join(';')
  const institutions = plan.institutions
    .filter(({ name }) => name.zh !== plan.operator)
    .map(({ kind, name, licence }) => ({
      record: 'institution',
      name: name.zh,
      nameEn: name.en,
      kind,
      network,
      ...(licence ? { licence: licence.number, scope: scope(licence.scope), from: licence.validFrom, until: licence.validUntil } : {}),
    }))
  const practitioners = plan.practitioners.map(({ name, specialty, title, licence, main }) => ({
    record: 'practitioner',
    name: name.zh,
    nameEn: name.en,
    kind: specialty,
    title,
    institution: main,
    licence,
    scope: specialty,
    from: licensedFrom,
    network,
  }))
  const filings = plan.practitioners.flatMap(({ licence, filings }) =>
    filings.map(({ institution, validFrom, validUntil }) => ({
      record: 'filing',
      licence,
      institution,
      from: validFrom,
      until: validUntil,
    })),
  )
  const rows = [...institutions, ...practitioners, ...filings].map((row, place) => ({ line: place + 2, ...row }))
  const { refused } = await run<{ refused: Refused[] }>(loading, operator, importRoster, { partial: false, rows })
  if (refused.length > 0) throw new Error(`the demo's roster was refused: ${JSON.stringify(refused.slice(0, 5))}`)
  loading.progress('roster', rows.length, rows.length)
}

const licensedFrom = '2015-07-01'

const readDirectory = defineQuery({
  name: 'network.read-directory',
  zh: '名称与编号对照',
  en: 'Names and ids',
  permission: null,
  network: 'the demo names parties of all owners',
  input: T.Object({}),
  output: T.Unsafe<Directory>(T.Object({})),
  refusals: [],
  run: async (work) => ok(await findDirectory(work)),
})

/** Ids by name and licence of everybody who is written by now. */
export async function lookUp(runtime: Runtime): Promise<Directory> {
  const read = await ask(runtime, readDirectory, systemActor, {}, 'demo')
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}

/** Who looks after whom in a line of work. */
export async function supervise(loading: Loading, operator: Actor, institutionId: (name: string) => Institution): Promise<void> {
  for (const { institution, line, superior } of loading.plan.supervisions ?? [])
    await run(loading, operator, setSuperior, {
      networkCode: loading.plan.code,
      institutionId: institutionId(institution),
      line,
      superiorId: institutionId(superior),
    })
}
