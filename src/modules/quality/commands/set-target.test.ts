import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Actor, Query } from '../../../platform/operation/index.ts'
import { ask, systemActor } from '../../../platform/operation/perform.ts'
import { openSite, setSuperior } from '../../network/index.ts'
import { showIndicator } from '../queries/show-indicator.ts'
import { setTarget } from './set-target.ts'

let system: TestSystem
let world: World
let clinicSite: Id<'site'>
const actor = (institutionId: Id<'institution'>, role: string): Actor => staffOf(system.runtime, institutionId, role)
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  const opened = { institutionId: world.clinic, name: { zh: '诊所院区', en: 'Clinic site' } }
  clinicSite = (await run<{ siteId: Id<'site'> }>(system.runtime, systemActor, openSite, opened)).siteId
})
afterAll(() => system.close())

const wanted = (more: object = {}) => ({
  ...{ networkId: world.networkId, code: 'wait-within-15', siteId: null, floor: 70, target: 85, validFrom: '2026-11-23' },
  ...more,
})
const set = (who: Actor, more: object = {}) => tryCommand(system.runtime, who, setTarget, wanted(more))

test('the network’s floor is its operator’s to set, and of who looks after its quality; nobody else’s', async () => {
  const officer = actor(world.hospital, 'quality')
  expect(await set(officer)).toMatchObject({ refusal: { code: 'quality.target-not-yours' } })
  expect(await set(actor(world.clinic, 'manager'))).toMatchObject({ refusal: { code: 'quality.target-not-yours' } })
  expect(await set(actor(world.operator, 'operator'))).toMatchObject({ ok: true })
  await run(system.runtime, actor(world.operator, 'operator'), setSuperior, {
    ...{ networkCode: 'TEST', institutionId: world.clinic, line: 'quality', superiorId: world.hospital },
  })
  expect(await set(officer)).toMatchObject({ ok: true })
  expect(await set(actor(world.stranger, 'quality'))).toMatchObject({ refusal: { code: 'quality.no-network' } })
})

test('a manager adds for a site of his own, never looser than the floor, and the site is judged by it', async () => {
  const manager = actor(world.clinic, 'manager')
  expect(await set(manager, { siteId: world.east.siteId })).toMatchObject({ refusal: { code: 'quality.target-not-yours' } })
  expect(await set(manager, { siteId: clinicSite, floor: 60 })).toMatchObject({
    refusal: { code: 'quality.addition-looser', details: { value: 60, floor: 70 } },
  })
  expect(await set(manager, { siteId: clinicSite, floor: 80, target: 95 })).toMatchObject({ ok: true })
  const at = (siteId: Id<'site'>) =>
    ask(system.runtime, showIndicator as unknown as Query, manager, { code: 'wait-within-15', networkId: world.networkId, siteId }, 'test')
  expect(await at(clinicSite)).toMatchObject({ ok: true, value: { floor: 80, target: 95 } })
  expect(await at(world.east.siteId)).toMatchObject({ ok: false, refusal: { code: 'quality.place-not-open' } })
})

test('the same day again replaces what was wanted; it stays one row', async () => {
  const operator = actor(world.operator, 'operator')
  await set(operator, { code: 'consulting-minutes', floor: 15, target: 20 })
  await set(operator, { code: 'consulting-minutes', floor: 16, target: null })
  const { rows } = await system.owner.query(`select floor, target from quality.target where indicator_code = 'consulting-minutes'`)
  expect(rows).toEqual([{ floor: 16, target: null }])
})
