import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, launch } from '../support/browser.ts'
import { startDemo } from '../support/demo-copies.ts'
import { liveUntil, nextWorkingDayAt } from '../support/demo-day.ts'
import { createVisitor, type Entry, type Look, live, sweep } from '../support/look.ts'
import { makeFolder, type Started } from '../support/start.ts'

// Every page as somebody opens it: axe, the keyboard, a small window, and whether one gets there by following links.

const folder = makeFolder()
const environment = { CARELOOM_DATA: `${folder.path}/data` }
let system: Started
beforeAll(async () => {
  system = await startDemo(environment)
  await liveUntil(system, environment, await nextWorkingDayAt(system, 20))
  await liveUntil(system, environment, await nextWorkingDayAt(system, 9))
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

describe.skipIf(!chromiumPath)('in a browser', () => {
  let browser: Browser
  let visitor: ReturnType<typeof createVisitor>
  beforeAll(async () => {
    browser = await launch()
    visitor = createVisitor(browser, system)
    await live(visitor)
  })
  afterAll(() => browser.close())

  test.each(['desk', 'pocket'] as const)(
    '%s: every page passes axe, is done by keyboard, fits a small window, and links lead to it',
    async (entry) => {
      expect((await sweep(visitor, entry, looks[entry])).found).toEqual([])
    },
    300_000,
  )
})
