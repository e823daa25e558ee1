import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openSession } from '#kernel/session/sessions.ts'
import { type BrowserOffice, drawingFlags, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { anEvent, type GridPeople, gridCell, gridPeople } from '#test/harness/grid.ts'
import { axeFaults, bringAxe } from '#test/harness/page-faults.ts'

const chromium = findChromium()
const town = '440114001'
const ask = '可以移动的地图'

describe('the map of the grid', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  let people: GridPeople
  before(async () => {
    city = await openBrowserOffice(chromium ?? '', drawingFlags)
    people = await gridPeople(city.office)
    await anEvent(city.office)
  })
  after(() => city.close())

  /** A page with its map drawn, and whatever the browser complained of. */
  async function opened(path: string, options: { readonly width?: number; readonly staff?: boolean; readonly look?: string } = {}): Promise<{ readonly page: Page; readonly complaints: string[] }> {
    const page = await city.visitor({ javaScript: true, width: options.width ?? 1440 })
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('request', (request) => {
      if (!request.url().startsWith(city.address) && !request.url().startsWith('data:') && !request.url().startsWith('blob:')) complaints.push(`asks elsewhere: ${request.url()}`)
    })
    const cookies = [...(options.staff ? [['yimen_session', (await openSession(city.office.app.db, people.town, { kind: 'browser', now: city.office.clock.now() })).token]] : []), ...(options.look ? [['yimen_look', options.look]] : [])]
    await page.context().addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: city.address })))
    await page.goto(path)
    await page.locator('[data-map-name]').scrollIntoViewIfNeeded()
    if (!options.staff) await page.getByRole('button', { name: ask }).click()
    await page.locator('[data-map][data-shown=yes]').waitFor()
    return { page, complaints }
  }

  for (const [who, path, staff] of [['anybody', `/grid?town=${town}`, false], ['the command centre', '/grid-office/map', true]] as const) {
    test(`is drawn for ${who} from our own origin alone, without anything that the policy of the page would block, and is accessible`, async () => {
      for (const width of [360, 1440]) {
        const { page, complaints } = await opened(path, { staff, width })
        await bringAxe(page)
        assert.deepEqual([await axeFaults(page), complaints], [[], []], `${width}`)
        assert.equal(await page.locator('[data-map-stead]').isVisible(), false)
        await page.context().close()
      }
    })
  }

  test('is loaded on a public page only after a press on its button, which leads the keyboard into the map', async () => {
    for (const path of [`/grid?town=${town}`, `/grid/report?town=${town}`]) {
      const page = await city.visitor({ javaScript: true })
      const asked: string[] = []
      page.on('request', (request) => {
        if (/maplibre|\/grid\/map\?/.test(request.url())) asked.push(request.url())
      })
      await page.goto(path, { waitUntil: 'networkidle' })
      const button = page.getByRole('button', { name: ask })
      await button.waitFor()
      await page.locator('[data-map-name]').scrollIntoViewIfNeeded()
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      assert.deepEqual([...asked], [], path)
      await button.press('Enter')
      await page.locator('[data-map][data-shown=yes]').waitFor()
      assert.ok(asked.some((url) => url.includes('maplibre')), path)
      await page.waitForFunction(() => document.activeElement?.tagName === 'CANVAS')
      assert.equal(await button.isVisible(), false)
      await page.context().close()
    }
  })

  test('has no button without script', async () => {
    const page = await city.visitor({ javaScript: false })
    await page.goto(`/grid?town=${town}`)
    assert.equal(await page.locator('[data-map-ask]').isVisible(), false)
    assert.equal(await page.locator('svg.grid-map').isVisible(), true)
  })

  test('takes its colours from the theme of the page', async () => {
    const middleOf = async (look: string): Promise<string> => {
      const { page } = await opened(`/grid?town=${town}`, { look })
      const picture = await page.locator('.grid-live canvas').screenshot()
      await page.context().close()
      return picture.toString('base64')
    }
    assert.notEqual(await middleOf('light.'), await middleOf('dark.'))
  })

  test('is passed over by keyboard: a link leads past it to the list, and the list leads to the events', async () => {
    const { page } = await opened('/grid-office/map', { staff: true })
    await page.locator('.grid-skip').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    assert.match((await page.evaluate(() => document.activeElement?.getAttribute('href'))) ?? '', new RegExp(`cell=${gridCell}`))
    await page.keyboard.press('Enter')
    await page.getByText('只看云山居委会第1网格的事件').waitFor()
    assert.equal(await page.locator('tbody th a').count(), 1)
  })

  test('can be used by keyboard too: it is named, moves with the arrows and has buttons in Chinese', async () => {
    const { page } = await opened('/grid-office/map?town=all', { staff: true })
    const canvas = page.locator('.grid-live canvas')
    assert.equal(await canvas.getAttribute('aria-label'), '全区未结事件分布图')
    const before = await page.evaluate(() => document.querySelector('.grid-label')?.getBoundingClientRect().left ?? 0)
    await canvas.focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction((left) => (document.querySelector('.grid-label')?.getBoundingClientRect().left ?? 0) < left, before)
    await page.getByRole('button', { name: '放大地图' }).press('Enter')
    await page.getByRole('button', { name: '缩小地图' }).waitFor()
  })

  test('a click on a cell leads where its link leads, and on the page of reports it tells the place', async () => {
    const { page } = await opened(`/grid?town=${town}`)
    await page.locator('.grid-live canvas').click()
    await page.waitForURL(/\/grid\?cell=440114001\d{5}$/)
    const report = await opened(`/grid/report?town=${town}`)
    await report.page.locator('.grid-live canvas').click()
    await report.page.waitForURL(/longitude=113\.\d+&latitude=23\.\d+/)
    await report.page.locator('#category').selectOption('E0102')
    await report.page.locator('#description').fill('垃圾满溢')
    await report.page.getByRole('button', { name: '提交' }).click()
    const number = (await report.page.getByText(/^WG\d{13}$/).textContent()) ?? ''
    const event = await city.office.call('grid.get-event', people.town, { number })
    assert.match(report.page.url(), /cell=/)
    assert.match(event.cellId, /^440114001/)
  })

  test('stays the drawing of the server where no library comes', async () => {
    const page = await city.visitor({ javaScript: true })
    await page.route('**/maplibre-gl-*.mjs', (route) => route.abort())
    await page.goto(`/grid?town=${town}`)
    const failed = page.waitForEvent('requestfailed')
    await page.getByRole('button', { name: ask }).click()
    await failed
    await page.getByRole('button', { name: ask }).waitFor()
    assert.equal(await page.locator('[data-map-stead]').isVisible(), true)
    await page.locator('svg.grid-map a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/grid\?cell=/)
  })
})
