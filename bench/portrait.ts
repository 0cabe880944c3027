import type pg from 'pg'
import type { Id } from '../src/kernel/id.ts'
import { toInstant } from '../src/kernel/time.ts'
import { confirmVisit, holdVisit } from '../src/modules/booking/index.ts'
import { registerInstitution } from '../src/modules/network/index.ts'
import type { FactFlag, FactStatus } from '../src/modules/people/index.ts'
import { standingClock } from '../src/platform/clock/index.ts'
import { createServer } from '../src/platform/http/index.ts'
import { systemActor } from '../src/platform/operation/perform.ts'
import { createAccounts } from '../src/platform/session/index.ts'
import { tokenFor } from '../test/support/http.ts'
import { makeWorld, run, shanghai } from '../test/support/world.ts'
import { type Bench, quantile } from './figure.ts'
import { openBenchSystem } from './system.ts'

const aimMilliseconds = 300
const requests = 400
const facts = 5000
const others = 1000
const factsOfOther = 200
const institutions = 10
const codes = 20

/** The portrait of a patient with 5,000 facts over HTTP, for a clinician of her visit, among 200,000 facts of others. */
export const portrait: Bench = {
  figures: ['people.portrait.p99'],
  async run(progress) {
    const system = await openBenchSystem(8, standingClock(toInstant('2026-11-30T00:00:00Z')))
    try {
      const { runtime, owner } = system
      const world = await makeWorld(runtime)
      const origins: string[] = [world.hospital]
      while (origins.length < institutions) {
        const name = { zh: `机构 ${origins.length}`, en: `institution ${origins.length}` }
        origins.push(
          (await run<{ institutionId: string }>(runtime, systemActor, registerInstitution, { kind: 'clinic', name })).institutionId,
        )
      }
      const personId = await world.makePatient('周静怡')
      const request = world.request(personId, shanghai('2026-12-01', '10:00'))
      const held = await run<{ visitId: Id<'visit'>; version: number }>(runtime, world.butler, holdVisit, request)
      await run(runtime, world.butler, confirmVisit, { visitId: held.visitId, version: held.version })
      await loadFacts(owner, personId, origins)
      progress(`people.portrait loaded ${facts + others * factsOfOther} facts`)
      await createAccounts(runtime, [
        { login: 'bench', password: 'bench', name: { zh: 'b', en: 'b' }, roles: [{ institutionId: world.hospital, role: 'clinician' }] },
      ])
      const server = await createServer(runtime, system.serverUrl)
      try {
        const address = await server.listen({ host: '127.0.0.1', port: 0 })
        const headers = { authorization: `Bearer ${await tokenFor(server, 'bench', 'bench')}` }
        const get = async (path: string) => {
          const from = performance.now()
          const answer = await fetch(`${address}/api/people/persons/${personId}/${path}`, { headers })
          const body = await answer.text()
          if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${body}`)
          return { milliseconds: performance.now() - from, body }
        }
        const times: Record<'portrait' | 'facts', number[]> = { portrait: [], facts: [] }
        let bytes = 0
        for (let place = 0; place < requests; place += 1) {
          const seen = await get('portrait')
          times.portrait.push(seen.milliseconds)
          bytes = seen.body.length
          times.facts.push((await get('facts')).milliseconds)
        }
        refuseThin((await get('portrait')).body)
        const value = quantile(times.portrait, 0.99)
        return [
          {
            figure: 'people.portrait.p99',
            value,
            unit: 'ms',
            aim: `<= ${aimMilliseconds}`,
            met: value <= aimMilliseconds,
            detail: {
              requests,
              facts,
              factsOfOthers: others * factsOfOther,
              p50: quantile(times.portrait, 0.5),
              first: quantile(times.portrait.slice(0, 1), 1),
              kilobytes: Math.round(bytes / 1024),
              timelinePage: { p50: quantile(times.facts, 0.5), p99: quantile(times.facts, 0.99) },
            },
          },
        ]
      } finally {
        await server.close()
      }
    } finally {
      await system.close()
    }
  },
}

/** Four of five facts are measurements of twenty codes; ten years, ten institutions, and as many of each for a thousand others. */
async function loadFacts(owner: pg.Client, personId: string, origins: readonly string[]): Promise<void> {
  const status: FactStatus = 'active'
  const flag: FactFlag = 'high'
  await owner.query(
    `insert into people.person (id, name, name_pinyin, sex, birth_date, registered_at)
     select gen_random_uuid(), '旁人', 'pang ren', 'unknown', '1980-01-01', '2026-01-01' from generate_series(1, $1::int)`,
    [others],
  )
  await owner.query(
    `insert into people.fact (id, person_id, institution_id, kind, status, code_system, code, name_zh, name_en, value, unit, low, high, flag, happened_at, source, source_id, recorded_at)
     select gen_random_uuid(), person.id, ($2::uuid[])[1 + number % ${institutions}], kind, $3, 'lab', code, '项目 ' || code, 'item ' || code,
       case kind when 'measurement' then 3 + number % 40 / 10.0 end, case kind when 'measurement' then 'mmol/L' end, 3.9, 6.1,
       case when kind = 'measurement' and number % 9 = 0 then $4 end,
       '2026-11-30'::timestamptz - make_interval(hours => (number::bigint * 7919 % 87600)::int), 'bench', person.id || '-' || number, '2026-11-30'
     from people.person person
     cross join lateral generate_series(1, case when person.id = $1::uuid then ${facts} else ${factsOfOther} end) number
     cross join lateral (select case when number % 5 > 0 then 'measurement' else (array['problem', 'medication', 'imaging', 'procedure', 'immunisation', 'visit', 'document', 'allergy'])[1 + number / 5 % 8] end as kind,
       'c' || (number % 1009 % ${codes})::text as code) what`,
    [personId, origins, status, flag],
  )
  await owner.query('vacuum (analyze) people.fact')
}

/** A fast portrait that shows nothing would be no portrait. */
function refuseThin(body: string): void {
  const { institutions: shown, measurements, kinds } = JSON.parse(body) as Record<string, { shown?: number; points?: unknown[] }[]>
  const sum = (kinds ?? []).reduce((all, kind) => all + (kind.shown ?? 0), 0)
  if (
    sum !== facts ||
    shown?.length !== institutions ||
    measurements?.length !== codes ||
    measurements.some(({ points }) => points?.length !== 40)
  )
    throw new Error(`the portrait shows ${sum} facts of ${shown?.length} institutions and ${measurements?.length} curves`)
}
