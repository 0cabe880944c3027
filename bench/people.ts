import type pg from 'pg'
import { pinyinOf } from '../src/kernel/name.ts'
import { searchTokens } from '../src/modules/people/domain/search-token.ts'
import { findPeople } from '../src/modules/people/queries/find-people.ts'
import { systemClock } from '../src/platform/clock/index.ts'
import { NamingClient, openDatabase, openPool } from '../src/platform/database/index.ts'
import { ask } from '../src/platform/operation/perform.ts'
import type { Runtime } from '../src/platform/operation/runtime.ts'
import { makeWorld } from '../test/support/world.ts'
import { type Bench, quantile, round } from './figure.ts'
import { openBenchSystem } from './system.ts'

const aimMilliseconds = 20
const persons = 1_000_000
const chunk = 100_000
const queriesPerWay = 400

/** Finding people by each way of typing, over a million persons of one institution, row-level security on. */
export const people: Bench = {
  figures: ['people.search.p99'],
  async run(progress) {
    const system = await openBenchSystem(2, systemClock())
    try {
      const world = await makeWorld(system.runtime)
      const begun = performance.now()
      const names = makeNames()
      await loadNames(system.owner, names)
      await loadPersons(system.owner, world.operator, progress)
      const loadSeconds = round((performance.now() - begun) / 1000, 0)
      progress(`people.search loaded in ${loadSeconds} s`)
      const asked = await askedTexts(system.owner)
      const find = (text: string) => ask(system.runtime, findPeople, world.butler, { text }, 'bench')
      const measured = new Map<string, number[]>()
      let found = 0
      for (const { way, text } of asked) {
        const from = performance.now()
        const answer = await find(text)
        measured.set(way, [...(measured.get(way) ?? []), performance.now() - from])
        if (answer.ok && answer.value.items.length > 0) found += 1
      }
      if (found < asked.length) throw new Error(`${asked.length - found} of ${asked.length} searches found nobody`)
      const all = [...measured.values()].flat()
      const ways = Object.fromEntries(
        [...measured].map(([way, times]) => [way, { p50: quantile(times, 0.5), p99: quantile(times, 0.99), longest: quantile(times, 1) }]),
      )
      const value = quantile(all, 0.99)
      const worst = Object.entries(ways).reduce((slowest, entry) => (entry[1].p99 > slowest[1].p99 ? entry : slowest))
      return [
        {
          figure: 'people.search.p99',
          value,
          unit: 'ms',
          aim: `<= ${aimMilliseconds}`,
          met: value <= aimMilliseconds && worst[1].p99 <= aimMilliseconds,
          detail: {
            persons,
            tokens: Number((await system.owner.query('select count(*) from people.search_token')).rows[0].count),
            queries: all.length,
            p50: quantile(all, 0.5),
            worstWay: worst[0],
            ways,
            loadSeconds,
            plan: await planOf(system.serverUrl, system.runtime, world.butler, 'zhangw'),
          },
        },
      ]
    } finally {
      await system.close()
    }
  },
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷段郝龙史陶贺毛顾龚邵万覃武钱戴严莫孔向汤单仇解查'
const given =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华玉萍红梅建国志文海波欣怡子涵梓轩浩宇一诺雨桐佳思嘉晨曦若溪锦程博远亦凡书瑶景行知夏青禾清越安宁舒云星河春生冬梅立业长江永康福来庆喜凤琴素珍慧中淑贞彦君婉如少卿远山见深上舟'

/** Names as in life: few surnames are many people, many given names are few. */
function makeNames(): string[] {
  const random = seeded(20261122)
  const pick = (characters: readonly string[], skew: number) => characters[Math.floor(random() ** skew * characters.length)] ?? ''
  const [heads, tails] = [[...surnames], [...new Set(given)]]
  const names = new Set<string>()
  while (names.size < 40_000) names.add(pick(heads, 2) + pick(tails, 1) + (random() < 0.8 ? pick(tails, 1) : ''))
  return [...names]
}

/** A small generator with a seed (mulberry32), so that every run asks the same. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Every name once with the tokens that the room itself makes. */
async function loadNames(owner: pg.Client, names: readonly string[]): Promise<void> {
  await owner.query(`create temp table name (place int primary key, name text, name_pinyin text);
    create temp table name_token (place int, token text)`)
  await owner.query(
    'insert into name select ordinality - 1, name, name_pinyin from unnest($1::text[], $2::text[]) with ordinality as pool (name, name_pinyin, ordinality)',
    [names, names.map(pinyinOf)],
  )
  const tokens = names.flatMap((name, place) => searchTokens({ name, phone: null, idNumber: null }).map((token) => [place, token] as const))
  await owner.query('insert into name_token select * from unnest($1::int[], $2::text[])', [
    tokens.map(([place]) => place),
    tokens.map(([, token]) => token),
  ])
  await owner.query('create index on name_token (place); analyze name; analyze name_token')
}

/** A million persons by number: names skewed towards the first, phone and ID number scattered. Keys are built once all rows are there. */
async function loadPersons(owner: pg.Client, institutionId: string, progress: (line: string) => void): Promise<void> {
  await owner.query(`create temp table loaded (id uuid, place int, name text, name_pinyin text, phone text, id_end text);
    set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB';
    alter table people.search_token drop constraint search_token_pkey; drop index people.search_token_institution_id_person_id_idx`)
  for (let from = 0; from < persons; from += chunk) {
    await owner.query('truncate loaded')
    await owner.query(
      `insert into loaded
      select gen_random_uuid(), name.place, name.name, name.name_pinyin, '1' || (3000000000 + abs(hashint8(number)::bigint) % 7000000000)::text, lpad((abs(hashint4(number::int)::bigint) % 10000)::text, 4, '0')
      from generate_series($1::bigint, $2::bigint) number
      join name on name.place = floor(40000 * power((abs(hashint8(number + 7)::bigint) % 1000003) / 1000003.0, 3))::int`,
      [from, from + chunk - 1],
    )
    await owner.query(`insert into people.person (id, name, name_pinyin, sex, birth_date, phone, registered_at)
      select id, name, name_pinyin, 'unknown', '1980-03-12', phone, '2026-01-01' from loaded`)
    await owner.query(
      `insert into people.card (institution_id, person_id, name, name_pinyin, sex, birth_date, phone_last_four, visible_until)
      select $1::uuid, id, name, name_pinyin, 'unknown', '1980-03-12', right(phone, 4), '2099-01-01' from loaded`,
      [institutionId],
    )
    await owner.query(
      `insert into people.search_token (institution_id, token, person_id)
      select $1::uuid, token, id from loaded join name_token using (place)
      union all select $1::uuid, phone, id from loaded union all select $1::uuid, right(phone, 4), id from loaded
      union all select $1::uuid, id_end, id from loaded where id_end <> right(phone, 4)`,
      [institutionId],
    )
    progress(`people.search ${from + chunk} of ${persons} persons`)
  }
  progress('people.search keys')
  await owner.query('alter table people.search_token add constraint search_token_pkey primary key (institution_id, token, person_id)')
  await owner.query('create index on people.search_token (institution_id, person_id)')
  await owner.query('set session_replication_role = origin')
  for (const table of ['person', 'card', 'search_token']) await owner.query(`vacuum (analyze) people.${table}`)
}

type Asked = { readonly way: string; readonly text: string }

/** What butlers type, for persons taken at random, in mixed order. */
async function askedTexts(owner: pg.Client): Promise<Asked[]> {
  const { rows } = await owner.query<{ name: string; phone: string; idEnd: string }>(
    `select p.name, p.phone, (select token from people.search_token t where t.person_id = p.id and t.institution_id = c.institution_id and length(token) = 4 and token ~ '^[0-9]{4}$' order by token = right(p.phone, 4) limit 1) as "idEnd"
    from people.card c tablesample system (0.1) repeatable (7) join people.person p on p.id = c.person_id limit ${queriesPerWay}`,
  )
  const spelled = (name: string) => pinyinOf(name).replaceAll(' ', '')
  const initials = (name: string) =>
    pinyinOf(name)
      .split(' ')
      .map((syllable) => syllable[0])
      .join('')
  const ways: Record<string, (row: (typeof rows)[number]) => string> = {
    characters: ({ name }) => name,
    pinyin: ({ name }) => spelled(name),
    initials: ({ name }) => initials(name),
    phone: ({ phone }) => phone,
    lastFourOfId: ({ idEnd }) => idEnd,
    oneLetter: ({ name }) => spelled(name).slice(0, 1),
    twoLetters: ({ name }) => spelled(name).slice(0, 2),
    surname: ({ name }) => name.slice(0, 1),
  }
  return rows.flatMap((row) => Object.entries(ways).map(([way, textOf]) => ({ way, text: textOf(row) })))
}

/** The plan of the search as the server's role gets it: the statement that `ask` sent, in a transaction with its settings. */
async function planOf(serverUrl: string, runtime: Runtime, actor: Parameters<typeof ask>[2], text: string): Promise<readonly string[]> {
  const plan: string[] = []
  class ExplainingClient extends NamingClient {
    // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg's query
    override async query(...parameters: any[]): Promise<any> {
      const [sent, values] = parameters
      if (typeof sent === 'string' && sent.includes('people.search_token')) {
        const { rows } = await super.query(`explain (analyze, costs off, timing off, summary off, buffers off) ${sent}`, values)
        plan.push(...rows.map((row: Record<string, string>) => String(Object.values(row)[0]).trimEnd()))
      }
      return super.query(...(parameters as [string]))
    }
  }
  const database = openDatabase(openPool(serverUrl, 1, ExplainingClient as unknown as typeof pg.Client))
  try {
    await ask({ ...runtime, database }, findPeople, actor, { text }, 'bench')
  } finally {
    await database.destroy()
  }
  if (!plan.some((line) => line.includes('search_token_pkey'))) throw new Error(`the search does not use its index:\n${plan.join('\n')}`)
  return plan
}
