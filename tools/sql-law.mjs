// What the import law cannot see: a room's SQL names its own schema or published views only, nobody but the clock reads the time,
// and the web keeps its network, storage, colours and sizes in their places.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bin/prepare.mjs'

const rooms = readdirSync(join(root, 'src/modules'))
const files = ['src', 'web/src']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`))
  .filter((name) => /\.(tsx?|sql|css)$/.test(name))
const read = (file) => readFileSync(join(root, file), 'utf8')
const isTest = (file) => file.includes('.test.')

const laws = [
  {
    name: 'a room names its own schema, or a view that another publishes',
    applies: (file) => /^src\/modules\/.*\/(store|queries|commands|domain)/.test(file) && !isTest(file),
    wrong: (text, file) => {
      const own = file.split('/')[2]
      const foreign = new RegExp(`\\b(${[...rooms, 'platform'].filter((room) => room !== own).join('|')})\\.(?!published_)[a-z_]+\\b`, 'g')
      return [...text.matchAll(/sql(?:<[^`]*?>)?`([\s\S]*?)`/g)].flatMap(([, query]) => query.match(foreign) ?? [])
    },
  },
  {
    name: 'only platform/clock reads the time, and SQL never does',
    applies: (file) => file.startsWith('src/') && !file.startsWith('src/platform/clock/') && !isTest(file),
    wrong: (text) =>
      text
        .match(/\bDate\.now\(|new Date\(\)|\bnow\(\)(?! =>)|\bcurrent_(date|timestamp)\b|\bclock_timestamp\(/gi)
        ?.filter((found) => !/clock/.test(found)) ?? [],
    except: [/clock\.now\(\)/g, / {2}now\(\): Instant/g],
  },
  {
    name: 'only wire names fetch, EventSource and storage',
    applies: (file) => file.startsWith('web/src/') && !file.startsWith('web/src/wire/') && /tsx?$/.test(file) && !isTest(file),
    wrong: (text) => text.match(/\bfetch\(|\bEventSource\b|\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b/g) ?? [],
  },
  {
    name: 'only parts and wire name Intl, Date and toLocale…',
    applies: (file) => /^web\/src\/(desk|pocket|words)\//.test(file) && /tsx?$/.test(file) && !isTest(file),
    wrong: (text) => text.match(/\bIntl\.|\bDate[.(]|\.toLocale\w+/g) ?? [],
  },
  {
    name: 'colours and type sizes stand in tokens.ts only',
    applies: (file) => file.startsWith('web/src/') && !file.endsWith('theme/tokens.ts') && !isTest(file),
    wrong: (text) => text.match(/#[0-9a-f]{6}\b|#[0-9a-f]{3}\b(?=[;" ])|font(-size)?:[^;]*\d+px/gi) ?? [],
  },
]

let wrong = 0
for (const { name, applies, wrong: find, except = [] } of laws) {
  for (const file of files.filter(applies)) {
    const text = except.reduce((left, pattern) => left.replaceAll(pattern, ''), read(file))
    for (const found of find(text, file)) {
      wrong += 1
      console.error(`${file}: ${found}  (${name})`)
    }
  }
}
process.exitCode = wrong ? 1 : 0
