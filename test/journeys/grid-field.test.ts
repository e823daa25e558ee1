import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { aPicture, gridPeople } from '#test/harness/grid.ts'

const chromium = findChromium()

describe('the grid worker on the way', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  test('two reports saved without a network are sent when there is one, each once, and the page opens without it', async () => {
    const page = await city.visitor({ javaScript: true, width: 360, height: 780 })
    await page.goto('/staff/sign-in?back=%2Fgrid%2Ffield')
    await page.getByLabel('登录名').fill('huruizhe')
    await page.getByLabel('密码').fill('yimen-demo')
    await page.getByRole('button', { name: '登录' }).click()
    await page.waitForURL(/\/grid\/field/)
    await page.getByText('没有网络也能打开').waitFor()
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
})
