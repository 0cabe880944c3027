import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { api, chromiumPath, desk, launch, openPage, phone, signIn } from '../test/support/browser.ts'
import { liveUntil, nextWorkingDayAt } from '../test/support/demo-day.ts'
import { createVisitor, type Entry, type Look, live, sweep } from '../test/support/look.ts'
import { type Started, start } from '../test/support/start.ts'
import { type Bench, type Figure, round } from './figure.ts'

const kilobyte = 1024
const most = { 'pocket.script': 200, 'desk.script': 450, 'axe.serious': 0, 'book.taps': 6 } as const

const looksOf = (entry: Entry): readonly Look[] =>
  (entry === 'desk' ? [false] : [false, true]).flatMap((elderly) =>
    (['zh', 'en'] as const).flatMap((language) => (['light', 'dark'] as const).map((mode) => ({ language, mode, elderly }))),
  )

const figure = (name: keyof typeof most, value: number, unit: string, detail: Figure['detail']): Figure => ({
  figure: `ux.${name}`,
  value,
  unit,
  aim: most[name] === 0 ? '0' : `<= ${most[name]}`,
  met: value <= most[name],
  detail,
})

/** What the browser loads and how far it is to a visit, measured in Chromium against the built server; and axe on every page in every look. */
export const ux: Bench = {
  figures: ['ux.pocket.script', 'ux.desk.script', 'ux.book.taps', 'ux.axe.serious'],
  async run(progress) {
    if (!chromiumPath) throw new Error('ux needs Chromium: CARELOOM_TEST_CHROMIUM names it')
    const folder = mkdtempSync(join(tmpdir(), 'careloom-bench-ux-'))
    const environment = { CARELOOM_DATA: folder }
    const system = await start(environment)
    const browser = await launch()
    try {
      const taps = await countTaps(browser, system)
      const pocket = await weigh(browser, system, '/pocket/sign-in', 'patient', phone)
      const console = await weigh(browser, system, '/sign-in', 'butler', desk)
      progress(`ux.book.taps ${taps.again}, ux.pocket.script ${pocket.kilobytes}, ux.desk.script ${console.kilobytes}`)
      await liveUntil(system, environment, await nextWorkingDayAt(system, 20))
      await liveUntil(system, environment, await nextWorkingDayAt(system, 9))
      const visitor = createVisitor(browser, system)
      await live(visitor)
      const swept = {
        desk: await sweep(visitor, 'desk', looksOf('desk'), { onlyAxe: true }),
        pocket: await sweep(visitor, 'pocket', looksOf('pocket'), { onlyAxe: true }),
      }
      const found = [...swept.desk.found, ...swept.pocket.found]
      for (const sentence of found) progress(sentence)
      return [
        figure('pocket.script', pocket.kilobytes, 'KB', pocket.detail),
        figure('desk.script', console.kilobytes, 'KB', console.detail),
        figure('book.taps', taps.again, 'taps', { fromScratch: taps.scratch }),
        figure('axe.serious', found.length, 'findings', {
          ...{ deskPages: swept.desk.pages, deskLooks: looksOf('desk').length },
          ...{ pocketPages: swept.pocket.pages, pocketLooks: looksOf('pocket').length },
        }),
      ]
    } finally {
      await browser.close()
      await system.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Script as it comes over the wire, compressed, until the sign-in stands there and until the first screen after it does. */
async function weigh(browser: Browser, system: Started, path: string, login: string, shape: typeof desk | typeof phone) {
  const { page, context } = await openPage(browser, shape)
  const wire = await context.newCDPSession(page)
  const scripts = new Set<string>()
  let bytes = 0
  await wire.send('Network.enable')
  wire.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(system.url + path)
  await page.getByLabel('密码').waitFor()
  const atSignIn = bytes
  await signIn(page, system.url + path, login, system.passwordOf(login))
  await page.locator('h1').first().waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
  const kilobytes = round(bytes / kilobyte, 1)
  await context.close()
  return { kilobytes, detail: { signInKilobytes: round(atSignIn / kilobyte, 1), files: scripts.size } }
}

/** Taps of a patient from the opened app to a promised visit: for the first time, and for the same again. */
async function countTaps(browser: Browser, system: Started): Promise<{ scratch: number; again: number }> {
  const { page, context } = await openPage(browser, phone)
  await signIn(page, `${system.url}/pocket/sign-in`, 'patient', system.passwordOf('patient'))
  let taps = 0
  const tap = async (what: ReturnType<Page['locator']>) => {
    await what.tap()
    taps += 1
  }
  const chooseAndConfirm = async () => {
    await tap(page.locator('.opt').first())
    await tap(page.getByRole('button', { name: /^留住/ }))
    await tap(page.getByRole('button', { name: /^确认.*¥/ })) // the yes names the time and what she pays
    await page.getByText('已预约').first().waitFor()
  }
  await tap(page.getByRole('link', { name: '预约', exact: true }).first())
  await tap(page.getByRole('link', { name: /骨科专家门诊/ }))
  await chooseAndConfirm()
  const scratch = taps
  const { body } = await api(page, '/api/booking/visits?days=366')
  for (const { id, version } of body.items as unknown as { id: string; version: number }[])
    await api(page, `/api/booking/visits/${id}/cancel`, { version })
  await page.goto(`${system.url}/pocket/`)
  taps = 0
  await tap(page.getByRole('link', { name: /再约一次/ }))
  await chooseAndConfirm()
  await context.close()
  return { scratch, again: taps }
}
