import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { projectRoot } from '../../src/platform/config/index.ts'
import { api, axeFindings, desk, openPage, phone, signIn } from './browser.ts'
import type { Started } from './start.ts'

export type Entry = 'desk' | 'pocket'
export type Look = { readonly language: 'zh' | 'en'; readonly mode: 'light' | 'dark'; readonly elderly?: boolean }
/** A page as one person opens it. */
type Visited = { readonly entry: Entry; readonly route: string; readonly login: string; readonly address: string }

const web = (file: string) => readFileSync(join(projectRoot, 'web/src', file), 'utf8')

/** The routes of an entry with the permission that opens each, read from its route table. */
function routesOf(entry: Entry): readonly { readonly path: string; readonly permission: string | null }[] {
  const blocks = web(`${entry}/routes.ts`).split('createRoute({').slice(1)
  return blocks
    .filter((block) => /^\s*path: /m.test(block))
    .map((block) => ({ path: textIn(block, 'path') ?? '', permission: textIn(block, 'permission') }))
}

const textIn = (block: string, name: string): string | null => block.match(new RegExp(`\\b${name}: '([^']*)'`))?.[1] ?? null

type Row = { readonly [name: string]: unknown }
const rowsOf = async (page: Page, path: string): Promise<readonly Row[]> => ((await api(page, path)).body.items ?? []) as unknown as Row[]
const first = async (page: Page, path: string, name = 'id', wanted: (row: Row) => boolean = () => true): Promise<string> =>
  String((await rowsOf(page, path)).find(wanted)?.[name] ?? '')
const isOf =
  (...statuses: readonly string[]) =>
  (row: Row) =>
    statuses.includes(String(row.status))

/** Where a practitioner of the demo is at home: an institution with filings to look at. */
async function mainInstitution(page: Page): Promise<string> {
  const [found] = await rowsOf(page, '/api/network/practitioners')
  return (found?.main as { id: string } | undefined)?.id ?? ''
}

/** Who opens a route that more than one role may open, or that needs an id: the address is found with the eyes of that person. */
const openings: Readonly<Record<string, { readonly login?: string; readonly address?: (page: Page) => Promise<string> }>> = {
  'desk /sign-in': { login: 'nobody' },
  'desk /find': { login: 'butler', address: async (page) => `/find?offering=${await first(page, '/api/booking/offerings')}` },
  'desk /visits': { login: 'butler', address: async (page) => `/visits?visit=${await first(page, '/api/booking/visits')}` },
  'desk /people/$personId': { login: 'butler', address: async (page) => `/people/${await first(page, '/api/booking/visits', 'personId')}` },
  'desk /agreements/$agreementId': { address: async (page) => `/agreements/${await first(page, '/api/agreements')}` },
  'desk /agreements/$agreementId/edit': { address: async (page) => `/agreements/${await first(page, '/api/agreements')}/edit` },
  'desk /network/institutions/$institutionId': {
    address: async (page) => `/network/institutions/${await mainInstitution(page)}`,
  },
  'desk /network/practitioners/$practitionerId': {
    address: async (page) => `/network/practitioners/${await first(page, '/api/network/practitioners')}`,
  },
  'desk /consultation/$visitId': {
    login: 'group-doctor',
    address: async (page) => `/consultation/${await first(page, '/api/booking/day', 'visitId', isOf('in-progress'))}`,
  },
  'desk /worklist': { login: 'technician' },
  'desk /results': { login: 'group-doctor' },
  'desk /day': { login: 'group-doctor' },
  'desk /claims': {
    login: 'finance',
    address: async (page) => `/claims?shows=settled&claim=${await first(page, '/api/coverage/claims?filter=settled', 'claimId')}`,
  },
  'desk /checkout/$visitId': {
    login: 'butler',
    address: async (page) => `/checkout/${await first(page, '/api/booking/visits', 'id', isOf('completed'))}`,
  },
  'desk /bills': { login: 'finance' },
  'desk /bills/$billId': { login: 'finance', address: async (page) => `/bills/${await first(page, '/api/billing/bills', 'billId')}` },
  'desk /statements': { login: 'finance' },
  'desk /statements/settle': { login: 'finance' },
  'desk /statements/$statementId': {
    login: 'finance',
    address: async (page) => `/statements/${await first(page, '/api/ledger/statements')}`,
  },
  'desk /statements/draft/$networkId/$partyId': {
    login: 'finance',
    address: async (page) => {
      const { body } = await api(page, '/api/ledger/statements')
      const draft = (body.drafts as unknown as { networkId: string; party: { id: string } }[])[0]
      return `/statements/draft/${draft?.networkId}/${draft?.party.id}`
    },
  },
  'desk /integrity': { login: 'finance' },
  'desk /ledger': { login: 'finance' },
  'desk /ledger/accounts/$accountId': {
    login: 'finance',
    address: async (page) => `/ledger/accounts/${await first(page, '/api/ledger/accounts')}`,
  },
  'desk /ledger/postings/$postingId': {
    login: 'finance',
    address: async (page) => {
      const { body } = await api(page, `/api/ledger/accounts/${await first(page, '/api/ledger/accounts')}`)
      return `/ledger/postings/${(body.items as unknown as Row[])[0]?.postingId ?? ''}`
    },
  },
  'desk /inspections/$inspectionId': {
    login: 'quality',
    address: async (page) => `/inspections/${await first(page, '/api/quality/inspections?shows=done')}`,
  },
  'pocket /sign-in': { login: 'nobody' },
  'pocket /sign-up': { login: 'nobody' },
  'pocket /book': { address: async (page) => `/book?offering=${await first(page, '/api/booking/offerings')}` },
  'pocket /visit': { address: async (page) => `/visit?visit=${await first(page, '/api/booking/visits?days=366', 'id', isOf('booked'))}` },
  'pocket /bill': { address: async (page) => `/bill?bill=${await first(page, '/api/billing/my-bills', 'billId')}` },
}

/** Whoever comes first opens what more than one may open. */
const staff = ['operator', 'butler', 'manager', 'finance', 'group-doctor', 'technician', 'head', 'quality'] as const

type Opened = { readonly page: Page; readonly faults: string[]; readonly permissions: readonly string[] }

type Visitor = ReturnType<typeof createVisitor>

/** Opens pages for each person in one window of her own, and keeps it. */
export function createVisitor(browser: Browser, system: Pick<Started, 'url' | 'passwordOf'>) {
  const windows = new Map<string, Promise<Opened>>()
  const enter = async (entry: Entry, login: string): Promise<Opened> => {
    const { page, faults } = await openPage(browser, entry === 'desk' ? desk : phone)
    if (login === 'nobody') return { page, faults, permissions: [] }
    await signIn(page, `${system.url}${rootOf(entry)}/sign-in`, login, system.passwordOf(login))
    const { body } = await api(page, '/api/platform/session')
    return { page, faults, permissions: body.permissions as unknown as string[] }
  }
  const open = (entry: Entry, login: string): Promise<Opened> => {
    const name = `${entry} ${login}`
    const opened = windows.get(name) ?? enter(entry, login)
    windows.set(name, opened)
    return opened
  }
  const whoOpens = async (entry: Entry, permission: string | null): Promise<string | undefined> => {
    if (entry === 'pocket') return 'patient'
    for (const login of staff) {
      if (system.passwordOf(login) === '') continue
      if (permission === null || (await open(entry, login)).permissions.includes(permission)) return login
    }
    return undefined
  }
  return {
    open,
    /** Every route of an entry, each as somebody opens it who may; a home for every role. What cannot be opened is told. */
    async pagesOf(entry: Entry): Promise<{ readonly pages: readonly Visited[]; readonly unopened: readonly string[] }> {
      const pages: Visited[] = []
      const unopened: string[] = []
      for (const { path, permission } of routesOf(entry)) {
        const opening = openings[`${entry} ${path}`]
        const login = opening?.login ?? (await whoOpens(entry, permission))
        if (!login) unopened.push(`${entry} ${path}: nobody of the demo holds ${permission}`)
        else if (path.includes('$') && !opening?.address) unopened.push(`${entry} ${path}: no way to open it in test/support/look.ts`)
        else {
          const address = opening?.address ? await opening.address((await open(entry, login)).page) : path
          if (/\/($|\/)|=$|undefined/.test(address) && address !== '/')
            unopened.push(`${entry} ${path}: nothing in the demo for ${address}`)
          else pages.push({ entry, route: path, login, address })
        }
      }
      const others = entry === 'desk' ? staff.filter((login) => system.passwordOf(login) !== '' && login !== 'operator') : []
      return { pages: [...pages, ...others.map((login) => ({ entry, route: '/', login, address: '/' }))], unopened }
    },
    async visit({ entry, login, address }: Visited): Promise<Page> {
      const { page } = await open(entry, login)
      await page.goto(`${system.url}${rootOf(entry)}${address}`)
      await settled(page)
      return page
    },
  }
}

const rootOf = (entry: Entry) => (entry === 'desk' ? '' : '/pocket')

/** A page is there when it has its title and nothing is loading any more. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1, .wall').first().waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
}

/** Changes language and colours as another tab would. */
async function wear(page: Page, look: Look): Promise<void> {
  await page.evaluate(`localStorage.setItem('careloom.preferences', ${JSON.stringify(JSON.stringify(look))});
    dispatchEvent(new StorageEvent('storage', { key: 'careloom.preferences' }))`)
  await page.locator(`html[lang="${look.language === 'en' ? 'en' : 'zh-CN'}"][data-mode="${look.mode}"]`).waitFor()
}

const named = (visited: Visited, look: string, sentences: readonly string[]) =>
  sentences.map((sentence) => `${visited.entry} ${visited.route} (${visited.login}, ${look}): ${sentence}`)

/** Serious findings of axe on a page in one look, each with page, rule and element. */
async function axeIn(page: Page, visited: Visited, look: Look): Promise<string[]> {
  await wear(page, look)
  return named(visited, [look.language, look.mode, look.elderly ? 'elderly' : ''].filter(Boolean).join(' '), await axeFindings(page))
}

const eyes = buildSync({
  entryPoints: [join(projectRoot, 'web/src/testing/look.ts')],
  bundle: true,
  format: 'iife',
  globalName: 'careloomLook',
  write: false,
}).outputFiles[0]?.text

/** What the keyboard and a small window find on a page, and where it leads. */
async function findingsOf(page: Page, visited: Visited): Promise<{ readonly findings: string[]; readonly links: string[] }> {
  const narrow = visited.entry === 'desk' ? { width: 1200, height: 900 } : { width: 360, height: 740 }
  await page.setViewportSize(narrow)
  await page.keyboard.press('Tab') // from here on the focus is shown
  const { findings, links } = await page.evaluate<{ findings: string[]; links: string[] }>(
    `${eyes}; ({ findings: careloomLook.findings(${visited.entry === 'desk' ? 24 : 44}), links: careloomLook.links() })`,
  )
  await page.setViewportSize((visited.entry === 'desk' ? desk : phone).viewport)
  return { findings: named(visited, `${narrow.width} px`, findings), links }
}

const doctorName = '卓云岫'
type Promised = { siteId: string; startsAt: string; resources: { id: string; name: { zh: string } }[] }

async function must(page: Page, path: string, body: object): Promise<Row> {
  const answer = await api(page, path, body)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** The patient promises herself a time with the doctor, on the first day that has one. */
async function book(patient: Page): Promise<string> {
  const { body: session } = await api(patient, '/api/platform/session')
  for (const { id: offeringId } of await rowsOf(patient, '/api/booking/offerings')) {
    const { body: days } = await api(patient, `/api/booking/offerings/${offeringId}/days`)
    const promised = await rowsOf(patient, `/api/booking/offerings/${offeringId}/promises?date=${days.firstFree}`)
    const option = (promised as unknown as Promised[]).find(({ resources }) => resources.some(({ name }) => name.zh === doctorName))
    if (!option) continue
    const { siteId, startsAt, resources } = option
    const resourceIds = resources.map(({ id }) => id)
    const held = await must(patient, '/api/booking/visits', { offeringId, personId: session.personId, siteId, startsAt, resourceIds })
    await must(patient, `/api/booking/visits/${held.visitId}/confirm`, { version: held.version })
    return String(held.visitId)
  }
  throw new Error(`${doctorName} has no free time`)
}

/** From the desk to the doctor, and on to the end if asked. */
async function attend(butler: Page, visit: string, steps: readonly ('call' | 'start' | 'finish')[]): Promise<void> {
  let { version } = await must(butler, '/api/booking/check-ins', { visit })
  for (const step of steps) version = (await must(butler, `/api/booking/visits/${visit}/${step}`, { version })).version
}

/** Whoever is with a doctor has finished: rooms and lanes are free. */
async function clearRooms(butler: Page): Promise<void> {
  for (const { id: siteId } of await rowsOf(butler, '/api/network/sites'))
    for (const row of await rowsOf(butler, `/api/booking/queues/${siteId}/day`)) {
      const { visitId, status, version } = row
      if (status === 'called') await api(butler, `/api/booking/visits/${visitId}/miss`, { version })
      if (status === 'in-progress') await api(butler, `/api/booking/visits/${visitId}/finish`, { version })
    }
}

/** What the demo leaves to people: a settled period, and a patient with a bill, a visit under way and one to come. */
export async function live(visitor: Pick<Visitor, 'open'>): Promise<void> {
  const { page: finance } = await visitor.open('desk', 'finance')
  const { body: period } = await api(finance, '/api/ledger/settlement')
  if (Number(period.services) > 0) await must(finance, '/api/ledger/settlement', { networkId: period.networkId, until: period.untilDate })
  const { page: patient } = await visitor.open('pocket', 'patient')
  const { page: butler } = await visitor.open('desk', 'butler')
  await clearRooms(butler)
  const seen = await book(patient)
  await attend(butler, seen, ['call', 'start', 'finish'])
  await must(butler, `/api/billing/visits/${seen}/bill`, {})
  await attend(butler, await book(patient), ['call', 'start'])
  await book(patient)
}

type Swept = { readonly found: string[]; readonly pages: number }

/** Looks at every page of an entry, two windows at a time; `links` are followed from the homes to every route. */
export async function sweep(visitor: Visitor, entry: Entry, looks: readonly Look[], { onlyAxe = false } = {}): Promise<Swept> {
  const { pages, unopened } = await visitor.pagesOf(entry)
  const found: string[] = [...unopened]
  const led = new Map<string, Set<string>>()
  const lookAt = async (visited: Visited) => {
    const page = await visitor.visit(visited)
    for (const look of looks.slice(1)) {
      found.push(...(await axeIn(page, visited, look)))
      if (entry === 'pocket' && !onlyAxe) found.push(...(await findingsOf(page, visited)).findings) // large letters, long words
    }
    for (const look of looks.slice(0, 1)) found.push(...(await axeIn(page, visited, look)))
    if (onlyAxe) return
    const { findings, links } = await findingsOf(page, visited)
    found.push(...findings)
    const targets = led.get(visited.route) ?? new Set()
    for (const link of links) {
      const route = routeAt(entry, link)
      if (route) targets.add(route)
      else if (entry === 'pocket' || !link.startsWith('/pocket')) found.push(...named(visited, 'links', [`${link} leads nowhere`]))
    }
    led.set(visited.route, targets)
  }
  const windows = [...new Set(pages.map(({ login }) => login))].map((login) => pages.filter((visited) => visited.login === login))
  const worker = async () => {
    for (let own = windows.pop(); own; own = windows.pop())
      for (const visited of own)
        await lookAt(visited).catch((error) => found.push(...named(visited, visited.address, [String(error).split('\n')[0] ?? ''])))
  }
  await Promise.all([worker(), worker()])
  return { found: [...found, ...(onlyAxe ? [] : unreached(entry, led))].toSorted(), pages: pages.length }
}

/** Where one is sent when nobody is signed in; nobody follows a link to it. */
const entrance = '/sign-in'

function unreached(entry: Entry, led: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const reached = new Set(['/', entrance])
  for (const route of reached) for (const next of led.get(route) ?? []) reached.add(next)
  return routesOf(entry)
    .filter(({ path }) => !reached.has(path))
    .map(({ path }) => `${entry} ${path}: no link leads there from any home`)
}

/** The route of an address, or null when nothing is there. */
function routeAt(entry: Entry, pathname: string): string | null {
  const path = entry === 'desk' ? pathname : pathname.replace(/^\/pocket/, '') || '/'
  const fits = (route: string) => new RegExp(`^${route.replaceAll(/\$[a-zA-Z]+/g, '[^/]+')}$`).test(path)
  const routes = routesOf(entry).map((route) => route.path)
  return routes.find((route) => !route.includes('$') && fits(route)) ?? routes.find(fits) ?? null
}
