import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import type { Caller } from '#kernel/access/caller.ts'
import { openSession } from '#kernel/session/sessions.ts'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { aPicture, anEvent, type GridPeople, gridPeople, seenEvent } from '#test/harness/grid.ts'
import { anOrder, type HotlinePeople, hotlinePeople, seen } from '#test/harness/hotline.ts'

const chromium = findChromium()
const photo = { name: 'photo.png', mimeType: 'image/png', buffer: aPicture }

describe('an event of the grid in the browser', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  let people: GridPeople
  let hotline: HotlinePeople
  before(async () => {
    city = await openBrowserOffice(chromium ?? '')
    people = await gridPeople(city.office)
    hotline = await hotlinePeople(city.office)
  })
  after(() => city.close())

  interface Way {
    readonly javaScript: boolean
    readonly width: number
  }

  async function screenOf(caller: Caller | undefined, way: Way): Promise<Page> {
    const page = await city.visitor(way)
    if (caller !== undefined) {
      const { token } = await openSession(city.office.app.db, caller, { kind: 'browser', now: city.office.clock.now() })
      await page.context().addCookies([{ name: 'yimen_session', value: token, url: city.address }])
    }
    return page
  }

  /** Opens the event from the list of a stage, as its reader does, fills in the pane of a command and sends it. */
  async function give(page: Page, [view, number]: readonly [string, string], command: string, fill: (pane: Locator) => Promise<void> = async () => undefined): Promise<void> {
    await page.goto(`/grid-office?view=${view}`)
    await page.locator('tr', { hasText: number }).locator('th a').click()
    await page.waitForURL(`**/events/${number}`)
    const folded = page.locator('details', { has: page.locator(`#${command}`) })
    if ((await folded.count()) > 0 && (await folded.getAttribute('open')) === null) await folded.locator('summary').click()
    const pane = page.locator(`#${command}`)
    await fill(pane)
    await answered(page, pane.locator('form button').last())
  }

  /** Sends a form and waits until the office has answered. */
  async function answered(page: Page, button: Locator): Promise<void> {
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    await button.click()
    await answer
    await page.waitForLoadState()
  }

  const stateOf = async (number: string): Promise<string> => (await seenEvent(city.office, people.town, number)).state

  for (const way of [{ javaScript: false, width: 360 }, { javaScript: true, width: 1440 }] as const) {
    const how = way.javaScript ? 'with scripts at a desk' : 'without scripts on a telephone'

    test(`goes from the report over a return and a rework to the closing and the grade, ${how}`, async () => {
      const citizen = await screenOf(undefined, way)
      await citizen.goto('/grid/report')
      await citizen.locator('#town').selectOption({ label: '新华街道' })
      await citizen.getByRole('button', { name: '选定镇（街道）' }).click()
      await citizen.locator('#cell').selectOption('44011400100101')
      await citizen.getByRole('button', { name: '选定网格' }).click()
      await citizen.locator('#description').fill('垃圾桶旁堆了很多垃圾')
      await citizen.locator('#photo').setInputFiles(photo)
      await citizen.getByRole('button', { name: '提交' }).click()
      assert.equal(await citizen.locator('#description').inputValue(), '垃圾桶旁堆了很多垃圾')
      await citizen.locator('#category').selectOption('E0102')
      await citizen.getByRole('button', { name: '提交' }).click()
      const number = (await citizen.getByText(/^WG\d{13}$/).textContent()) ?? ''
      const code = (await citizen.getByText(/^\d{6}$/).textContent()) ?? ''

      const town = await screenOf(people.town, way)
      const worker = await screenOf(people.worker, way)
      const other = await screenOf(people.otherWorker, way)
      await give(town, ['toFile', number], 'file')
      const dispatch = () => give(town, ['toDispatch', number], 'dispatch', (pane) => pane.getByLabel('社区', { exact: true }).check())
      await dispatch()
      await give(worker, ['toAccept', number], 'return', (pane) => pane.locator('textarea').fill('不是我负责的网格'))
      assert.equal(await stateOf(number), 'registered')
      await dispatch()
      await give(worker, ['toAccept', number], 'accept')
      const feedBack = (treatment: string) =>
        give(worker, ['handling', number], 'feed-back', async (pane) => {
          await pane.locator('input[type=file]').setInputFiles(photo)
          await pane.locator('textarea').fill(treatment)
        })
      await feedBack('已清运')
      const { longitude, latitude } = await seenEvent(city.office, people.otherWorker, number)
      const look = (answer: string, latitudeTyped = latitude) =>
        give(other, ['toVerify', number], 'verify', async (pane) => {
          await pane.locator('input[type=file]').setInputFiles(photo)
          await pane.locator('[data-place]').fill(`${longitude}, ${latitudeTyped}`)
          await pane.getByLabel(answer, { exact: true }).check()
          await pane.locator('textarea').fill('看过现场')
        })
      await look('不一致，退回重办', latitude + 0.01)
      await other.getByRole('alert').getByText('核查位置离事件现场太远').waitFor()
      assert.equal(await other.locator('#verify textarea').inputValue(), '看过现场')
      await look('不一致，退回重办')
      assert.equal(await stateOf(number), 'disposing')
      await feedBack('再次清运并冲洗地面')
      await look('一致')
      await give(town, ['toConclude', number], 'conclude', (pane) => pane.locator('textarea').fill('现场已清理'))
      await town.getByText('退回1次，返工1次').waitFor()

      await citizen.goto(`/grid/follow?no=${number}`)
      await citizen.locator('#code').fill(code)
      await citizen.getByRole('button', { name: '查询' }).click()
      await citizen.getByText('现场已清理').waitFor()
      await citizen.getByLabel('满意', { exact: true }).check()
      await citizen.getByRole('button', { name: '提交评价' }).click()
      await citizen.getByText('已收到你的评价').waitFor()
      assert.equal(await stateOf(number), 'evaluated')
      for (const page of [citizen, town, worker, other]) await page.context().close()
    })

    test(`is shelved after an extension, looked at on its day and taken up again, ${how}`, async () => {
      const { number } = await anEvent(city.office, 'disposing')
      const town = await screenOf(people.town, way)
      await give(town, ['open', number], 'delay', async (pane) => {
        await pane.locator('input[name="delay-hours"]').fill('7')
        await pane.locator('textarea').fill('需要采购')
      })
      const shelve = (day: string) =>
        give(town, ['open', number], 'shelve', async (pane) => {
          await pane.locator('textarea').fill('涉及管网改造')
          await pane.locator('input[type=date]').fill(day)
        })
      await shelve('2027-12-31')
      await town.getByRole('alert').getByText('请填写期限以内的复查日期').waitFor()
      assert.equal(await town.locator('#shelve textarea').inputValue(), '涉及管网改造')
      await shelve('2026-10-30')
      await town.goto('/grid-office?view=shelved')
      await town.locator('tr', { hasText: number }).getByText('复查10月30日').waitFor()
      await give(town, ['shelved', number], 'review-shelved', async (pane) => {
        await pane.getByLabel('恢复处置', { exact: true }).check()
        await pane.locator('textarea').fill('材料已到货')
      })
      assert.equal(await stateOf(number), 'disposing')
      await town.context().close()
    })

    test(`is linked with an order of the hotline: one due date, one closing, ${how}`, async () => {
      const event = await anEvent(city.office, 'disposing')
      const order = await anOrder(city.office, 'handling')
      const seat = await screenOf(hotline.seat, way)
      await seat.goto(`/grid-office/events/${event.number}`)
      await seat.locator('summary', { hasText: '其他办理' }).click()
      await seat.locator('#link-order input[name="link-order-orderNumber"]').fill(order.number)
      await answered(seat, seat.locator('#link-order form button'))
      await seat.locator('#report').getByText(order.number).waitFor()
      const due = (await seenEvent(city.office, people.town, event.number)).clocks.map(({ dueAt }) => dueAt)
      assert.deepEqual((await seen(city.office, hotline.seat, order.number)).clocks.map(({ dueAt }) => dueAt), due)
      const [, words = ''] = /处置时限\s*(\S.*)$/m.exec(await seat.locator('#report').innerText()) ?? []
      await seat.goto(`/hotline/orders/${order.number}`)
      assert.ok(words !== '' && (await seat.locator('main').innerText()).includes(words), words)

      const worker = await screenOf(people.worker, way)
      await give(worker, ['handling', event.number], 'feed-back', (pane) => pane.locator('textarea').fill('已清运'))
      const { longitude, latitude } = await seenEvent(city.office, people.otherWorker, event.number)
      const other = await screenOf(people.otherWorker, way)
      await give(other, ['toVerify', event.number], 'verify', async (pane) => {
        await pane.locator('input[type=file]').setInputFiles(photo)
        await pane.locator('[data-place]').fill(`${longitude}, ${latitude}`)
        await pane.getByLabel('一致', { exact: true }).check()
        await pane.locator('textarea').fill('与反馈一致')
      })
      const town = await screenOf(people.town, way)
      await give(town, ['toConclude', event.number], 'conclude', (pane) => pane.locator('textarea').fill('垃圾已清理，问题解决。'))
      await seat.goto(`/hotline/orders/${order.number}`)
      await seat.getByText('垃圾已清理，问题解决。').first().waitFor()
      assert.equal((await seen(city.office, hotline.seat, order.number)).state, 'awaitingCallback')
      for (const page of [seat, worker, other, town]) await page.context().close()
    })
  }

  test('the place of a look on the spot fills itself in where the browser may tell it', async () => {
    const { number } = await anEvent(city.office, 'fedBack')
    const { longitude, latitude } = await seenEvent(city.office, people.otherWorker, number)
    const page = await screenOf(people.otherWorker, { javaScript: true, width: 360 })
    await page.context().grantPermissions(['geolocation'], { origin: city.address })
    await page.context().setGeolocation({ longitude, latitude })
    await page.goto(`/grid-office/events/${number}`)
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[data-place]')?.value !== '')
    await page.locator('#verify input[type=file]').setInputFiles(photo)
    await page.getByLabel('一致', { exact: true }).check()
    await page.locator('#verify textarea').fill('与反馈一致')
    await answered(page, page.locator('#verify form button'))
    assert.equal(await stateOf(number), 'verified')
  })

  test('the code on a lamp post is enough to report it, and the inventory shows the event', async () => {
    const citizen = await screenOf(undefined, { javaScript: false, width: 360 })
    await citizen.goto('/grid/report')
    await citizen.locator('#component').fill('4401140118')
    await citizen.getByRole('button', { name: '按标识码上报' }).click()
    await citizen.getByText('标识码是16位数字').waitFor()
    const [lamp] = (await city.office.call('grid.list-components', people.town, { townCode: '440114001', category: 'P0118', limit: 1 })).items
    await citizen.locator('#component').fill(lamp?.code ?? '')
    await citizen.getByRole('button', { name: '按标识码上报' }).click()
    assert.equal(await citizen.locator('#category').inputValue(), 'P0118')
    await citizen.locator('#description').fill('路灯不亮')
    await citizen.locator('#componentCode').fill('4401140118999999')
    await citizen.getByRole('button', { name: '提交' }).click()
    await citizen.getByRole('alert').getByText('没有这个部件标识码').first().waitFor()
    assert.equal(await citizen.locator('#description').inputValue(), '路灯不亮')
    await citizen.locator('#componentCode').fill(lamp?.code ?? '')
    await citizen.getByRole('button', { name: '提交' }).click()
    const number = (await citizen.getByText(/^WG\d{13}$/).textContent()) ?? ''
    const town = await screenOf(people.town, { javaScript: false, width: 1440 })
    await town.goto(`/grid-office/components?category=P0118`)
    await town.getByRole('link', { name: lamp?.code ?? '' }).click()
    await town.getByRole('link', { name: number }).click()
    await town.locator('#report').getByRole('link', { name: lamp?.code ?? '' }).waitFor()
  })
})
