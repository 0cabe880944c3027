import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { api, axeFindings, chromiumPath, clearLane, desk, launch, openPage, overhang, phone, prefer, signIn } from '../support/browser.ts'
import { startDemo } from '../support/demo-copies.ts'
import { liveUntil, nextWorkingDayAt, serverNow } from '../support/demo-day.ts'
import { careloom, makeFolder, type Started } from '../support/start.ts'

// Check and pay for one day: an order is stopped and changed, the visit is billed, paid by insurer and patient, and settled; the doctor asks why.

const folder = makeFolder()
const environment = { CARELOOM_DATA: `${folder.path}/data` }
let system: Started
beforeAll(async () => {
  system = await startDemo(environment, 'morning')
})
afterAll(async () => {
  await system.stop()
  folder.remove()
})

const minuteMilliseconds = 60_000
const fen = (text: string): number => Math.round(Number(text.replace(/[^\d.]/g, '')) * 100)

type BillView = {
  readonly number: string
  readonly version: number
  readonly listFen: number
  readonly discountFen: number
  readonly payerFen: number
  readonly patientFen: number
  readonly payerOpenFen: number
  readonly services: readonly { readonly name: { readonly zh: string }; readonly lines: readonly { readonly chargeId: string }[] }[]
}

type LineView = { readonly line: { readonly amountFen: number } }

/** A verb of the command line beside the running server, and what it says at the end. */
async function verb(...words: string[]): Promise<{ code: number | null; last: string; output: string }> {
  const { code, output } = await careloom(words, environment).ended
  return { code, output, last: output.trim().split('\n').at(-1) ?? '' }
}

describe.skipIf(!chromiumPath)('in a browser', () => {
  let browser: Browser
  let patient: Page
  let butler: Page
  let doctor: Page
  let finance: Page
  const faults: string[] = []
  const visit = { id: '', startsAt: 0 }
  const bill = { id: '', number: '', patientFen: 0, listFen: 0 }
  const line = { id: '', amountFen: 0 }
  const enter = async (login: string, path: string, shape = desk) => {
    const opened = await openPage(browser, shape)
    await signIn(opened.page, `${system.url}${shape === phone ? '/pocket' : ''}/sign-in`, login, system.passwordOf(login))
    if (path) await opened.page.goto(system.url + path)
    opened.page.on('close', () => faults.push(...opened.faults))
    return opened.page
  }
  /** Sessions end with the night. */
  const everybodyEnters = async () => {
    patient = await enter('patient', '', phone)
    butler = await enter('butler', '')
    doctor = await enter('group-doctor', '')
    finance = await enter('finance', '')
  }
  const nextMorning = async () => {
    await liveUntil(system, environment, await nextWorkingDayAt(system, 0.5))
    for (const page of [patient, butler, doctor, finance]) await page.close()
    await everybodyEnters()
  }
  /** One step of the visit in the queue, by the desk. */
  const step = async (name: string, body: object = {}) => {
    const { body: now } = await api(butler, `/api/booking/visits/${visit.id}`)
    const answer = await api(butler, `/api/booking/visits/${visit.id}/${name}`, { version: (now as { version?: number }).version, ...body })
    expect([name, answer.status, answer.body]).toEqual([name, 200, answer.body])
  }

  beforeAll(async () => {
    browser = await launch()
    await everybodyEnters()
  })
  afterAll(() => browser?.close())

  test('before her yes she sees what the insurer and what she will pay', async () => {
    await patient.goto(`${system.url}/pocket/book`)
    await patient.getByRole('link', { name: /超声引导下膝关节注射/ }).click()
    const hers = patient.locator('label.opt', { hasText: '卓云岫' }).filter({ hasText: /1808|1811/ })
    while ((await hers.count()) === 0) await patient.getByRole('button', { name: '再看一些' }).click()
    await hers.first().click()
    await patient.getByRole('button', { name: /^留住/ }).click()
    await patient.getByText('恒裕健康险').first().waitFor()
    const yes = patient.getByRole('button', { name: /^确认.*您付 ¥/ })
    expect(fen((await yes.innerText()).split('您付')[1] ?? '')).toBeLessThan(168_000)
    expect(await axeFindings(patient)).toEqual([])
    await yes.click()
    await patient.getByRole('link', { name: '全部就诊' }).waitFor()
    const { body } = await api(patient, '/api/booking/visits')
    const [found] = body.items as unknown as { id: string; startsAt: string }[]
    Object.assign(visit, { id: found?.id, startsAt: Date.parse(found?.startsAt ?? '') })
    expect(visit.startsAt - (await serverNow(system))).toBeLessThan(30 * 3_600_000)
  })

  test('she is in front of her doctor; an order for children is stopped, a doubtful one asks for a reason', async () => {
    await liveUntil(system, environment, visit.startsAt - 5 * minuteMilliseconds)
    expect((await api(butler, '/api/booking/check-ins', { visit: visit.id })).status).toBe(200)
    await clearLane(doctor)
    await step('call')
    await step('start')
    await doctor.goto(`${system.url}/consultation/${visit.id}`)
    await doctor.getByLabel('主诉').fill('右膝疼痛两周')
    await doctor.getByLabel('加诊断').fill('I10')
    await doctor.getByRole('option', { name: /^I10/ }).first().click()
    await doctor.getByText(/^已保存/).waitFor({ timeout: 8000 })
    await order(doctor, '影像', '骨龄')
    const stopped = doctor.locator('.order', { hasText: '骨龄' })
    await stopped.getByText('拦截').waitFor()
    await stopped.getByText('GZ10000102006000').waitFor()
    await order(doctor, '影像', '膝关节MRI')
    const doubtful = doctor.locator('.order', { hasText: '膝关节MRI' })
    await doubtful.getByText('需说明').waitFor()
    expect(await axeFindings(doctor)).toEqual([])
    await doctor.getByRole('button', { name: /^签署 1 项/ }).click()
    await doctor.getByRole('alert').first().waitFor()
    await doubtful.getByRole('combobox').or(doubtful.locator('input.reason')).first().fill('体征提示，诊断待定')
    await doctor.getByRole('button', { name: /^签署 1 项/ }).click()
    await doctor.locator('.order', { hasText: '膝关节MRI' }).getByText('已开单').waitFor()
    await stopped.getByText('拦截').waitFor()
  })

  test('the stopped order is changed; its price and who pays it stand there before it is signed', async () => {
    await doctor.getByRole('button', { name: /^移除 .*骨龄/ }).click()
    await order(doctor, '影像', '膝关节正侧位')
    await doctor.locator('.order', { hasText: '膝关节正侧位' }).getByText('通过').waitFor()
    const foot = doctor.getByRole('complementary', { name: '医嘱篮' })
    await foot.getByText('患者付').first().waitFor()
    await doctor.getByRole('button', { name: /^签署 1 项/ }).click()
    await doctor.locator('.order', { hasText: '膝关节正侧位' }).getByText('已开单').waitFor()
    await step('finish')
  })

  test('the desk asks for one bill over all owners, and she sees the same on her phone', async () => {
    await butler.goto(`${system.url}/checkout/${visit.id}`)
    for (const owner of ['予安骨科', '澜庭影像'])
      await butler
        .getByRole('rowheader', { name: new RegExp(owner) })
        .first()
        .waitFor()
    expect(await axeFindings(butler)).toEqual([])
    await butler.getByRole('button', { name: /^开账单/ }).click()
    await butler.waitForURL(/\/bills\//)
    bill.id = new URL(butler.url()).pathname.split('/').at(-1) ?? ''
    const { body } = await api(butler, `/api/billing/bills/${bill.id}`)
    const { bill: parts } = body as unknown as { bill: BillView }
    Object.assign(bill, { number: parts.number, patientFen: parts.patientFen, listFen: parts.listFen })
    expect(parts.discountFen + parts.payerFen + parts.patientFen).toBe(parts.listFen)
    expect(parts.payerFen).toBeGreaterThan(0)
    await patient.goto(`${system.url}/pocket/bills`)
    await patient.getByRole('link', { name: /待支付/ }).click()
    await patient.getByText('为什么您付').first().waitFor()
    expect(await overhang(patient)).toBe(0)
    expect(await axeFindings(patient)).toEqual([])
  })

  test('she pays by card and her phone says so; the insurer answers by itself and pays', async () => {
    await butler.getByLabel('方式').selectOption({ label: '刷卡' })
    await butler.getByLabel('流水号').fill('POS204518')
    expect(await axeFindings(butler)).toEqual([])
    await butler.getByRole('button', { name: /^收 ¥/ }).click()
    await patient.getByText('已付', { exact: true }).first().waitFor({ timeout: 5000 })
    await finance.goto(`${system.url}/claims?shows=settled`)
    await finance.getByText('已核付').first().waitFor({ timeout: 30_000 })
    expect(await axeFindings(finance)).toEqual([])
    const shown = async () => ((await api(butler, `/api/billing/bills/${bill.id}`)).body as unknown as { bill: BillView }).bill
    await expect.poll(async () => (await shown()).payerOpenFen, { timeout: 20_000 }).toBe(0)
  })

  test('a review of what was stored, in another process, finds what was found then', async () => {
    const { code, last } = await verb('integrity', 'audit')
    expect([code, JSON.parse(last)]).toEqual([0, expect.objectContaining({ differences: 0 })])
    expect(JSON.parse(last).findings).toBeGreaterThan(0)
  })

  test('the period is settled: doctor, group, tenant and operator each have a statement, and the parts add up', async () => {
    await nextMorning()
    await settle(finance)
    const { body } = await api(finance, '/api/ledger/statements')
    const statements = body.items as unknown as { party: { name: { zh: string } }; amountFen: number }[]
    const names = statements.map(({ party }) => party.name.zh)
    for (const party of ['卓云岫', '磐行运动医学医生集团', '予安骨科', '澜庭医疗综合体']) expect(names).toContain(party)
  })

  test('the doctor asks why, and the chain adds up from the payments to her line; the command line says the same', async () => {
    await doctor.goto(`${system.url}/statements`)
    await newestStatement(doctor)
    await doctor.getByRole('row', { name: /周\*怡.*膝关节注射/ }).click()
    await doctor.getByText('每步合计相符').waitFor()
    for (const word of ['恒裕健康险', '磐行运动医学医生集团', '予安骨科']) await doctor.getByText(word).first().waitFor()
    expect(await axeFindings(doctor)).toEqual([])
    const address = new URL(doctor.url())
    line.id = address.searchParams.get('line') ?? ''
    const { body } = await api(doctor, `/api/ledger/lines/${line.id}`)
    line.amountFen = (body as unknown as LineView).line.amountFen
    expect(line.amountFen).toBeGreaterThan(0)
    const { code, output } = await verb('ledger', 'why', line.id)
    expect(code).toBe(0)
    expect(output).toContain((line.amountFen / 100).toFixed(2))
    await doctor.getByRole('button', { name: /^确认 ¥/ }).click()
    await doctor.getByText('已确认').first().waitFor()
  })

  test('what is given back after the period is a line of the next one, exact to the fen', async () => {
    await patient.goto(`${system.url}/pocket/bill?bill=${bill.id}`)
    await patient.getByText('已付', { exact: true }).first().waitFor()
    const { body } = await api(finance, `/api/billing/bills/${bill.id}`)
    const { version, services } = (body as unknown as { bill: BillView }).bill
    const own = services.find(({ name }) => name.zh.includes('膝关节注射'))
    const lines = own?.lines.map(({ chargeId }) => ({ chargeId, amountFen: null })) ?? []
    const refunded = await api(finance, `/api/billing/bills/${bill.id}/refunds`, { version, lines, reason: '注射未做' })
    expect([refunded.status, refunded.body]).toEqual([200, refunded.body])
    await patient.getByText('部分退款').first().waitFor({ timeout: 5000 })
    await nextMorning()
    await settle(finance)
    await doctor.goto(`${system.url}/statements`)
    await newestStatement(doctor)
    await doctor.getByRole('row', { name: /周\*怡.*退/ }).click()
    await doctor.getByText('每步合计相符').waitFor()
    const back = new URL(doctor.url()).searchParams.get('line') ?? ''
    const { body: why } = await api(doctor, `/api/ledger/lines/${back}`)
    expect((why as unknown as LineView).line.amountFen).toBe(-line.amountFen)
  })

  test('the books are balanced and sealed', async () => {
    await expect
      .poll(async () => JSON.parse((await verb('ledger', 'verify')).last), { timeout: 30_000 })
      .toMatchObject({ notYetSealed: 0, wrong: null, sums: [{ currency: 'CNY', sumFen: '0' }] })
    await finance.goto(`${system.url}/ledger`)
    await finance.getByText('账是平的').waitFor()
    expect(await axeFindings(finance)).toEqual([])
  })

  test('what was paid and given back reads well in English and dark too', async () => {
    const pages: [Page, string][] = [
      [butler, `/checkout/${visit.id}`],
      [butler, `/bills/${bill.id}`],
      [finance, '/claims?shows=settled'],
      [patient, `/pocket/bill?bill=${bill.id}`],
    ]
    for (const [page, path] of pages) {
      await prefer(page, { language: 'en', mode: 'dark', elderly: false })
      await page.goto(system.url + path)
      await page.locator('main h1, main h2, header h1, header').first().waitFor()
      await page.locator('.skeleton').first().waitFor({ state: 'detached' })
      expect([path, await axeFindings(page)]).toEqual([path, []])
      if (page === patient) expect([path, await overhang(page)]).toEqual([path, 0])
    }
    await patient.setViewportSize({ width: 360, height: 740 })
    await prefer(patient, { language: 'zh', mode: 'light', elderly: true })
    for (const path of [`/pocket/bill?bill=${bill.id}`, `/pocket/visit?visit=${visit.id}`]) {
      await patient.goto(system.url + path)
      await patient.locator('.skeleton').first().waitFor({ state: 'detached' })
      expect([path, await axeFindings(patient), await overhang(patient)]).toEqual([path, [], 0])
    }
    for (const page of [patient, butler, doctor, finance]) await page.close()
    expect(faults).toEqual([])
  })

  /** Settles all that happened until yesterday, from the screen. */
  async function settle(page: Page): Promise<void> {
    await page.goto(`${system.url}/statements/settle`)
    await page.getByRole('button', { name: /^结算 \d+ 项/ }).click()
    await page.getByText(/^已结算 \d+ 项服务/).waitFor()
  }
})

/** Opens the newest statement that is no draft. */
async function newestStatement(page: Page): Promise<void> {
  await page.locator('main a[href*="/statements/"]:not([href*="draft"])').first().click()
}

/** Puts an item into the basket. */
async function order(page: Page, kind: string, item: string): Promise<void> {
  await page.getByRole('button', { name: kind, exact: true }).click()
  await page.getByLabel(/^项目/).fill(item)
  await page
    .getByRole('option', { name: new RegExp(item) })
    .first()
    .click()
  await page.getByRole('button', { name: '加入', exact: true }).click()
  await page.locator('.order', { hasText: item }).waitFor()
}
