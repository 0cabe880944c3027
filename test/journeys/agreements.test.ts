import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, chromiumPath, desk, launch, openPage, overhang, prefer, signIn } from '../support/browser.ts'
import { startDemo } from '../support/demo-copies.ts'
import { makeFolder, type Started } from '../support/start.ts'

// Two institutions come to terms, each at its own desk.

const folder = makeFolder()
let system: Started
let browser: Browser
beforeAll(async () => {
  system = await startDemo({ CARELOOM_DATA: `${folder.path}/data` })
  if (chromiumPath) browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await system.stop()
  folder.remove()
})

const label = (page: Page, text: string) => page.getByLabel(text, { exact: true })

describe.skipIf(!chromiumPath)('two desks', () => {
  test('the operator drafts with a live example, a refusal stands at its place, both sign, and the agreement is in force', async () => {
    const { page, context, faults } = await openPage(browser, desk)
    await signIn(page, system.url, 'operator', system.passwordOf('operator'))
    await page.goto(`${system.url}/agreements`)
    await page.getByRole('link', { name: '起草协议' }).click()
    await label(page, '中文名称').fill('诊室与分成')
    await label(page, '英文名称').fill('Rooms and sharing')
    await label(page, '机构').nth(1).selectOption({ label: '予安骨科' })
    await page.getByRole('button', { name: '添加使用权' }).click()
    await label(page, '价格').selectOption('half-hour')
    await page.getByRole('button', { name: '添加步骤' }).click()
    await label(page, '取自').first().selectOption('tenant')
    await page.locator('.term.wrong', { hasText: 'split.steps[0].of' }).waitFor()
    await label(page, '取自').first().selectOption('base')
    await label(page, '比例（%）').fill('七')
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('标红的地方还没填对').waitFor()
    expect(await label(page, '比例（%）').inputValue()).toBe('七')
    await label(page, '比例（%）').fill('7')
    // 1,596.00 × 7 % = 111.72, and two half-hours of 100.00
    await page.locator('.shares tr', { hasText: '澜庭医疗综合体' }).filter({ hasText: '¥311.72' }).waitFor()
    await page.locator('.shares tr', { hasText: '予安骨科' }).filter({ hasText: '¥1,284.28' }).waitFor()
    expect([await axeFindings(page), await overhang(page)]).toEqual([[], 0])
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByRole('button', { name: '提交签署' }).click()
    await page.getByRole('button', { name: '代表本机构签署' }).click()
    await page.getByText(/^\d{4}-\d{2}-\d{2} 签署$/).waitFor()
    const address = page.url()

    const other = await openPage(browser, desk)
    await signIn(other.page, system.url, 'manager', system.passwordOf('manager'))
    await prefer(other.page, { language: 'en', mode: 'dark' })
    await other.page.goto(`${system.url}/agreements?state=proposed`)
    await other.page.getByRole('link', { name: /^A-\d{4}-\d{3}$/ }).click()
    expect(other.page.url().split('?')[0]).toBe(address.split('?')[0])
    await other.page.getByRole('button', { name: 'Sign for this institution' }).click()
    await other.page.getByRole('link', { name: 'Draft the next version' }).waitFor()
    await other.page.getByText('Of the base, Lanting Medical Mall (operator) takes 7 %').waitFor()
    expect(await axeFindings(other.page)).toEqual([])
    await page.reload()
    await page.getByText('生效中').first().waitFor()
    expect([...faults, ...other.faults]).toEqual([])
    await context.close()
    await other.context.close()
  })

  test('who holds no part in agreements is told so', async () => {
    const { page, context } = await openPage(browser, desk)
    await signIn(page, system.url, 'clinician', system.passwordOf('clinician'))
    await page.goto(`${system.url}/agreements`)
    await page.getByText('查看本机构的协议').waitFor()
    await context.close()
  })
})
