import { present } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/id.ts'
import { dateIn, defaultZone, plusDays } from '../../kernel/time.ts'
import { setTarget } from '../../modules/quality/index.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import type { NewAccount } from '../../platform/session/index.ts'
import { staffActor } from './actor.ts'
import { found, importParties, lookUp, supervise } from './load-parties.ts'
import { coverPeople, insure, registerPeople, registerResidents } from './load-people.ts'
import { openPlaces, openRotas } from './load-places.ts'
import { agreeAll, offer, openDepartments } from './load-services.ts'
import { book } from './load-visits.ts'
import { type Institution, type Loading, type Progress, run, type Weeks } from './loading.ts'
import type { NetworkPlan } from './plan.ts'
import { daysOfTargets, demoTargets } from './targets.ts'

/** Loads a network through the imports and the commands, and answers its accounts; a refusal is a mistake of the plan. */
export async function loadPlan(
  runtime: Runtime,
  plan: NetworkPlan,
  weeks: Weeks,
  passwordOf: (login: string) => string,
  progress: Progress,
): Promise<NewAccount[]> {
  const today = dateIn(defaultZone, runtime.clock.now())
  const loading: Loading = { runtime, plan, today, progress, weeks, sites: new Map(), offerings: new Map(), people: new Map() }
  const { networkId, operator } = await found(loading)
  await importParties(loading, operator)
  const directory = await lookUp(runtime)
  const licences = new Map(plan.practitioners.map(({ name, licence }) => [name.zh, licence]))
  const institutionId = (name: string) => present(directory.idOf('institution', name), name) as Institution
  const practitionerId = (name: string) => present(directory.idOf('practitioner', present(licences.get(name), name)), name)
  await supervise(loading, operator, institutionId)
  await openPlaces(loading, operator, institutionId)
  await openRotas(loading, operator, practitionerId)
  await offer(loading, operator, networkId, institutionId)
  await openDepartments(loading, operator, institutionId)
  await agreeAll(loading, networkId, institutionId)
  for (const wanted of demoTargets)
    await run(loading, operator, setTarget, { networkId, siteId: null, validFrom: plusDays(today, -daysOfTargets), ...wanted })
  const butler = staffActor(runtime, institutionId(plan.operator), 'butler')
  await registerPeople(loading, butler)
  await registerResidents(loading, butler)
  await coverPeople(loading, operator, butler)
  await insure(loading, operator, butler)
  await book(loading, butler)
  return plan.accounts.map(({ login, role, name, institutions, practitioner, person }) => ({
    login,
    password: passwordOf(login),
    name,
    roles: institutions.map((institution) => ({ institutionId: institutionId(institution), role })),
    ...(practitioner === undefined ? {} : { practitionerId: practitionerId(practitioner) as Id<'practitioner'> }),
    ...(person === undefined ? {} : { personId: present(loading.people.get(person), 'the person of an account') }),
  }))
}
