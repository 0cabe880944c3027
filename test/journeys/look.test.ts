import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, launch } from '../support/browser.ts'
import { liveUntil, nextWorkingDayAt } from '../support/demo-day.ts'
import { axeIn, createVisitor, type Entry, findingsOf, type Look, routeAt, routesOf } from '../support/look.ts'
import { makeFolder, type Started, start } from '../support/start.ts'

// Every page as somebody opens it: axe, the keyboard, a small window, and whether one gets there by following links.

const folder = makeFolder()
const environment = { CARELOOM_DATA: `${folder.path}/data` }
let system: Started
beforeAll(async () => {
  system = await start(environment)
  await liveUntil(system, environment, await nextWorkingDayAt(system, 14))
})
afterAll(async () => {
  await system.stop()
  folder.remove()
})

const looks: Record<Entry, readonly Look[]> = {
  desk: [
    { language: 'zh', mode: 'light' },
    { language: 'en', mode: 'dark' },
  ],
  pocket: [
    { language: 'zh', mode: 'light' },
    { language: 'en', mode: 'dark', elderly: true },
  ],
}

/** Written to by hand or by the browser, never followed to: where one is sent when nobody is signed in, or for the first time. */
const entrances = ['/sign-in']

describe.skipIf(!chromiumPath)('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  test.each(['desk', 'pocket'] as const)(
    '%s: every page passes axe, is reached by keyboard and by links, and fits a small window',
    async (entry) => {
      const visitor = createVisitor(browser, system)
      const { pages, unopened } = await visitor.pagesOf(entry)
      const found: string[] = [...unopened]
      const led = new Map<string, Set<string>>()
      for (const visited of pages) {
        const page = await visitor.visit(visited)
        for (const look of looks[entry].toReversed()) found.push(...(await axeIn(page, visited, look)))
        const { findings, links } = await findingsOf(page, visited)
        found.push(...findings)
        const targets = led.get(visited.route) ?? new Set()
        for (const link of links) {
          const route = routeAt(entry, link)
          if (route) targets.add(route)
          else if (!isOtherEntry(entry, link)) found.push(`${entry} ${visited.route} (${visited.login}): link to ${link}, where nothing is`)
        }
        led.set(visited.route, targets)
      }
      const reached = new Set(['/', ...entrances])
      for (const route of reached) for (const next of led.get(route) ?? []) reached.add(next)
      found.push(
        ...routesOf(entry)
          .filter(({ path }) => !reached.has(path))
          .map(({ path }) => `${entry} ${path}: no link leads there from any home`),
      )
      expect(found).toEqual([])
    },
  )
})

const isOtherEntry = (entry: Entry, link: string) => entry === 'desk' && link.startsWith('/pocket')
