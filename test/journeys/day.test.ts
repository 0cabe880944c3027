import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, chromiumPath, desk, launch, openPage, overhang, phone, signIn } from '../support/browser.ts'
import { startDemo } from '../support/demo-copies.ts'
import { makeFolder, type Started } from '../support/start.ts'

// The one journey that grows with every step: a day in the demo network, over HTTP and in a browser.

const folder = makeFolder()
let system: Started
beforeAll(async () => {
  system = await startDemo({ CARELOOM_DATA: `${folder.path}/data` })
})
afterAll(async () => {
  await system.stop()
  folder.remove()
})

let keys = 0
type Answer = { status: number; body: { code?: string; personId?: string } }

/** An integrator's session: a cookie and plain JSON. */
async function sessionOf(login: string) {
  const signed = await fetch(`${system.url}/api/platform/session/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: system.passwordOf(login) }),
  })
  expect(signed.status).toBe(200)
  const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? ''
  const send = async (method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> => {
    keys += 1
    const response = await fetch(system.url + path, {
      method,
      headers: { cookie, ...(body ? { 'content-type': 'application/json', 'idempotency-key': `journey-${keys}` } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }
  return {
    get: (path: string, headers?: Record<string, string>) => send('GET', path, undefined, headers),
    post: (path: string, body: object) => send('POST', path, body),
  }
}

const operatorId = async (client: Awaited<ReturnType<typeof sessionOf>>) =>
  ((await client.get('/api/platform/session')).body as { institutionId?: string }).institutionId

type Promised = { siteId: string; startsAt: string; priceFen: number; resources: { id: string; role: string; owner: { zh: string } }[] }

/** The complete options of the knee injection on its first free day, and the offering. */
async function findPromises(client: Awaited<ReturnType<typeof sessionOf>>): Promise<{ offeringId: string; items: Promised[] }> {
  const offerings = (await client.get('/api/booking/offerings')).body as unknown as { items: { id: string; name: { en: string } }[] }
  const offeringId = offerings.items.find(({ name }) => name.en.includes('knee'))?.id ?? ''
  const days = (await client.get(`/api/booking/offerings/${offeringId}/days`)).body as unknown as { firstFree: string }
  const promises = (await client.get(`/api/booking/offerings/${offeringId}/promises?date=${days.firstFree}`)).body as unknown as {
    items: Promised[]
  }
  return { offeringId, items: promises.items }
}

describe('over HTTP', () => {
  test('the contract is served, and the health of process and database', async () => {
    const contract = (await (await fetch(`${system.url}/openapi.json`)).json()) as { openapi: string; paths: object }
    expect(contract.openapi).toBe('3.1.0')
    expect(Object.keys(contract.paths)).toContain('/api/booking/visits/{visitId}/confirm')
    expect((await fetch(`${system.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${system.url}/readyz`)).status).toBe(200)
  })

  test('two hundred people press at once for one expert, room and device: one gets them, 199 read that they are taken, nobody meets a fault', async () => {
    const butler = await sessionOf('butler')
    const { offeringId, items } = await findPromises(butler)
    const promise = items.find(({ resources }) => new Set(resources.map(({ owner }) => owner.zh)).size === 3)
    expect(promise, 'an option of three owners').toBeDefined()
    const people = await Promise.all(
      Array.from({ length: 200 }, (_, place) => butler.post('/api/people', { name: `候选${place}`, birthDate: '1990-01-01' })),
    )
    const answers = await Promise.all(
      people.map(({ body }) =>
        butler.post('/api/booking/visits', {
          offeringId,
          personId: body.personId,
          siteId: promise?.siteId,
          startsAt: promise?.startsAt,
          resourceIds: promise?.resources.map(({ id }) => id),
        }),
      ),
    )
    const counts: Record<string, number> = {}
    for (const { status, body } of answers) counts[`${status} ${body.code ?? ''}`] = (counts[`${status} ${body.code ?? ''}`] ?? 0) + 1
    expect(counts).toEqual({ '200 ': 1, '409 booking.resource-taken': 199 })
  })

  test('a refusal is a problem with a stable code, in the language that is asked for', async () => {
    const patient = await sessionOf('patient')
    const of = async (language: string) =>
      (await patient.get('/api/people/00000000-0000-7000-8000-000000000001', { 'accept-language': language })).body as unknown as {
        code: string
        detail: string
        status: number
      }
    expect(await of('zh-CN,zh;q=0.9')).toMatchObject({
      code: 'platform.person-not-open',
      status: 403,
      detail: expect.stringContaining('没有查看此人的理由'),
    })
    expect(await of('en-GB')).toMatchObject({
      code: 'platform.person-not-open',
      detail: expect.stringContaining('no reason to see this person'),
    })
    expect((await patient.get('/problems/platform.person-not-open')).body).toMatchObject({
      status: 403,
      zh: expect.stringContaining('理由'),
      en: expect.stringContaining('reason'),
    })
    expect((await patient.post('/api/booking/visits', { offeringId: 'x' })).body).toMatchObject({ category: 'invalid', retryable: false })
  })

  test('hostile text is text: it is found, shown and searched as it was written', async () => {
    const butler = await sessionOf('butler')
    const name = `'; drop table people.person; -- <b>`
    expect((await butler.post('/api/people', { name, birthDate: '1990-01-01' })).status).toBe(200)
    expect((await butler.get(`/api/people?text=${encodeURIComponent(name)}`)).body).toMatchObject({ items: [{ name }] })
    const impossible = { status: 400, body: { code: 'platform.input-impossible' } }
    expect(await butler.post('/api/people', { name: 'a\u0000b', birthDate: '1990-01-01' })).toMatchObject(impossible)
    const operator = await sessionOf('operator')
    const nowhere = { institutionId: '00000000-0000-7000-8000-0000000000ff' }
    const backwards = { ...nowhere, validFrom: '2026-02-01', validUntil: '2026-01-01' }
    const practitioner = {
      mainInstitutionId: await operatorId(operator),
      kind: 'knee',
      title: 'chief',
      name: { zh: '新', en: 'New' },
      licence: { number: 'D-9', scope: ['knee'], validFrom: '2026-01-01', validUntil: null },
      filings: [backwards],
    }
    const refused = { status: 400, body: { code: 'network.period-wrong' } }
    expect(await operator.post('/api/network/practitioners', practitioner)).toMatchObject(refused)
  })
})

test('the logs of all this name routes, codes and numbers, and nobody', async () => {
  await new Promise((resolve) => setTimeout(resolve, 1200)) // they are written once a second
  const logs = system
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  expect(logs.some((line) => line.includes('/api/people/:personId'))).toBe(true)
  for (const personal of ['候选', 'drop table', '周静怡', '1990-01-01', '127.0.0.1', 'journey-'])
    expect(logs.filter((line) => line.includes(personal) && !line.includes('listening'))).toEqual([])
})

describe.skipIf(!chromiumPath)('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  const openDesk = async (login: string) => {
    const opened = await openPage(browser, desk)
    await signIn(opened.page, `${system.url}/`, login, system.passwordOf(login))
    await opened.page.getByRole('navigation', { name: '主导航' }).waitFor()
    return opened
  }
  /** On the page of a person booking for her has the focus: find is one key away. */
  const goOnToFind = async (page: Page) => {
    await page.locator('a:focus', { hasText: '替此人预约' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/find/)
  }
  const chooseOffering = async (page: Page, name: string) => {
    await page.getByRole('combobox', { name: '项目' }).click()
    await page.locator('.ant-select-item-option', { hasText: name }).click()
    await page.getByRole('list', { name: '日期' }).waitFor()
  }

  test('a butler finds a person by initials, sees who, where, when and at what price, holds, confirms, and cancels', async () => {
    const { page, faults } = await openDesk('butler')
    await page.keyboard.press('/')
    await page.keyboard.type('qxl')
    await page.getByRole('option', { name: /钱秀兰/ }).waitFor()
    await page.keyboard.press('Enter')
    const banner = page.getByRole('region', { name: '就诊人' })
    await banner.getByText('钱秀兰').waitFor()
    expect(await banner.innerText()).toContain('未记录过敏')
    await goOnToFind(page)
    await chooseOffering(page, '膝关节注射')
    const card = page
      .getByRole('article')
      .filter({ hasText: '予安骨科' })
      .filter({ hasText: '澜庭影像' })
      .filter({ hasText: '江澜' })
      .first()
    expect(await card.innerText()).toContain('¥1,680.00')
    await card.getByRole('button', { name: /^锁/ }).click()
    const pane = page.getByRole('complementary', { name: '已锁号，等一句同意' })
    await pane.getByText('三样一起锁，缺一不成').waitFor()
    expect(await pane.innerText()).toMatch(/4:5\d/)
    expect(await axeFindings(page)).toEqual([])
    const holdIn = (address: string) => new URL(address).searchParams.get('hold')
    const first = holdIn(page.url())
    await page.getByRole('article').filter({ hasText: '¥1,680.00' }).last().getByRole('button').click()
    await page.waitForURL((address) => holdIn(address.href) !== first)
    await pane.getByRole('button', { name: /^确认预约/ }).click()
    await pane.getByRole('heading', { name: '已预约' }).waitFor()
    await page.getByRole('link', { name: '预约列表' }).click()
    const rows = page.getByRole('row').filter({ hasText: '钱秀兰' })
    await rows.filter({ hasText: '已取消' }).waitFor() // the hold that was changed for another
    expect(await rows.filter({ hasText: '已锁号' }).count()).toBe(0)
    const row = rows.filter({ hasText: '已预约' }).first()
    await row.getByRole('button').click()
    await page.getByRole('button', { name: '取消预约', exact: true }).click()
    await page.getByText('相关机构不再能查看就诊人资料').waitFor()
    await page.getByRole('button', { name: /^取消 .* 的预约$/ }).click()
    await page.getByRole('complementary').getByText('已取消').waitFor()
    expect(faults).toEqual([])
  })

  test('a manager sees on his day which filing ends, and renews it in its row', async () => {
    const { page, faults } = await openDesk('manager')
    const card = page.getByRole('listitem').filter({ hasText: '许明远在予安骨科的备案' })
    expect(await card.innerText()).toMatch(/43\s*天/)
    await card.getByRole('link', { name: '去续期' }).click()
    const row = page.getByRole('row').filter({ hasText: '许明远' })
    await row.getByText('即将到期').waitFor()
    await row.getByRole('button', { name: '续期 许明远' }).click()
    await page.getByRole('row').filter({ hasText: '续到' }).getByRole('button', { name: '续期' }).click()
    await page.getByRole('row').filter({ hasText: '未生效' }).waitFor() // begins the day after the old one
    await page.getByRole('link', { name: '我的一天' }).click()
    await card.waitFor({ state: 'detached' })
    expect(faults).toEqual([])
  })

  test('an operator joins a clinic and an expert, and files her where she may not practise yet', async () => {
    const { page, faults } = await openDesk('operator')
    await page.getByRole('link', { name: '网络地图' }).click()
    await page.getByRole('link', { name: '加入机构' }).click()
    await page.getByLabel('中文名').fill('海棠眼科')
    await page.getByLabel('执业证号').fill('PDY-J-1')
    await page.getByRole('button', { name: '加入网络' }).click()
    await page.getByRole('alert').filter({ hasText: '请选范围并填首日' }).waitFor()
    await page.getByRole('combobox', { name: '范围' }).fill('眼科')
    await page.locator('.ant-select-item-option', { hasText: '眼科' }).click()
    await page.getByLabel('首日').fill('2026-01-01')
    await page.getByRole('button', { name: '加入网络' }).click()
    await page.getByRole('heading', { name: '海棠眼科' }).waitFor()
    await page.getByRole('link', { name: '网络地图' }).first().click()
    await page.getByRole('link', { name: '登记医师' }).click()
    await page.getByLabel('中文名').fill('尉迟安')
    await page.getByLabel('专业').selectOption('骨科')
    await page.getByLabel('职称').selectOption('主任医师')
    await page.getByLabel('主要执业机构').selectOption('江澜大学附属第一医院')
    await page.getByLabel('执业证号').fill('DOC-J-1')
    await page.getByLabel('首日').fill('2020-01-01')
    await page.getByRole('button', { name: '登记医师' }).click()
    await page.getByRole('heading', { name: '尉迟安' }).waitFor()
    const at = (institution: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: institution }) })
    expect(await at('海棠眼科').innerText()).toContain('范围不含“骨科”')
    await at('予安骨科').getByText('不可以').waitFor()
    await at('予安骨科').getByRole('button', { name: '在予安骨科办理备案' }).click()
    await page.getByRole('complementary').getByRole('button', { name: '办理备案' }).click()
    await at('予安骨科').getByText('备案有效，范围相符').waitFor()
    await page.getByRole('link', { name: '网络地图' }).first().click()
    await page.getByLabel('另一院区').selectOption('北苑店')
    await page.getByLabel('分钟').fill('35')
    await page.getByRole('button', { name: '记下路程' }).click()
    await page.getByText('35 分钟').waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('yca')
    await page.getByRole('option', { name: /尉迟安/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '尉迟安' }).waitFor()
    expect(faults).toEqual([])
  })

  test('two desks press for the same time: the slower one reads why, at its place, and the list is new', async () => {
    const [first, second] = [await openDesk('butler'), await openDesk('butler')]
    for (const [{ page }, initials] of [
      [first, 'gjs'],
      [second, 'zml'],
    ] as const) {
      await page.keyboard.press('/')
      await page.keyboard.type(initials)
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
      await goOnToFind(page)
      await chooseOffering(page, '康复评估')
      await page.getByRole('list', { name: '日期' }).getByRole('button', { name: /余/ }).nth(1).click() // today may be nearly over
    }
    const buttonOf = ({ page }: typeof first) => page.getByRole('article').nth(2).getByRole('button')
    const label = await buttonOf(first).getAttribute('aria-label')
    await buttonOf(first).click()
    await first.page.getByRole('complementary').waitFor()
    await second.page
      .getByRole('article')
      .nth(2)
      .getByRole('button', { name: label ?? '' })
      .click()
    await second.page.getByRole('alert').getByText('刚刚被别人约走了').waitFor()
    expect([...first.faults, ...second.faults]).toEqual([])
  })

  test('a half-made search is in its address: another desk sees the same with the link', async () => {
    const { page } = await openDesk('butler')
    await page.goto(`${system.url}/find`)
    await chooseOffering(page, '骨科专家门诊')
    await page.getByRole('list', { name: '日期' }).getByRole('button').nth(5).click()
    const day = await page.getByRole('list', { name: '日期' }).getByRole('button', { pressed: true }).getAttribute('aria-label')
    const other = await openDesk('manager')
    await other.page.goto(page.url())
    await other.page.getByRole('list', { name: '日期' }).getByRole('button', { pressed: true }).waitFor()
    expect(await other.page.getByRole('list', { name: '日期' }).getByRole('button', { pressed: true }).getAttribute('aria-label')).toBe(day)
    expect(await other.page.getByRole('article').first().getByRole('button').count()).toBe(0) // a manager may look, not book
  })

  test('a page that the role may not open says which permission it needs', async () => {
    const { page } = await openDesk('clinician')
    await page.goto(`${system.url}/people/register`)
    await page.getByText('您不能打开这一页').waitFor()
    await page.getByText('登记就诊人').first().waitFor()
    expect(await page.getByRole('link', { name: '登记就诊人' }).count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
    await page.goto(`${system.url}/nowhere`)
    await page.getByText('没有这一页').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  test('a new person is registered; a wrong ID number says what is wrong and keeps what was entered', async () => {
    const { page, faults } = await openDesk('butler')
    await page.getByRole('link', { name: '登记就诊人' }).first().click()
    await page.getByLabel('姓名').fill('仇英')
    await page.getByLabel('身份证号').fill('110105194912310021')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('alert').getByText('校验位不符').waitFor()
    expect(await page.getByLabel('姓名').inputValue()).toBe('仇英')
    await page.getByLabel('身份证号').fill('11010519491231002x')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('region', { name: '就诊人' }).getByText('1101**********002X').waitFor()
    await page.getByRole('button', { name: '查看完整号码' }).click()
    await page.getByLabel('为什么要看').fill('核对证件')
    await page.getByRole('button', { name: '查看完整号码' }).click()
    await page.getByText('11010519491231002X').waitFor()
    await page.getByRole('link', { name: '谁看过' }).click()
    await page.getByRole('row').filter({ hasText: '说明：核对证件' }).waitFor()
    await page.getByRole('link', { name: '家人与邀请' }).click()
    await page.getByRole('button', { name: '发邀请码' }).click()
    const code = (await page.locator('.code').innerText()).trim()
    expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/)
    expect(faults).toEqual([])

    // The code binds an account on the phone, and the person reads who saw her.
    const { page: own, faults: ownFaults } = await openPage(browser, phone)
    await own.goto(`${system.url}/pocket/`)
    await own.getByRole('link', { name: '第一次使用？注册' }).click()
    await own.getByLabel('姓名').fill('仇英')
    await own.getByLabel('身份证号').fill('11010519491231002X')
    await own.getByRole('textbox', { name: '账号' }).fill('qiuying')
    await own.getByLabel('密码', { exact: true }).fill('four quiet words here')
    await own.getByRole('button', { name: '同意并注册' }).click()
    await own.getByRole('alert').getByText('到服务台要一个邀请码').waitFor()
    await own.getByLabel('邀请码').fill(code.toUpperCase())
    await own.getByRole('button', { name: '同意并注册' }).click()
    await own.getByRole('link', { name: '谁看过我的资料' }).click()
    await own.getByText('说明：核对证件').waitFor()
    expect(ownFaults).toEqual([])
  })

  test('a patient books on the phone and cancels; a yes with a lost answer is one yes', async () => {
    const { page, context, faults } = await openPage(browser, phone)
    await signIn(page, `${system.url}/pocket/`, 'patient', system.passwordOf('patient'))
    await page.getByRole('link', { name: '预约', exact: true }).first().click()
    await page.getByRole('link', { name: /骨科专家门诊/ }).click()
    await page.getByRole('list', { name: '日期' }).getByRole('button', { name: /余/ }).nth(3).click()
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: /^留住/ }).click()
    await page.getByText('替您留着').waitFor()
    await page.getByRole('button', { name: '返回' }).click() // leaving gives it back
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: /^留住/ }).click()
    await page.getByText('替您留着').waitFor()
    expect([await axeFindings(page), await overhang(page)]).toEqual([[], 0])
    let lost = 0
    await page.route('**/confirm', async (route) => {
      if (lost > 0) return route.continue()
      lost += 1
      await route.fetch() // the server has done it, the answer never comes
      return route.abort()
    })
    await page.getByRole('button', { name: /^确认/ }).click()
    await page.getByText('已预约').waitFor()
    expect(lost).toBe(1)
    await page.getByRole('link', { name: '全部就诊' }).click()
    await page.getByRole('button', { name: '取消预约' }).first().click()
    await page.getByRole('button', { name: /^取消 .* 的预约$/ }).click()
    await page.getByText('已取消').waitFor()
    await context.setOffline(true)
    await page.getByRole('link', { name: '预约', exact: true }).click()
    await page.getByRole('link', { name: /^康复评估/ }).click()
    await page.getByText('没有连上服务器').waitFor()
    await context.setOffline(false)
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByRole('list', { name: '日期' }).waitFor()
    expect(faults).toEqual([])
  })

  test('who is new signs up on the phone, adds a child, and books for the child', async () => {
    const { page, faults } = await openPage(browser, phone)
    await page.goto(`${system.url}/pocket/sign-up`)
    await page.getByText('我可以随时撤回同意').waitFor()
    await page.getByLabel('姓名').fill('苏小川')
    await page.getByLabel('出生日期').fill('1988-08-08')
    await page.getByRole('textbox', { name: '账号' }).fill('suxiaochuan')
    await page.getByLabel('密码', { exact: true }).fill('1234567890')
    await page.getByRole('button', { name: '同意并注册' }).click()
    await page.getByRole('alert').getByText('不能是常见密码').waitFor()
    await page.getByLabel('密码', { exact: true }).fill('three words long')
    await page.getByRole('button', { name: '同意并注册' }).click()
    await page.getByRole('link', { name: '就诊人' }).click()
    await page.getByRole('button', { name: '添加家人' }).click()
    await page.getByLabel('姓名').fill('苏一帆')
    await page.getByLabel('出生日期').fill('2019-05-05')
    await page.getByRole('button', { name: '同意并添加' }).click()
    await page.getByText('苏一帆').waitFor()
    await page.getByRole('link', { name: '首页' }).click()
    await page.getByRole('link', { name: '苏一帆' }).click()
    await page.getByRole('link', { name: '预约', exact: true }).first().click()
    await page.getByRole('link', { name: /^康复评估/ }).click()
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: /^留住/ }).click()
    await page.getByText('给苏一帆').waitFor()
    await page.getByRole('button', { name: /^确认/ }).click()
    await page.getByRole('link', { name: '全部就诊' }).click()
    await page.getByRole('heading', { name: '苏一帆的就诊' }).waitFor()
    await page.getByText('已预约').waitFor()
    await page.getByRole('link', { name: '我自己' }).click()
    await page.getByText('还没有预约').waitFor()
    await page.goto(`${system.url}/pocket/consent`)
    await page.getByRole('button', { name: '撤回同意' }).click()
    await page.getByRole('button', { name: '确认撤回' }).click()
    await page.getByRole('button', { name: '同意并继续' }).waitFor()
    await page.goto(`${system.url}/pocket/visits`) // nothing else before this is answered
    await page.getByRole('button', { name: '不同意' }).click()
    await page.getByText('您仍可以到任何一家机构的服务台').waitFor()
    expect(faults).toEqual([])
  })

  test('a booking is made with the keyboard alone', async () => {
    const { page } = await openPage(browser, phone)
    await signIn(page, `${system.url}/pocket/`, 'patient', system.passwordOf('patient'))
    const tabTo = async (name: RegExp) => {
      for (let step = 0; step < 90; step += 1) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate<string>(
          `[document.activeElement?.getAttribute('aria-label'), document.activeElement?.textContent, document.activeElement?.closest('label')?.textContent].join(' ')`,
        )
        if (name.test(focused)) return
      }
      throw new Error(`the keyboard does not reach ${name}`)
    }
    await page.goto(`${system.url}/pocket/book`)
    await page.getByRole('link', { name: /心脏超声.*澜庭/ }).waitFor()
    await tabTo(/心脏超声.*澜庭/)
    await page.keyboard.press('Enter')
    await page.getByRole('radio').first().waitFor()
    await tabTo(/¥/)
    await page.keyboard.press('Space')
    await tabTo(/^ ?留住|留住 \d/)
    await page.keyboard.press('Enter')
    await page.getByText('替您留着').waitFor()
    await tabTo(/确认 \d/)
    await page.keyboard.press('Enter')
    await page.getByText('已预约').waitFor()
  })

  test('the first screen of the pocket costs at most 200 KB of script, gzipped', async () => {
    const { page } = await openPage(browser, phone)
    let bytes = 0
    page.on('response', async (response) => {
      if (/\.js$/.test(new URL(response.url()).pathname)) bytes += (await import('node:zlib')).gzipSync(await response.body()).length
    })
    await page.goto(`${system.url}/pocket/sign-in`)
    await page.getByLabel('账号').waitFor()
    await page.waitForLoadState('networkidle') // all that is loaded counts
    expect(bytes).toBeGreaterThan(20_000)
    expect(bytes).toBeLessThan(200_000)
  })
})
