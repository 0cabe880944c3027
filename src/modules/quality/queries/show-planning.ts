import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable, plainDate } from '../../../platform/operation/schema.ts'
import { findAccountsInRole } from '../../../platform/session/index.ts'
import { findLookedAfter, findMembers } from '../commands/overseeing.ts'
import { inspectorRoles } from '../commands/plan-inspection.ts'
import { findInspectorWork, findInstitutionNames } from '../store/inspection.ts'
import { listNetworksOf, listSitesOf } from '../store/places.ts'
import { institutionView } from './views.ts'

const reason = 'who plans sees how busy inspectors of other institutions are; days and names only'

/** Whom the acting institution looks after in the line quality, network by network, with the sites where each works. */
export const listLookedAfter = defineQuery({
  name: 'quality.list-looked-after',
  zh: '质控条线所管机构',
  en: 'Whom the institution looks after in the line quality',
  permission: 'quality.inspection.plan',
  input: T.Object({}),
  output: T.Object({
    networks: T.Array(
      T.Object({
        id: idOf('network'),
        code: T.String(),
        institutions: T.Array(T.Object({ ...institutionView.properties, sites: T.Array(T.Object({ id: idOf('site'), name: bilingual })) })),
      }),
    ),
  }),
  refusals: [],
  async run(work) {
    const own = work.actor.institutionId
    const networks = own ? await listNetworksOf(work, own) : []
    const listed = []
    for (const { id, code } of networks) {
      const members = await findMembers(work, id, dateIn(defaultZone, work.now))
      const lookedAfter = (await findLookedAfter(work, id)) ?? new Set<Id<'institution'>>()
      const ids = [...lookedAfter].filter((one) => members.has(one))
      const names = await findInstitutionNames(work, ids)
      const sites = await listSitesOf(work, ids)
      const institutions = ids.flatMap((one) => {
        const name = names.get(one)
        return name ? [{ id: one, name, sites: sites.get(one) ?? [] }] : []
      })
      if (institutions.length > 0)
        listed.push({ id, code, institutions: institutions.toSorted((a, b) => (a.name.zh < b.name.zh ? -1 : 1)) })
    }
    return ok({ networks: listed })
  },
})

/** The pool of inspectors for an institution: quality officers and heads of the other members, who is least busy and has not been there for longest first. */
export const listInspectors = defineQuery({
  name: 'quality.list-inspectors',
  zh: '检查人候选',
  en: 'Inspectors to choose from',
  permission: 'quality.inspection.plan',
  network: reason,
  input: T.Object({ networkId: idOf('network'), institutionId: idOf('institution') }),
  output: T.Object({
    items: T.Array(
      T.Object({
        accountId: idOf('account'),
        name: bilingual,
        role: T.String(),
        institution: institutionView,
        /** Inspections that she still has to carry out. */
        planned: T.Integer(),
        /** When she last inspected this institution. */
        lastThere: nullable(plainDate),
      }),
    ),
  }),
  refusals: [],
  async run(work, { networkId, institutionId }) {
    const lookedAfter = await findLookedAfter(work, networkId)
    if (lookedAfter && !lookedAfter.has(institutionId)) return ok({ items: [] })
    const members = await findMembers(work, networkId, dateIn(defaultZone, work.now))
    const others = [...members].filter((id) => id !== institutionId)
    const accounts = await findAccountsInRole(work, inspectorRoles, others)
    const names = await findInstitutionNames(work, others)
    const busy = await findInspectorWork(work, institutionId)
    const items = accounts.flatMap(({ accountId, name, institutionId: id, role }) => {
      const house = names.get(id)
      const { planned = 0, lastThere = null } = busy.get(accountId) ?? {}
      return house ? [{ accountId, name, role, institution: { id, name: house }, planned, lastThere }] : []
    })
    const first = items.filter(
      ({ accountId, institution }, place) =>
        items.findIndex((item) => item.accountId === accountId && item.institution.id === institution.id) === place,
    )
    return ok({ items: first.toSorted((a, b) => a.planned - b.planned || ((a.lastThere ?? '') < (b.lastThere ?? '') ? -1 : 1)) })
  },
})
