import { existsSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Chromium of this machine, or the one that CARELOOM_TEST_CHROMIUM names; undefined: the journeys in a browser are skipped, and counted. */
const named = process.env.CARELOOM_TEST_CHROMIUM
export const chromiumPath = named === 'none' ? undefined : (named ?? places.find(existsSync))

export const launch = (): Promise<Browser> =>
  chromium.launch({ ...(chromiumPath ? { executablePath: chromiumPath } : {}), args: ['--no-sandbox', '--disable-dev-shm-usage'] })

export const desk = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'America/New_York' }
export const phone = { viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'America/New_York', hasTouch: true }

/** A page whose faults fail the journey: an error in the page is never only in its console. */
export async function openPage(
  browser: Browser,
  shape: Parameters<Browser['newContext']>[0],
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext(shape)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`)
  })
  return { page, context, faults }
}

export async function signIn(page: Page, url: string, login: string, password: string): Promise<void> {
  await page.goto(url)
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((address) => !address.pathname.endsWith('/sign-in'))
  // A patient is asked for her consent before anything else, once.
  const agree = page.getByRole('button', { name: '同意并继续' })
  await agree.or(page.getByRole('navigation').first()).first().waitFor()
  if (await agree.isVisible()) await agree.click()
  await page.getByRole('navigation').first().waitFor()
}

/** Serious and critical findings of axe, as sentences. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** Pixels by which the page is wider than its window. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** How this browser reads, from the next page on. */
export const prefer = (page: Page, preferences: object): Promise<unknown> =>
  page.evaluate(`localStorage.setItem('careloom.preferences', ${JSON.stringify(JSON.stringify(preferences))})`)

type Json = Record<string, never> & { items: { [name: string]: never }[] }
let keys = 0
/** What the page's own session may ask over HTTP; every write has a key of its own. */
export const api = (page: Page, path: string, body?: object): Promise<{ status: number; body: Json }> => {
  keys += 1
  return page.evaluate(
    async ({ path, body, key }) => {
      const response = await fetch(path, {
        method: body ? 'POST' : 'GET',
        ...(body ? { headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) } : {}),
      })
      return { status: response.status, body: (await response.json()) as Json }
    },
    { path, body, key: `journey-${process.pid}-${keys}` },
  )
}

/** Acts for another of the account's institutions. */
export async function useInstitution(page: Page, name: string): Promise<void> {
  const { body } = await api(page, '/api/network/institutions')
  const found = (body.items as unknown as { id: string; name: { zh: string } }[]).find((one) => one.name.zh === name)
  const { status } = await api(page, '/api/platform/session/institution', { institutionId: found?.id })
  if (status !== 200) throw new Error(`${name} cannot be acted for: ${status}`)
  await page.reload()
}

/** The doctor has finished with everybody who was called before. */
export async function clearLane(doctor: Page): Promise<void> {
  for (;;) {
    const { body } = await api(doctor, '/api/booking/day')
    const rows = body.items as unknown as { visitId: string; status: string; version: number }[]
    const busy = rows.find(({ status }) => status === 'called' || status === 'in-progress')
    if (!busy) return
    await api(doctor, `/api/booking/visits/${busy.visitId}/${busy.status === 'called' ? 'start' : 'finish'}`, { version: busy.version })
  }
}
