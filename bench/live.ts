import { sql } from 'kysely'
import type { Id } from '../src/kernel/id.ts'
import { admitWalkIn, finishVisit, planRota, startVisit } from '../src/modules/booking/index.ts'
import { registerPractitioner } from '../src/modules/network/index.ts'
import { systemClock } from '../src/platform/clock/index.ts'
import { systemActor } from '../src/platform/operation/perform.ts'
import { createAccounts, type NewAccount, startSession } from '../src/platform/session/index.ts'
import { everything, transact } from '../src/platform/transaction/index.ts'
import { openStream } from '../test/support/stream.ts'
import { makeWorld, run, type World } from '../test/support/world.ts'
import { isIncluded } from '../web/src/wire/as-of.ts'
import { type Bench, round } from './figure.ts'
import { serve } from './http.ts'
import { fsyncsPerSecond, openBenchSystem } from './system.ts'

const aim = 500
const walls = 20
const lanes = 20
const phonesPerLane = 9
const calls = 120
/** As `wire/live.ts` spreads the reads of many browsers. */
const spreadMilliseconds = 100

type System = Awaited<ReturnType<typeof openBenchSystem>>
type Lane = { readonly ticket?: string; readonly status?: string }
type Seen = { readonly live: { readonly topic: string; readonly asOf: string }; readonly text: string }

/**
 * From sending a call until every wall, and every phone in the lane that is called, holds an answer that shows it: a server process of
 * its own, 20 walls and 180 phones of people who wait in 20 lanes of one site, each with a stream and a session of its own. A call
 * makes all 200 read again, each for itself.
 */
export const live: Bench = {
  figures: ['live.call-to-wall.p99'],
  async run(progress) {
    const system = await openBenchSystem(8, systemClock())
    const world = await makeWorld(system.runtime)
    const experts = await addExperts(system, world)
    const waiting = await fillLanes(system, world, experts)
    await system.owner.query('analyze') // as a database that has lived for a minute
    const server = await serve('ours', system.serverUrl)
    try {
      const desk = await tokenOf(system, 'wall')
      const watch = (path: string, token: string) => openListener(server.address, path, token)
      const onWall = await Promise.all(Array.from({ length: walls }, () => watch(`/api/booking/walls/${world.east.siteId}`, desk)))
      const onPhone = await Promise.all(
        waiting.map(async ({ login, visitId, expertId }) => ({
          expertId,
          ...(await watch(`/api/booking/visits/${visitId}/attendance`, await tokenOf(system, login))),
        })),
      )
      const listeners = [...onWall, ...onPhone]
      const milliseconds: number[] = []
      let first = 0 // of a server that has just begun: counted, and said by itself
      for (let round = 0; round < calls; round += 1) {
        const expertId = experts[round % lanes] as Id<'resource'>
        const begun = performance.now()
        const { visitId, version, shows } = await call(server.address, desk, world, expertId)
        const concerned = [...onWall, ...onPhone.filter((phone) => phone.expertId === expertId)]
        const seen = await Promise.all(concerned.map((listener) => listener.until(shows)))
        milliseconds.push(...seen.map((at) => at - begun))
        if (round === 0) first = Math.round(Math.max(...milliseconds))
        await Promise.all(listeners.map((listener) => listener.quiet()))
        const allAfter = performance.now() - begun
        await run(system.runtime, world.butler, startVisit, { visitId, version })
        await run(system.runtime, world.butler, finishVisit, { visitId, version: version + 1 })
        await Promise.all(listeners.map((listener) => listener.quiet()))
        progress(
          `live.call-to-wall call ${round + 1} of ${calls}: last concerned after ${Math.round(Math.max(...seen) - begun)} ms, all 200 read again after ${Math.round(allAfter)} ms`,
        )
      }
      for (const listener of listeners) await listener.close()
      const sorted = milliseconds.toSorted((a, b) => a - b)
      const at = (share: number) => round(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN, 0)
      return [
        {
          figure: 'live.call-to-wall.p99',
          value: at(0.99),
          unit: 'ms',
          aim: `<= ${aim}`,
          met: at(0.99) <= aim,
          detail: {
            first,
            p50: at(0.5),
            p90: at(0.9),
            worst: at(1),
            walls,
            phones: waiting.length,
            calls,
            fsyncsPerSecond: fsyncsPerSecond(system.folder),
          },
        },
      ]
    } finally {
      server.child.kill()
      await system.close()
    }
  },
}

/** Experts of the clinic who are at the east site all day. */
async function addExperts({ runtime }: System, { clinic, east }: World): Promise<Id<'resource'>[]> {
  const system = <Answer>(command: unknown, input: object) => run<Answer>(runtime, systemActor, command, input)
  const experts: Id<'resource'>[] = []
  for (let place = 0; place < lanes; place += 1) {
    const { practitionerId } = await system<{ practitionerId: Id<'practitioner'> }>(registerPractitioner, {
      mainInstitutionId: clinic,
      kind: 'orthopaedics',
      title: 'chief',
      name: { zh: `医生${place}`, en: `doctor ${place}` },
      networkCode: 'TEST',
      licence: { number: `L-${place}`, scope: ['orthopaedics'], validFrom: '2026-01-01', validUntil: null },
      filings: [],
    })
    const resourceId = practitionerId as unknown as Id<'resource'>
    const lines = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ siteId: east.siteId, weekday, opens: '00:00', closes: '23:59' }))
    await system(planRota, { resourceId, validFrom: '2026-01-01', lines })
    experts.push(resourceId)
  }
  return experts
}

/** So many people in each lane, each with an account, behind those whom the rounds will call. */
async function fillLanes({ runtime }: System, world: World, experts: readonly Id<'resource'>[]) {
  const people: { login: string; visitId: string; expertId: Id<'resource'> }[] = []
  const accounts: NewAccount[] = [
    { login: 'wall', password: 'x', name: { zh: '墙', en: 'wall' }, roles: [{ institutionId: world.operator, role: 'butler' }] },
  ]
  const admit = (personId: Id<'person'>, expertId: Id<'resource'>) =>
    run<{ visitId: string }>(runtime, world.butler, admitWalkIn, {
      personId,
      offeringId: world.offeringId,
      siteId: world.east.siteId,
      expertId,
      squeezeReason: '测量',
    })
  for (const [lane, expertId] of experts.entries()) {
    for (let place = 0; place < calls / lanes; place += 1) await admit(await world.makePerson(`先到${lane}-${place}`), expertId)
    for (let place = 0; place < phonesPerLane; place += 1) {
      const login = `phone${lane}-${place}`
      const personId = await world.makePatient(`病人${lane}-${place}`)
      const { visitId } = await admit(personId, expertId)
      accounts.push({ login, password: 'x', name: { zh: login, en: login }, personId, roles: [] })
      people.push({ login, visitId, expertId })
    }
  }
  await createAccounts(runtime, accounts)
  return people
}

const tokenOf = ({ runtime }: System, login: string): Promise<string> =>
  transact(runtime.database, everything, async (db) => {
    const {
      rows: [account],
    } = await sql<{ id: Id<'account'> }>`select id from platform.account where login = ${login}`.execute(db)
    if (!account) throw new Error(`no account ${login}`)
    return { commit: true, value: await startSession(db, account.id, runtime.clock.now()) }
  })

let keys = 0

async function call(address: string, token: string, world: World, expertId: Id<'resource'>) {
  keys += 1
  const response = await fetch(`${address}/api/booking/queues/${world.east.siteId}/call-next`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': `call-${keys}-${process.pid}` },
    body: JSON.stringify({ expertId }),
  })
  if (!response.ok) throw new Error(`not called: ${await response.text()}`)
  const { visitId, version, ticket } = (await response.json()) as { visitId: string; version: number; ticket: string }
  const shows = (text: string) => {
    const answer = JSON.parse(text) as { lanes?: { current: Lane | null }[]; lane?: Lane[] }
    const shown = answer.lanes
      ? answer.lanes.map(({ current }) => current?.ticket)
      : answer.lane?.filter(({ status }) => status === 'called').map((one) => one.ticket)
    return shown?.includes(ticket) ?? false
  }
  return { visitId, version, shows }
}

/** A screen as `wire/live.ts` makes it: it reads again while its topic told of a transaction that its answer lacks. */
async function openListener(address: string, path: string, token: string) {
  let seen = await read()
  let reading = false
  let wanted: ((text: string) => boolean) | null = null
  let found: (at: number) => void = () => undefined
  let idle: () => void = () => undefined
  const stream = await openStream(address, token, [seen.live.topic], () => void refresh())
  const isOld = () => {
    const told = stream.heard.at(-1)?.transaction
    return told === null || (told !== undefined && !isIncluded(told, seen.live.asOf))
  }
  async function read(): Promise<Seen> {
    const response = await fetch(`${address}${path}`, { headers: { authorization: `Bearer ${token}` } })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${text}`)
    return { ...(JSON.parse(text) as Pick<Seen, 'live'>), text }
  }
  async function refresh(): Promise<void> {
    if (reading) return
    reading = true
    while (isOld()) {
      if (stream.heard.at(-1)?.transaction === null) stream.heard.length = 0
      await new Promise((resolve) => setTimeout(resolve, Math.random() * spreadMilliseconds))
      seen = await read()
      if (wanted?.(seen.text)) {
        wanted = null
        found(performance.now())
      }
    }
    reading = false
    idle()
  }
  return {
    until: (shows: (text: string) => boolean): Promise<number> =>
      new Promise((resolve) => {
        if (shows(seen.text)) {
          resolve(performance.now())
          return
        }
        wanted = shows
        found = resolve
      }),
    /** Nothing is being read. */
    quiet: async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      if (!reading) return
      await new Promise<void>((resolve) => {
        idle = resolve
      })
    },
    close: stream.close,
  }
}
