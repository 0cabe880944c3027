import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  api,
  axeFindings,
  chromiumPath,
  clearLane,
  desk,
  launch,
  openPage,
  overhang,
  phone,
  prefer,
  signIn,
  useInstitution,
} from '../support/browser.ts'
import { startDemo } from '../support/demo-copies.ts'
import { liveUntil, serverNow } from '../support/demo-day.ts'
import { makeFolder, type Started } from '../support/start.ts'

// Care for one day, as five people live it: a patient on her phone, a butler at the desk, a wall, her doctor, a laboratory.

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

describe.skipIf(!chromiumPath)('in a browser', () => {
  let browser: Browser
  let patient: Page
  let butler: Page
  let wall: Page
  let doctor: Page
  let laboratory: Page
  const faults: string[] = []
  const visit = { id: '', startsAt: 0, ticket: '', personId: '' }
  const enter = async (login: string, path: string, shape = desk) => {
    const opened = await openPage(browser, shape)
    await signIn(opened.page, `${system.url}${shape === phone ? '/pocket' : ''}/sign-in`, login, system.passwordOf(login))
    if (path) await opened.page.goto(system.url + path)
    opened.page.on('close', () => faults.push(...opened.faults))
    return opened.page
  }

  beforeAll(async () => {
    browser = await launch()
    patient = await enter('patient', '', phone)
    butler = await enter('butler', '/front-desk')
    wall = await enter('butler', '/wall')
    doctor = await enter('clinician', '/day')
    laboratory = await enter('technician', '/worklist')
  })
  afterAll(() => browser?.close())

  test('a danger sign stops the booking and says where to go now', async () => {
    await patient.goto(`${system.url}/pocket/describe`)
    await patient.getByRole('textbox', { name: /哪里不舒服/ }).fill('胸口剧痛半小时，一直出冷汗')
    await patient.getByRole('button', { name: '下一步' }).click()
    await answerAll(patient, '有这种情况')
    await patient.getByRole('heading', { name: '现在就去急诊' }).waitFor()
    await patient.getByRole('link', { name: '拨打 120 急救电话' }).waitFor()
    await patient.getByText('江澜大学附属第一医院').first().waitFor()
    expect(await patient.locator('main a[href*="/book"]').count()).toBe(0)
    expect(await overhang(patient)).toBe(0)
    expect(await axeFindings(patient)).toEqual([])
  })

  test('she describes her knee, is led to orthopaedics, and has a time with her doctor today', async () => {
    await patient.goto(`${system.url}/pocket/describe`)
    await patient.getByRole('textbox', { name: /哪里不舒服/ }).fill('右膝盖上下楼梯疼，两个星期了')
    await patient.getByRole('button', { name: '下一步' }).click()
    await answerAll(patient, '没有')
    await patient.getByRole('heading', { name: '骨科' }).waitFor()
    await patient.getByRole('link', { name: /超声引导下膝关节注射/ }).click()
    const mine = patient.locator('label.opt', { hasText: '许明远' })
    while ((await mine.count()) === 0) await patient.getByRole('button', { name: '再看一些' }).click()
    await mine.first().click()
    await patient.getByRole('button', { name: /^留住/ }).click()
    await patient.getByRole('button', { name: /^确认/ }).click()
    await patient.getByRole('link', { name: '全部就诊' }).waitFor()
    const { body } = await api(patient, '/api/booking/visits')
    const [found] = body.items as unknown as { id: string; startsAt: string; personId: string }[]
    Object.assign(visit, { id: found?.id, startsAt: Date.parse(found?.startsAt ?? ''), personId: found?.personId })
    expect(visit.startsAt - (await serverNow(system))).toBeLessThan(12 * 3_600_000)
  })

  test('the day goes on without her; she checks in by the code on the wall, and the desk sees it without reloading', async () => {
    await liveUntil(system, environment, visit.startsAt - 10 * minuteMilliseconds)
    await clearLane(doctor)
    await patient.goto(`${system.url}/pocket/visit?visit=${visit.id}`)
    await patient.getByRole('img', { name: /就诊码/ }).waitFor()
    const code = (await wall.locator('header').innerText()).match(/\d{6}/)?.[0] ?? ''
    await patient.getByLabel('大屏上的签到码').fill('000000')
    await patient.getByRole('button', { name: '签到' }).click()
    await patient.getByRole('alert').waitFor()
    await patient.getByLabel('大屏上的签到码').fill(code)
    await patient.getByRole('button', { name: '签到' }).click()
    visit.ticket = ((await patient.getByRole('heading', { name: /^A\d{3} 号/ }).innerText()).match(/A\d{3}/) ?? [''])[0]
    await patient.getByText('前面还有').waitFor()
    await butler.getByText(visit.ticket, { exact: true }).waitFor({ timeout: 2000 })
    expect(await axeFindings(patient)).toEqual([])
  })

  test('the doctor calls; within a second the wall and her phone say so', async () => {
    await liveUntil(system, environment, visit.startsAt - 4 * minuteMilliseconds)
    await clearLane(doctor)
    const row = doctor.getByRole('row', { name: new RegExp(visit.ticket) })
    await row.getByRole('button', { name: /叫号/ }).click()
    const begun = performance.now()
    await Promise.all([
      wall.getByText(visit.ticket, { exact: true }).first().waitFor({ timeout: 2000 }),
      patient.getByText('轮到您了').waitFor({ timeout: 2000 }),
    ])
    expect(performance.now() - begun).toBeLessThan(1000)
    await row.getByRole('button', { name: /开始/ }).click()
    await row.getByRole('link', { name: '打开诊间' }).click()
    await doctor.getByLabel('主诉').waitFor()
  })

  test('a note saves itself, survives a reload, takes a coded diagnosis and is sealed; an order goes to another owner', async () => {
    await doctor.getByLabel('主诉').fill('右膝疼痛两周')
    await doctor.getByText(/^已保存/).waitFor({ timeout: 8000 })
    await doctor.reload()
    expect(await doctor.getByLabel('主诉').inputValue()).toBe('右膝疼痛两周')
    await doctor.getByLabel('加诊断').fill('M17')
    await doctor.getByRole('option', { name: /^M17/ }).first().click()
    await doctor.getByLabel('处理').fill('先查电解质')
    await doctor.getByText(/^已保存/).waitFor({ timeout: 8000 })
    expect(await axeFindings(doctor)).toEqual([])
    await doctor.getByRole('button', { name: '签署病历' }).click()
    await doctor.getByText(/封存码/).waitFor()
    await doctor.getByLabel('项目').fill('电解质')
    await doctor
      .getByRole('option', { name: /电解质/ })
      .first()
      .click()
    await doctor.getByRole('button', { name: '加入' }).click()
    await useInstitution(laboratory, '澜庭检验')
    await laboratory.getByRole('heading', { name: '科室工作列表' }).waitFor()
    expect(await laboratory.getByRole('row', { name: /周静怡/ }).count()).toBe(0)
    await doctor.getByRole('button', { name: '签署 1 项' }).click()
    await laboratory.getByRole('row', { name: /电解质.*周静怡/ }).waitFor({ timeout: 3000 })
  })

  test('the laboratory finds a critical value; it is told, read back wrongly and rightly, and handled', async () => {
    await laboratory
      .getByRole('row', { name: /电解质.*周静怡/ })
      .getByRole('button')
      .click()
    await laboratory.getByRole('button', { name: '接单' }).click()
    await laboratory.getByRole('button', { name: '登记采样' }).click()
    for (const [analyte, value] of Object.entries({ 钾: '6.8', 钠: '140', 氯: '102', 总钙: '2.3' }))
      await laboratory.getByLabel(analyte, { exact: true }).fill(value)
    await laboratory.getByRole('button', { name: '保存结果' }).click()
    expect(await axeFindings(laboratory)).toEqual([])
    await laboratory.getByRole('button', { name: '审核并发布' }).click()
    await laboratory.getByText('立刻告知开单机构').waitFor()
    await laboratory.getByLabel('告知了谁').fill('许明远')
    await laboratory.getByRole('button', { name: '登记已告知' }).click()
    await doctor.goto(`${system.url}/results`)
    await doctor.getByText('未处置的危急值').waitFor()
    const value = doctor.getByLabel(/您听到的/)
    await value.fill('6.5')
    await doctor.getByRole('button', { name: '回读' }).click()
    await doctor.getByText(/与结果不符/).waitFor()
    await value.fill('6.8')
    await doctor.getByRole('button', { name: '回读' }).click()
    await doctor.getByLabel('如何处置').fill('复查并静推葡萄糖酸钙，转急诊观察')
    expect(await axeFindings(doctor)).toEqual([])
    await doctor.getByRole('button', { name: '登记处置' }).click()
    await doctor.getByText('未处置的危急值').waitFor({ state: 'detached' })
  })

  test('she reads the result on her phone, and who has seen her record', async () => {
    await patient.goto(`${system.url}/pocket/results`)
    await patient.getByRole('heading', { name: /电解质/ }).waitFor()
    await patient.getByRole('row', { name: /钾.*6\.8/ }).waitFor()
    expect(await overhang(patient)).toBe(0)
    expect(await axeFindings(patient)).toEqual([])
    await patient.goto(`${system.url}/pocket/who-saw`)
    await patient.getByText('澜庭检验').first().waitFor()
    await patient.getByText('江澜大学附属第一医院').first().waitFor()
  })

  test('the portrait shows the fact with where it comes from; an institution without a reason sees nothing', async () => {
    await butler.goto(`${system.url}/people/${visit.personId}`)
    await butler
      .getByText(/骨关节|膝关节/)
      .first()
      .waitFor()
    await butler.getByText('江澜大学附属第一医院').first().waitFor()
    const stranger = await enter('hosp-butler', '')
    expect((await api(stranger, `/api/people/persons/${visit.personId}/portrait`)).status).toBe(403)
    expect((await api(stranger, `/api/booking/visits/${visit.id}`)).status).toBe(404)
    await stranger.close()
  })

  test('the visit ends; the boards show what was kept', async () => {
    await doctor.goto(`${system.url}/day`)
    await doctor
      .getByRole('row', { name: new RegExp(visit.ticket) })
      .getByRole('button', { name: /结束就诊/ })
      .click()
    await patient.goto(`${system.url}/pocket/visit?visit=${visit.id}`)
    await patient.getByText('已完成').first().waitFor()
    const manager = await enter('manager', '/commitments?whose=all')
    await manager.getByRole('list', { name: '今天已结束的计时' }).getByRole('button', { name: '候诊' }).waitFor()
    await manager.close()
    const { body } = await api(laboratory, '/api/commitments')
    const tally = body.today as unknown as { kind: string; met: number }[]
    expect(tally.find(({ kind }) => kind === 'care.critical-value')).toMatchObject({ met: 1 })
  })

  test('what this day alone leads to reads well in English and dark too', async () => {
    const pages: [Page, string][] = [
      [butler, `/people/${visit.personId}`],
      [doctor, `/consultation/${visit.id}`],
      [laboratory, '/worklist?shows=done'],
      [patient, `/pocket/visit?visit=${visit.id}`],
      [patient, '/pocket/results'],
    ]
    for (const [page, path] of pages) {
      await prefer(page, { language: 'en', mode: 'dark', elderly: false })
      await page.goto(system.url + path)
      await page.locator('main h1, main h2, header h1, header').first().waitFor()
      await page.locator('.skeleton').first().waitFor({ state: 'detached' })
      expect([path, await axeFindings(page)]).toEqual([path, []])
      if (page === patient) expect([path, await overhang(page)]).toEqual([path, 0])
    }
    for (const page of [patient, butler, wall, doctor, laboratory]) await page.close()
    expect(faults).toEqual([])
  })
})

/** Gives the same answer to every question, and asks for the advice. */
async function answerAll(page: Page, answer: string): Promise<void> {
  await page.getByRole('region', { name: '看建议' }).waitFor()
  const choices = page.getByRole('radio', { name: answer, exact: true }).or(page.getByRole('button', { name: answer, exact: true }))
  for (let place = 0; place < (await choices.count()); place += 1) await choices.nth(place).click()
  await page.getByRole('button', { name: '看建议' }).click()
}
