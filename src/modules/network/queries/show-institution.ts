import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable, words } from '../../../platform/operation/schema.ts'
import { institutionKinds } from '../domain/party.ts'
import { refuse } from '../refusals.ts'
import {
  findInstitution,
  listFilings,
  listLicences,
  listMemberships,
  listPlacesOf,
  listPractitioners,
  listSitesOf,
} from '../store/views.ts'
import { expertView, filingAtView, licenceView, membershipView, standingOn } from './views.ts'

const limit = 200

/** An institution: what it may do, who practises there until when, and what it brings. */
export const showInstitution = defineQuery({
  name: 'network.show-institution',
  zh: '机构详情',
  en: 'An institution',
  permission: 'network.directory.read',
  input: T.Object({ institutionId: idOf('institution') }),
  output: T.Object({
    id: idOf('institution'),
    kind: words(institutionKinds, 'institutionKind'),
    name: bilingual,
    licences: T.Array(licenceView),
    /** The one that ends next first, at most 200. */
    filings: T.Array(filingAtView),
    /** Of whom it is the main institution, at most 200. */
    experts: T.Array(expertView),
    sites: T.Array(T.Object({ id: idOf('site'), name: bilingual, address: nullable(bilingual) })),
    places: T.Array(
      T.Object({
        id: idOf('resource'),
        role: words(['room', 'device'], 'resourceRole'),
        kind: T.String(),
        name: bilingual,
        site: bilingual,
        /** Whose the site is. */
        host: bilingual,
      }),
    ),
    memberships: T.Array(membershipView),
  }),
  refusals: ['network.institution-unknown'],
  async run(work, { institutionId }) {
    const institution = await findInstitution(work, institutionId)
    if (!institution) return refuse('network.institution-unknown', { institutionId })
    const today = dateIn(defaultZone, work.now)
    const licences = await listLicences(work, institutionId)
    const filings = await listFilings(work, 'institution', institutionId, today, limit)
    return ok({
      ...institution,
      licences: licences.map(({ followed, ...licence }) => ({ ...licence, ...standingOn({ ...licence, followed }, today) })),
      filings: filings.map(({ followed, institution: _here, ...filing }) => ({ ...filing, ...standingOn({ ...filing, followed }, today) })),
      experts: await listPractitioners(work, { text: null, specialty: null, institutionId, filed: false }, today, null, limit),
      sites: await listSitesOf(work, institutionId),
      places: await listPlacesOf(work, institutionId),
      memberships: await listMemberships(work, institutionId),
    })
  },
})
