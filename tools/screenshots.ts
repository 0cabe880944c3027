import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { projectRoot } from '../src/platform/config/index.ts'
import { api, clearLane, desk, launch, openPage, phone, prefer, signIn } from '../test/support/browser.ts'
import { liveUntil, nextWorkingDayAt, serverNow } from '../test/support/demo-day.ts'
import { makeFolder, start } from '../test/support/start.ts'

// The pictures of the documentation, taken from a fresh demo network: `npm run screenshots`.
const images = join(projectRoot, 'docs', 'images')
mkdirSync(images, { recursive: true })
const folder = makeFolder()
const environment = { CARELOOM_DATA: join(folder.path, 'data') }
const system = await start(environment)
const browser = await launch()
const take = async (page: Page, name: string) => {
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(images, `${name}.png`) })
  console.log(`docs/images/${name}.png`)
}

/** A write that has to succeed; a room that somebody is still in is waited for. */
async function must(page: Page, path: string, body: object): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const { status, body: answer } = await api(page, path, body)
    if (status === 200) return
    if (answer.code !== 'booking.room-in-use' || tries > 10) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    await liveUntil(system, environment, (await serverNow(system)) + 300_000)
  }
}

/** Sessions end with the night: signs in anew in the same window. */
async function again(page: Page, login: string): Promise<void> {
  await page.context().clearCookies()
  await signIn(page, `${system.url}${login === 'patient' ? '/pocket' : ''}/sign-in`, login, system.passwordOf(login))
}

/** Somebody of the staff at her desk. */
async function signedIn(login: string): Promise<Page> {
  const { page } = await openPage(browser, desk)
  await signIn(page, `${system.url}/`, login, system.passwordOf(login))
  return page
}

try {
  const { page } = await openPage(browser, desk)
  await signIn(page, `${system.url}/`, 'butler', system.passwordOf('butler'))
  await page.keyboard.press('/')
  await page.keyboard.type('zjy')
  await page.getByRole('option', { name: /周静怡/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '替此人预约' }).click()
  await page.getByRole('combobox', { name: '项目' }).click()
  await page.locator('.ant-select-item-option', { hasText: '膝关节注射' }).click()
  const card = page.getByRole('article').filter({ hasText: '澜庭影像' }).filter({ hasText: '江澜' }).first()
  await card.getByRole('button').click()
  await page.getByRole('complementary').getByText('三样一起锁').waitFor()
  await take(page, 'desk-find')
  await prefer(page, { language: 'en', mode: 'dark' })
  await page.reload()
  await page.getByRole('complementary').getByText('Three held together').waitFor()
  await take(page, 'desk-find-en-dark')
  await page.getByRole('link', { name: 'My day' }).click()
  await page.getByRole('heading', { name: 'My day' }).waitFor()
  await page.getByRole('table').waitFor()
  await take(page, 'desk-my-day-en-dark')
  await page.goBack()
  await page.getByRole('button', { name: 'Release' }).click() // her phone may pick the same time below
  await page.getByRole('complementary').getByText('Three held together').waitFor({ state: 'detached' })

  const operator = await openPage(browser, desk)
  await signIn(operator.page, `${system.url}/`, 'operator', system.passwordOf('operator'))
  await operator.page.getByRole('link', { name: '网络地图' }).click()
  await operator.page.getByRole('link', { name: '予安骨科' }).first().click()
  await operator.page.getByRole('link', { name: '打开机构页' }).waitFor()
  await take(operator.page, 'desk-network')
  await operator.page.getByRole('link', { name: '协议', exact: true }).click()
  await operator.page.getByRole('link', { name: 'GROUP-23-03' }).click()
  await operator.page.getByText('起草下一版').first().click()
  await operator.page.getByText('与账单相符').waitFor()
  await take(operator.page, 'desk-agreement-editor')

  const pocket = await openPage(browser, phone)
  await signIn(pocket.page, `${system.url}/pocket/`, 'patient', system.passwordOf('patient'))
  await pocket.page.getByRole('link', { name: '预约', exact: true }).first().click()
  await pocket.page.getByRole('link', { name: /膝关节注射/ }).click()
  await pocket.page.getByRole('radio').nth(1).check()
  await take(pocket.page, 'pocket-times')
  await pocket.page.getByRole('button', { name: /^留住/ }).click()
  await pocket.page.getByText('替您留着').waitFor()
  await take(pocket.page, 'pocket-hold')
  await pocket.page.getByRole('button', { name: /^确认/ }).click()
  await pocket.page.getByRole('link', { name: '全部就诊' }).waitFor()
  await prefer(pocket.page, { language: 'zh', mode: 'light', elderly: true })
  await pocket.page.goto(`${system.url}/pocket/`)
  await take(pocket.page, 'pocket-home-elderly')
  await prefer(pocket.page, { language: 'zh', mode: 'light', elderly: false })

  await liveUntil(system, environment, await nextWorkingDayAt(system, 9 + 50 / 60))
  const { page: frontDesk } = await openPage(browser, desk)
  await signIn(frontDesk, `${system.url}/front-desk`, 'butler', system.passwordOf('butler'))
  await frontDesk.goto(`${system.url}/front-desk`)
  await frontDesk.getByRole('table').first().waitFor()
  await take(frontDesk, 'desk-front-desk')
  await frontDesk.goto(`${system.url}/wall`)
  const presenceCode = ((await frontDesk.locator('header').textContent()) ?? '').match(/\d{6}/)?.[0] ?? ''
  await take(frontDesk, 'wall')

  await again(pocket.page, 'patient')
  await pocket.page.goto(`${system.url}/pocket/book`)
  await pocket.page.getByRole('link', { name: /膝关节注射/ }).click()
  await pocket.page.locator('label.opt', { hasText: '东塔' }).last().click()
  await pocket.page.getByRole('button', { name: /^留住/ }).click()
  await pocket.page.getByRole('button', { name: /^确认/ }).click()
  await pocket.page.getByRole('link', { name: '全部就诊' }).click()
  await pocket.page.locator('section', { hasText: '东塔' }).getByRole('link', { name: '看排队和签到' }).last().click()
  await pocket.page.getByLabel('大屏上的签到码').fill(presenceCode)
  await pocket.page.getByRole('button', { name: '签到' }).click()
  await pocket.page.getByRole('heading', { name: /^A\d{3} 号/ }).waitFor()
  await take(pocket.page, 'pocket-visit')

  const { page: doctor } = await openPage(browser, desk)
  await signIn(doctor, `${system.url}/`, 'clinician', system.passwordOf('clinician'))
  await doctor.goto(`${system.url}/day`)
  await doctor.getByRole('table').waitFor()
  const consultation = doctor.getByRole('link', { name: '打开诊间' })
  if ((await consultation.count()) === 0) {
    const begin = doctor.getByRole('button', { name: /^开始/ })
    if ((await begin.count()) === 0) await doctor.getByRole('button', { name: /^叫号/ }).first().click()
    await begin.first().click()
  }
  await consultation.first().click()
  await doctor.getByLabel('主诉').fill('右膝上下楼疼痛两周，休息后减轻')
  await doctor.getByLabel('加诊断').fill('M17')
  await doctor.getByRole('option', { name: /^M17.9/ }).click()
  await doctor.getByLabel('项目').fill('电解质')
  await doctor.getByRole('option', { name: /电解质/ }).click()
  await doctor.getByRole('button', { name: '加入' }).click()
  await doctor.getByRole('button', { name: '签署 1 项' }).waitFor()
  await doctor.getByText(/^已保存/).waitFor()
  await take(doctor, 'desk-consultation')

  // Her visit by the chief of a physician group, from the checkout to the statement.
  const group = await signedIn('group-doctor')
  const { page: her } = await openPage(browser, phone)
  await signIn(her, `${system.url}/pocket/`, 'patient', system.passwordOf('patient'))
  await her.goto(`${system.url}/pocket/book`)
  await her.getByRole('link', { name: /膝关节注射/ }).click()
  const hers = her.locator('label.opt', { hasText: '卓云岫' }).filter({ hasText: /1808|1811/ })
  while ((await hers.count()) === 0) await her.getByRole('button', { name: '再看一些' }).click()
  await hers.first().click()
  await her.getByRole('button', { name: /^留住/ }).click()
  await her.getByRole('button', { name: /^确认/ }).click()
  await her.getByRole('link', { name: '全部就诊' }).waitFor()
  const { body: visits } = await api(her, '/api/booking/visits')
  const booked = visits.items as unknown as { id: string; startsAt: string; status: string; resources: { name: { zh: string } }[] }[]
  const mine = booked.find(({ status, resources }) => status === 'booked' && resources.some(({ name }) => name.zh === '卓云岫'))
  if (!mine) throw new Error('her visit is not among her visits')
  await liveUntil(system, environment, Date.parse(mine.startsAt) - 300_000)
  await again(frontDesk, 'butler')
  await again(group, 'group-doctor')
  await again(her, 'patient')
  await must(frontDesk, '/api/booking/check-ins', { visit: mine.id })
  await clearLane(group)
  for (const step of ['call', 'start', 'finish']) {
    const { body } = await api(frontDesk, `/api/booking/visits/${mine.id}`)
    await must(frontDesk, `/api/booking/visits/${mine.id}/${step}`, { version: (body as { version?: number }).version })
  }
  await frontDesk.goto(`${system.url}/checkout/${mine.id}`)
  const issue = frontDesk.getByRole('button', { name: /^开账单/ })
  await issue.waitFor()
  await take(frontDesk, 'desk-checkout')
  await issue.click()
  await frontDesk.waitForURL(/\/bills\//)
  await her.goto(`${system.url}/pocket/bills`)
  await her.getByRole('link', { name: /待支付/ }).click()
  await her.getByText('为什么您付').first().waitFor()
  await take(her, 'pocket-bill')
  await frontDesk.getByLabel('方式').selectOption({ label: '刷卡' })
  await frontDesk.getByLabel('流水号').fill('POS204518')
  await frontDesk.getByRole('button', { name: /^收 ¥/ }).click()
  await her.getByText('已付', { exact: true }).first().waitFor()

  await liveUntil(system, environment, await nextWorkingDayAt(system, 0.5))
  const finance = await signedIn('finance')
  await finance.goto(`${system.url}/statements/settle`)
  await finance.getByRole('button', { name: /^结算 \d+ 项/ }).click()
  await finance.getByText(/^已结算 \d+ 项服务/).waitFor()
  const chief = await signedIn('group-doctor')
  await chief.goto(`${system.url}/statements`)
  await chief.locator('main a[href*="/statements/"]:not([href*="draft"])').first().click()
  await chief.getByRole('row', { name: /周\*怡/ }).click()
  await chief.getByText('每步合计相符').waitFor()
  await take(chief, 'desk-why')

  const quality = await signedIn('quality')
  await quality.goto(`${system.url}/indicators`)
  await quality.getByRole('heading', { name: /行/ }).first().waitFor()
  await take(quality, 'desk-indicators')
  await quality.goto(`${system.url}/rectifications`)
  await quality.getByRole('button', { name: /急救车/ }).click()
  await quality.getByLabel('复查看到了什么').waitFor()
  await take(quality, 'desk-rectifications')
} finally {
  await browser.close()
  await system.stop()
  folder.remove()
}
