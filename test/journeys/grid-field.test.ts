import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import type { Page } from 'playwright-core'
import { anEvent, aPicture, gridCell, gridPeople } from '#test/harness/grid.ts'

const chromium = findChromium()

describe('the grid worker on the way', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  /** The page of a grid worker, kept on his telephone. */
  async function keptPage(login: string): Promise<Page> {
    const page = await city.visitor({ javaScript: true, width: 360, height: 780 })
    await page.goto('/staff/sign-in?back=%2Fgrid%2Ffield')
    await page.getByLabel('登录名').fill(login)
    await page.getByLabel('密码').fill('yimen-demo')
    await page.getByRole('button', { name: '登录' }).click()
    await page.waitForURL(/\/grid\/field/)
    await page.getByText('没有网络也能打开').waitFor()
    return page
  }

  test('two reports saved without a network are sent when there is one, each once, and the page opens without it', async () => {
    const page = await keptPage('huruizhe')
    await page.context().setOffline(true)
    await page.reload()
    for (const [place, description] of ['雨水井盖缺失', '垃圾满溢'].entries()) {
      await page.locator('#category').selectOption(place === 0 ? 'P0103' : 'E0102')
      await page.locator('#cellId').selectOption('44011400100101')
      await page.locator('#description').fill(description)
      await page.locator('#photo').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: aPicture })
      await page.getByRole('button', { name: '保存并上报' }).click()
      await page.locator(`#outbox[data-count="${place + 1}"]`).waitFor({ state: 'attached' })
    }
    const { town } = await gridPeople(city.office)
    const reported = async () => (await city.office.call('grid.list-events', town, { view: 'toFile', limit: 100 })).items
    assert.deepEqual(await reported(), [])
    await page.context().setOffline(false)
    await page.locator('#outbox[data-count="0"]').waitFor({ state: 'attached' })
    const items = await reported()
    assert.deepEqual(new Set(items.map(({ category, source }) => `${category} ${source}`)), new Set(['E0102 patrol', 'P0103 patrol']))
    assert.equal(items.length, 2)
    for (const { number } of items) assert.equal((await city.office.call('grid.get-event', town, { number })).photos.length, 1)
  })

  test('a look on the spot and a treatment given without a network are taken once each, also when the answer to the first sending is lost', async () => {
    const { town, worker } = await gridPeople(city.office)
    const { number: fedBack } = await anEvent(city.office, 'fedBack')
    const { number: dispatched } = await anEvent(city.office, 'dispatched')
    const { longitude, latitude } = await city.office.call('grid.get-cell', worker, { cellId: gridCell })
    const page = await keptPage('chenweiming')
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation({ longitude, latitude })
    await page.context().setOffline(true)
    await page.reload()
    const photo = { name: 'photo.png', mimeType: 'image/png', buffer: aPicture }
    const outbox = (count: number) => page.locator(`#outbox[data-count="${count}"]`).waitFor({ state: 'attached' })

    const look = page.locator('details', { hasText: fedBack })
    await look.locator('summary').click()
    await look.getByLabel('照片').setInputFiles(photo)
    await look.getByLabel('现场与反馈是否一致').selectOption('true')
    await look.getByLabel('情况说明').fill('现场已清理')
    await page.waitForFunction((id) => (document.getElementById(id) as HTMLInputElement | null)?.value !== '', `${fedBack}-place`)
    await look.getByRole('button', { name: '现场核查' }).click()
    await outbox(1)
    const treatment = page.locator('details', { hasText: dispatched })
    await treatment.locator('summary').click()
    assert.equal(await treatment.getByRole('button', { name: '反馈处置结果' }).isVisible(), false)
    await treatment.getByRole('button', { name: '接收' }).click()
    await outbox(2)
    await treatment.getByLabel('照片').setInputFiles(photo)
    await treatment.getByLabel('处置结果').fill('已清运')
    await treatment.getByRole('button', { name: '反馈处置结果' }).click()
    await outbox(3)
    assert.equal(await treatment.getByRole('button').count(), 0)
    await page.reload()
    await outbox(3)

    // The office takes the first sending of the verification, and the telephone does not hear it.
    let lost = 0
    await page.route('**/verify', async (route) => {
      lost += 1
      if (lost > 1) return route.continue()
      await route.fetch()
      return route.abort()
    })
    const unheard = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/verify'))
    await page.context().setOffline(false)
    await unheard
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await outbox(0)
    const stepsOf = async (number: string): Promise<readonly string[]> => (await city.office.call('grid.get-event-ledger', town, { number })).events.map(({ command }) => command)
    assert.ok(lost > 1)
    assert.deepEqual((await stepsOf(fedBack)).slice(-2), ['add-photo', 'verify'])
    assert.deepEqual((await stepsOf(dispatched)).slice(-3), ['accept', 'add-photo', 'feed-back'])
    assert.equal(await page.locator('#tasks form:visible').count(), 0)
  })
})
