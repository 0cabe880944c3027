import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { api, axeFindings, chromiumPath, desk, launch, openPage, signIn } from '../support/browser.ts'
import { startDemo } from '../support/demo-copies.ts'
import { liveUntil, nextWorkingDayAt, serverNow } from '../support/demo-day.ts'
import { careloom, makeFolder, type Started } from '../support/start.ts'

// A day is looked at and improved: a norm is read, a tenant inspected by somebody of another institution, what was found goes up tier by
// tier until it is mended and looked at again; the figures equal their rows; the whole holds, and comes back from a backup.

const folder = makeFolder()
const environment = { CARELOOM_DATA: join(folder.path, 'data') }
const hour = 3_600_000
let system: Started
beforeAll(async () => {
  system = await startDemo(environment)
})
afterAll(async () => {
  await system.stop()
  folder.remove()
})

type Rectification = {
  readonly id: string
  readonly itemCode: string
  readonly state: string
  readonly institution: { name: { zh: string } }
}
type Indicator = { readonly code: string; readonly value: number | null; readonly numerator: number; readonly count: number }
type Row = { readonly numerator: number; readonly because: object | null }

const verb = (words: string[], more: NodeJS.ProcessEnv = {}) => careloom(words, { ...environment, ...more }).ended

/** What `careloom verify` finds broken. */
async function findBroken(more: NodeJS.ProcessEnv = {}): Promise<object[]> {
  const { output } = await verb(['verify'], more)
  const lines = output
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { invariant?: string; holds?: boolean; broken?: number })
  expect(lines.at(-1)).toMatchObject({ broken: expect.any(Number) })
  return lines.filter(({ holds }) => holds === false)
}

describe.skipIf(!chromiumPath)('in a browser', () => {
  let browser: Browser
  const faults: string[] = []
  const open: Page[] = []
  const enter = async (login: string, path: string) => {
    const { page, faults: found } = await openPage(browser, desk)
    page.on('close', () => faults.push(...found))
    open.push(page)
    await signIn(page, `${system.url}/sign-in`, login, system.passwordOf(login))
    await page.goto(system.url + path)
    return page
  }
  const rectificationsOf = async (page: Page) => {
    const { body } = await api(page, '/api/quality/rectifications')
    return body.items as unknown as Rectification[]
  }
  const owes = async (login: string, subjectId: string) => {
    const page = await enter(login, '/commitments')
    const { body } = await api(page, '/api/commitments')
    await page.close()
    return (body.items as unknown as { subjectId: string; state: string }[]).find((owed) => owed.subjectId === subjectId)?.state ?? null
  }
  let found: Rectification

  beforeAll(async () => {
    browser = await launch()
    await liveUntil(system, environment, await nextWorkingDayAt(system, 19))
  })
  afterAll(() => browser?.close())

  test('the manager of a tenant reads the norm that it still has to confirm, from what is owed', async () => {
    const manager = await enter('manager', '/commitments')
    await manager.getByRole('link', { name: '阅读并确认' }).first().click()
    await manager.getByRole('button', { name: '已阅确认' }).click()
    await manager.getByRole('button', { name: '已阅确认' }).waitFor({ state: 'detached' })
    expect(await axeFindings(manager)).toEqual([])
    const { body } = await api(manager, '/api/commitments')
    expect((body.items as unknown as { kind: string }[]).filter(({ kind }) => kind === 'quality.norm-to-confirm')).toEqual([])
    await manager.close()
  })

  test('somebody of another institution inspects it by the norm; what is not passed becomes a finding with a clock', async () => {
    const quality = await enter('quality', '/inspections')
    await quality.getByRole('button', { name: '安排检查' }).click()
    await quality.getByLabel('被检查机构', { exact: true }).selectOption({ label: '予安骨科' })
    await quality.getByRole('radio', { name: /严可行/ }).check()
    await quality.getByRole('button', { name: '安排', exact: true }).click()
    const row = quality.getByRole('row', { name: /予安骨科/ })
    await row.getByRole('link', { name: '去检查' }).click()
    const items = quality.locator('ol.checklist > li')
    await items.first().waitFor()
    for (const item of await items.all()) {
      const critical = (await item.locator('legend').innerText()).includes('IC-03')
      await item.getByRole('button', { name: critical ? '未通过' : '通过', exact: true }).click()
      if (critical) await item.getByRole('textbox', { name: '看到的情况' }).fill('抽查两间诊室，利器盒超过四分之三仍在使用')
    }
    await quality.getByText('1 个问题将发整改通知').waitFor()
    expect(await axeFindings(quality)).toEqual([])
    await quality.getByRole('button', { name: '完成并封存' }).click()
    await quality
      .getByText(/已封存/)
      .first()
      .waitFor()
    const here = (await rectificationsOf(quality)).find(({ itemCode }) => itemCode === 'IC-03')
    expect(here).toMatchObject({ state: 'to-rectify', institution: { name: { zh: '予安骨科' } } })
    found = here as Rectification
    await quality.close()
    expect(await owes('head', found.id)).toBe('running')
    expect(await owes('operator', found.id)).toBe(null)
  })

  test('nobody mends it: after a day it is on the board of the tier above, and at last of the operator', async () => {
    await liveUntil(system, environment, (await serverNow(system)) + 25 * hour)
    await expect.poll(() => owes('manager', found.id), { timeout: 20_000 }).toBe('overdue')
    await liveUntil(system, environment, (await serverNow(system)) + 4 * hour)
    await expect.poll(() => owes('quality', found.id), { timeout: 20_000 }).toBe('overdue')
    expect(await owes('manager', found.id)).toBe(null)
    await liveUntil(system, environment, (await serverNow(system)) + 4 * hour)
    await expect.poll(() => owes('operator', found.id), { timeout: 20_000 }).toBe('overdue')
    const operator = await enter('operator', '/')
    await operator.getByText(/IC-03/).first().waitFor()
    await operator.close()
  })

  test('the tenant says how and shows that it is mended; another institution looks again and closes it', async () => {
    const manager = await enter('manager', `/rectifications?rectification=${found.id}`)
    await manager.getByLabel('怎么改，谁负责，何时完成').fill('当日更换，护士长每日检查，达到三分之二即更换')
    await manager.getByRole('button', { name: '提交整改措施' }).click()
    await manager.getByLabel('改成了什么样').fill('全部利器盒已更换，连续三天检查记录在案')
    await manager.getByRole('button', { name: '提交证据，请求复查' }).click()
    await expect.poll(async () => (await rectificationsOf(manager)).find(({ id }) => id === found.id)?.state).toBe('to-recheck')
    await manager.close()
    expect(await owes('operator', found.id)).toBe(null)
    const quality = await enter('quality', `/rectifications?rectification=${found.id}`)
    await quality.getByLabel('复查看到了什么').fill('现场抽查五间，均未超过三分之二')
    expect(await axeFindings(quality)).toEqual([])
    await quality.getByRole('button', { name: '复查通过，销号' }).click()
    await expect.poll(async () => (await rectificationsOf(quality)).some(({ id }) => id === found.id)).toBe(false)
    const { body } = await api(quality, `/api/quality/rectifications/${found.id}`)
    expect(body).toMatchObject({ state: 'closed' })
    expect(await owes('quality', found.id)).toBe(null)
    await quality.close()
  })

  test('a figure on the screen is what its rows add up to, and a row opens what it counts', async () => {
    const operator = await enter('operator', '/indicators')
    const { body } = await api(operator, '/api/quality/indicators?period=month')
    const waits = (body.items as unknown as Indicator[]).find(({ code }) => code === 'wait-within-15')
    const rows: Row[] = []
    for (let after: string | null = ''; after !== null; ) {
      const path = `/api/quality/indicators/wait-within-15/rows?period=month${after && `&after=${encodeURIComponent(after)}`}`
      const { body: page } = (await api(operator, path)) as unknown as { body: { items: Row[]; next: string | null } }
      rows.push(...page.items)
      after = page.next
    }
    const counted = rows.filter(({ because }) => because === null)
    const within = counted.reduce((sum, { numerator }) => sum + numerator, 0)
    expect(counted.length).toBeGreaterThan(20)
    expect(waits).toMatchObject({ numerator: within, count: counted.length })
    await operator.getByText('候诊 15 分钟内占比').first().click()
    await operator.getByRole('heading', { name: /行/ }).first().waitFor()
    expect(await axeFindings(operator)).toEqual([])
    await operator.close()
  })

  test('what the desk knows is read as FHIR with the same session, and not by a stranger', async () => {
    const butler = await enter('butler', '/')
    const { status, body } = await api(butler, '/fhir/R4/Appointment?date=ge2026-01-01&_count=5')
    expect([status, (body as unknown as { resourceType: string }).resourceType]).toEqual([200, 'Bundle'])
    const entries = (body as unknown as { entry: { resource: { id: string } }[] }).entry
    expect(entries.length).toBe(5)
    const stranger = await enter('comm-butler', '/')
    expect((await api(stranger, `/fhir/R4/Appointment/${entries[0]?.resource.id}`)).status).toBe(403)
    for (const page of open) if (!page.isClosed()) await page.close()
    expect(faults).toEqual([])
  })
})

test('everything that must hold holds, and holds again in what is restored from a backup', async () => {
  expect(await findBroken()).toEqual([])
  const file = join(folder.path, 'journey.backup')
  expect((await verb(['backup', file])).code).toBe(0)
  const elsewhere = { CARELOOM_DATA: join(folder.path, 'elsewhere') }
  expect((await verb(['restore', file], elsewhere)).code).toBe(0)
  expect(await findBroken(elsewhere)).toEqual([])
})
