import type { Id } from '../../kernel/id.ts'
import { ok, type Refused, type Result } from '../../kernel/result.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { violates } from '../../platform/database/index.ts'
import type { Work } from '../../platform/operation/index.ts'
import { type NetworkRefusal, refuse } from './refusals.ts'
import type { NetworkTables } from './tables.ts'

const tables = ({ db }: Work) => db.withTables<NetworkTables>()

type Named = { readonly nameZh: string; readonly nameEn: string }

/** Runs an insert; a broken key or name becomes the refusal that names it. */
async function inserting<Code extends NetworkRefusal>(
  insert: Promise<unknown>,
  constraints: Readonly<Record<string, () => Refused<Code>>>,
): Promise<Result<null, Code>> {
  try {
    await insert
    return ok(null)
  } catch (error) {
    const refused = Object.entries(constraints).find(([name]) => violates(error, name))?.[1]
    if (!refused) throw error
    return refused()
  }
}

export async function insertInstitution(work: Work, institution: Named & { id: Id<'institution'>; kind: string }) {
  await tables(work)
    .insertInto('network.party')
    .values({ id: institution.id as never, kind: 'institution' })
    .execute()
  return inserting(tables(work).insertInto('network.institution').values(institution).execute(), {
    institution_name_zh_key: () => refuse('network.name-taken', { name: institution.nameZh }),
  })
}

export async function insertNetwork(
  work: Work,
  network: Named & { id: Id<'network'>; code: string; kind: string; operatorId: Id<'institution'> },
) {
  return inserting(tables(work).insertInto('network.network').values(network).execute(), {
    network_code_key: () => refuse('network.name-taken', { name: network.code }),
    network_operator_id_fkey: () => refuse('network.institution-unknown', { institutionId: network.operatorId }),
  })
}

export async function findNetwork(work: Work, code: string): Promise<Id<'network'> | undefined> {
  const row = await tables(work).selectFrom('network.network').select('id').where('code', '=', code).executeTakeFirst()
  return row?.id
}

export async function insertMembership(work: Work, networkId: Id<'network'>, partyId: string, validFrom: PlainDate): Promise<void> {
  await tables(work)
    .insertInto('network.membership')
    .values({ networkId, partyId: partyId as never, validFrom, validUntil: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertSite(work: Work, site: Named & { id: Id<'site'>; institutionId: Id<'institution'>; zone: string }) {
  return inserting(tables(work).insertInto('network.site').values(site).execute(), {
    site_institution_id_name_zh_key: () => refuse('network.name-taken', { name: site.nameZh }),
    site_institution_id_fkey: () => refuse('network.institution-unknown', { institutionId: site.institutionId }),
  })
}

export type NewPlace = Named & {
  readonly id: string
  readonly siteId: Id<'site'>
  readonly ownerId: Id<'institution'>
  readonly kind: string
}

export async function insertRoomOrDevice(work: Work, role: 'room' | 'device', place: NewPlace) {
  return inserting(
    tables(work)
      .insertInto(`network.${role}`)
      .values(place as never)
      .execute(),
    {
      [`${role}_site_id_name_zh_key`]: () => refuse('network.name-taken', { name: place.nameZh }),
      [`${role}_site_id_fkey`]: () => refuse('network.site-unknown', { siteId: place.siteId }),
      [`${role}_owner_id_fkey`]: () => refuse('network.institution-unknown', { institutionId: place.ownerId }),
    },
  )
}

export async function insertPractitioner(
  work: Work,
  practitioner: Named & { id: Id<'practitioner'>; mainInstitutionId: Id<'institution'>; kind: string; title: string },
) {
  await tables(work)
    .insertInto('network.party')
    .values({ id: practitioner.id as never, kind: 'practitioner' })
    .execute()
  return inserting(tables(work).insertInto('network.practitioner').values(practitioner).execute(), {
    practitioner_main_institution_id_fkey: () => refuse('network.institution-unknown', { institutionId: practitioner.mainInstitutionId }),
  })
}

export async function insertPracticePlaces(
  work: Work,
  practitionerId: Id<'practitioner'>,
  places: readonly { institutionId: Id<'institution'>; validFrom: PlainDate; validUntil: PlainDate | null }[],
) {
  if (places.length === 0) return ok(null)
  return inserting(
    tables(work)
      .insertInto('network.practicePlace')
      .values(places.map((place) => ({ practitionerId, ...place })))
      .execute(),
    {
      practice_place_institution_id_fkey: () =>
        refuse('network.institution-unknown', { institutionId: places.map(({ institutionId }) => institutionId).join(', ') }),
    },
  )
}

export function listInstitutions(work: Work, after: string | null, limit: number) {
  return tables(work)
    .selectFrom('network.institution')
    .select(['id', 'kind', 'nameZh', 'nameEn'])
    .$if(after !== null, (query) => query.where('id', '>', after as Id<'institution'>))
    .orderBy('id')
    .limit(limit)
    .execute()
}

export function listSites(work: Work) {
  return tables(work)
    .selectFrom('network.site')
    .select(['id', 'institutionId', 'nameZh', 'nameEn', 'zone'])
    .orderBy('id')
    .limit(500)
    .execute()
}

export function listResourcesOf(work: Work, ownerId: Id<'institution'>, after: string | null, limit: number) {
  return tables(work)
    .selectFrom('network.publishedResource')
    .selectAll()
    .where('ownerId', '=', ownerId)
    .$if(after !== null, (query) => query.where('id', '>', after as never))
    .orderBy('id')
    .limit(limit)
    .execute()
}
