import autocannon from 'autocannon'
import type pg from 'pg'
import { systemClock } from '../src/platform/clock/index.ts'
import { createServer } from '../src/platform/http/index.ts'
import { createAccounts } from '../src/platform/session/index.ts'
import { tokenFor } from '../test/support/http.ts'
import { makeWorld } from '../test/support/world.ts'
import { type Bench, type Figure, median } from './figure.ts'
import { serve } from './http.ts'
import { fsyncsPerSecond, openBenchSystem } from './system.ts'

const persons = 3000
const factsOfEach = 40
const rounds = 5
const seconds = 4
const connections = 16
const found = 20

type Case = {
  readonly name: string
  readonly aim: number
  readonly path: (personId: string) => string
  readonly marks: (personId: string) => readonly string[]
}

const cases: readonly Case[] = [
  {
    name: 'fhir.read.rate',
    aim: 3000,
    path: (id) => `/fhir/R4/Patient/${id}`,
    marks: (id) => [`"id":"${id}"`, '"birthDate":"1980-01-01"'],
  },
  {
    name: 'fhir.search.rate',
    aim: 800,
    path: (id) => `/fhir/R4/Observation?patient=${id}&code=c1,c2,c3,c4&_count=${found}`,
    marks: (id) => [`"reference":"Patient/${id}"`, '"type":"searchset"', '"valueQuantity"'],
  },
]

/** The FHIR door as an integrator meets it: session, permission, grant, who-saw and row-level security, over some thousand patients. */
export const fhirDoor: Bench = {
  figures: cases.map(({ name }) => name),
  async run(progress) {
    const system = await openBenchSystem(8, systemClock())
    try {
      const world = await makeWorld(system.runtime)
      await createAccounts(system.runtime, [
        { login: 'bench', password: 'bench', name: { zh: 'b', en: 'b' }, roles: [{ institutionId: world.clinic, role: 'clinician' }] },
      ])
      const ids = await loadPersons(system.owner, world.clinic)
      progress(`fhir: ${persons} persons with ${factsOfEach} facts each`)
      const token = await tokenOf(system.runtime, system.serverUrl)
      const server = await serve('fhir', system.serverUrl)
      try {
        const figures: Figure[] = []
        for (const one of cases) figures.push(await measure(one, ids, server.address, token, fsyncsPerSecond(system.folder), progress))
        return figures
      } finally {
        server.child.kill()
      }
    } finally {
      await system.close()
    }
  },
}

async function tokenOf(runtime: Parameters<typeof createServer>[0], url: string): Promise<string> {
  const server = await createServer(runtime, url)
  try {
    return await tokenFor(server, 'bench', 'bench')
  } finally {
    await server.close()
  }
}

async function measure(
  one: Case,
  ids: readonly string[],
  address: string,
  token: string,
  fsyncs: number,
  progress: (line: string) => void,
): Promise<Figure> {
  await load(one, ids, address, token, 3)
  const runs: Awaited<ReturnType<typeof load>>[] = []
  for (let round = 0; round < rounds; round += 1) {
    runs.push(await load(one, ids, address, token, seconds))
    progress(`${one.name} round ${round + 1} of ${rounds}: ${runs.at(-1)?.rate}/s`)
  }
  const value = median(runs.map(({ rate }) => rate))
  const of = (pick: (run: (typeof runs)[number]) => number) => median(runs.map(pick))
  return {
    figure: one.name,
    value,
    unit: 'answers/s',
    aim: `>= ${one.aim}`,
    met: value >= one.aim,
    detail: {
      rates: runs.map(({ rate }) => rate),
      p50: of(({ p50 }) => p50),
      p90: of(({ p90 }) => p90),
      p97_5: of(({ p975 }) => p975),
      p99: of(({ p99 }) => p99),
      connections,
      persons,
      facts: persons * factsOfEach,
      fsyncsPerSecond: fsyncs,
    },
  }
}

/** Right answers per second: each body is looked at, and one wrong one ends the run. */
async function load({ path, marks }: Case, ids: readonly string[], url: string, token: string, duration: number) {
  const headers = { authorization: `Bearer ${token}` }
  let wrong = ''
  const requests = ids.slice(0, 1000).map((id) => {
    const wanted = marks(id)
    return {
      method: 'GET' as const,
      path: path(id),
      headers,
      onResponse: (status: number, body: string) => {
        if (status !== 200 || !wanted.every((mark) => body.includes(mark))) wrong = `${status} ${body}`
      },
    }
  })
  const { '2xx': answered, duration: took, latency } = await autocannon({ url, connections, duration, requests })
  if (wrong) throw new Error(wrong)
  const { p50, p90, p97_5: p975, p99 } = latency
  return { rate: Math.round(answered / took), p50, p90, p975, p99 }
}

/** Persons whom the clinic treats: each with a card, a grant, her consent, and measured values of twenty codes. */
async function loadPersons(owner: pg.Client, clinic: string): Promise<string[]> {
  await owner.query(
    `insert into people.person (id, name, name_pinyin, sex, birth_date, phone, registered_at)
     select gen_random_uuid(), '周静怡', 'zhou jing yi', 'female', '1980-01-01', '138' || lpad(n::text, 8, '0'), '2026-01-01' from generate_series(1, $1::int) n`,
    [persons],
  )
  await owner.query(
    `insert into people.card select $1::uuid, id, name, name_pinyin, sex, birth_date, right(phone, 4), '2099-01-01' from people.person`,
    [clinic],
  )
  await owner.query(
    `insert into platform.person_grant select gen_random_uuid(), id, $1::uuid, 'visit', gen_random_uuid(), '2026-01-01', '2099-01-01' from people.person`,
    [clinic],
  )
  await owner.query(
    `insert into people.consent (id, person_id, purpose, text_version, given_at, given_by_account)
     select gen_random_uuid(), id, 'service', 1, '2026-01-01', gen_random_uuid() from people.person`,
  )
  await owner.query(
    `insert into people.fact (id, person_id, institution_id, kind, status, code_system, code, name_zh, name_en, value, unit, low, high, happened_at, source, source_id, recorded_at)
     select gen_random_uuid(), person.id, $1::uuid, 'measurement', 'active', 'analyte', 'c' || n % 8, '项目', 'item', 5.2, 'mmol/L', 3.9, 6.1,
       '2026-11-01'::timestamptz - make_interval(days => n), 'bench', person.id || '-' || n, '2026-11-01' from people.person person, generate_series(1, $2::int) n`,
    [clinic, factsOfEach],
  )
  await owner.query('vacuum (analyze)')
  const { rows } = await owner.query<{ id: string }>('select id from people.person order by id')
  return rows.map(({ id }) => id)
}
