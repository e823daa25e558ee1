import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { enterAsStaff, fillIn, giveStep, thenPage, wordsOf } from './office.steps.ts'

const chromium = findChromium()

/** Rings at the seat with a number, and answers. */
async function ringAndAnswer(seat: Page, callingNumber: string): Promise<void> {
  await seat.goto('/hotline')
  await fillIn(seat, '#simulate', { callingNumber })
  await thenPage(seat, () => seat.getByRole('button', { name: '振铃' }).click())
  await thenPage(seat, () => seat.getByRole('button', { name: '接听' }).first().click())
}

async function act(seat: Page, name: string): Promise<void> {
  await thenPage(seat, () => seat.locator('#call').getByRole('button', { name, exact: true }).click())
}

/** Writes down what the caller says; answers the number of the order. */
async function writeDown(seat: Page, answers: Readonly<Record<string, string>>): Promise<string> {
  await fillIn(seat, '#intake', answers)
  await thenPage(seat, () => seat.getByRole('button', { name: '登记并派单' }).click())
  return /orders\/(RX\d{13})/.exec(seat.url())?.[1] ?? assert.fail(await wordsOf(seat))
}

async function hangUp(seat: Page): Promise<void> {
  await seat.goto('/hotline')
  await act(seat, '挂断')
}

const gym = { kind: 'complaint', title: '健身房不退预付卡', content: '健身房关门以后预付卡余额不退。', place: '新华街道建设北路12号' }

describe('a caller and his order', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  for (const javaScript of [false, true]) {
    const way = javaScript ? 'with' : 'without'
    const number = javaScript ? '13800009101' : '13800009102'

    test(`a call is held, taken up and written down; who calls again is known, and the second order is joined to the first, ${way} JavaScript`, async () => {
      const seat = await city.visitor({ javaScript })
      await enterAsStaff(seat, 'bicuiyun', '/hotline')
      await ringAndAnswer(seat, number)
      await act(seat, '保持')
      assert.match(await wordsOf(seat), /保持/)
      await act(seat, '恢复通话')
      const first = await writeDown(seat, { ...gym, place: `${gym.place}${way}` })
      await hangUp(seat)
      await ringAndAnswer(seat, number)
      assert.match(await seat.locator('#call').innerText(), /健身房不退预付卡/)
      const second = await writeDown(seat, { ...gym, place: `${gym.place}${way}` })
      const beside = seat.locator('#similar .note', { has: seat.locator(`a[href="/hotline/orders/${first}"]`) })
      assert.match(await beside.innerText(), /同一诉求人[\s\S]*同一地点/)
      await thenPage(seat, () => beside.getByRole('button').click())
      assert.match(await wordsOf(seat), /已并入原工单/)
      await hangUp(seat)
      assert.notEqual(first, second)
    })

    test(`an order is dispatched as suggested, its return is not upheld, its reply does not satisfy, and it is done once more, ${way} JavaScript`, async () => {
      const seat = await city.visitor({ javaScript })
      await enterAsStaff(seat, 'bicuiyun', '/hotline')
      await ringAndAnswer(seat, `${number.slice(0, -1)}9`)
      const order = await writeDown(seat, { ...gym, title: '餐馆后厨卫生差', content: '餐馆后厨食品卫生很差，食品安全没有保障。', place: `新华街道花港大道${way}` })
      const path = `/hotline/orders/${order}`
      assert.notEqual(await seat.locator('#dispatch-category').inputValue(), '')
      await giveStep(seat, 'dispatch', { mainUnitId: 'shichang-jianguan' })
      const handler = await city.visitor({ javaScript })
      await enterAsStaff(handler, 'zhouminhua', path)
      await giveStep(handler, 'claim-return', { basis: '权责清单第12项', quote: '市容环境卫生的监督管理，由城市管理部门负责。' })
      const lead = await city.visitor({ javaScript })
      await enterAsStaff(lead, 'denghuilin', path)
      await giveStep(lead, 'arbitrate', { upheld: 'false', reasoning: '食品经营的监督检查属于本单位职责。' })
      await handler.goto(path)
      await giveStep(handler, 'sign')
      assert.equal(await handler.locator('#claim-return').count(), 0)
      await giveStep(handler, 'reply', { reply: '已约谈该餐馆并责令改正。' })
      await lead.goto(path)
      await giveStep(lead, 'check', { passed: 'true', remark: '答复完整。' })
      await seat.goto(path)
      await giveStep(seat, 'call-back', { satisfaction: 'dissatisfied', solved: 'false', unitFault: 'true', note: '来电人说没有人到过现场。' })
      assert.match(await wordsOf(seat), /办理中/)
      await handler.goto(path)
      await giveStep(handler, 'reply', { reply: '已到现场检查，发现的三个问题当场改正。' })
      await lead.goto(path)
      await giveStep(lead, 'check', { passed: 'true', remark: '有现场情况。' })
      await seat.goto(path)
      await giveStep(seat, 'call-back', { satisfaction: 'satisfied', solved: 'true', note: '来电人认可。' })
      assert.match(await wordsOf(seat), /已结案/)
      await hangUp(seat)
    })
  }

  test('H-11 a secret report is dispatched with a brief; who handles it reads neither name nor number nor words of the caller', async () => {
    const seat = await city.visitor()
    await enterAsStaff(seat, 'bicuiyun', '/hotline')
    await ringAndAnswer(seat, '13800009107')
    await seat.getByLabel(/保密|匿名/).first().check()
    const order = await writeDown(seat, { kind: 'report', title: '作坊夜里生产', content: '我住在对面，看见作坊夜里加工冻肉。', name: '何小满' })
    await giveStep(seat, 'dispatch', { category: 'market', mainUnitId: 'shichang-jianguan', briefTitle: '查无证加工', briefText: '有群众反映某作坊夜间加工食品。' })
    const handler = await city.visitor()
    await enterAsStaff(handler, 'zhouminhua', `/hotline/orders/${order}`)
    const read = await wordsOf(handler)
    assert.match(read, /有群众反映某作坊夜间加工食品/)
    for (const trace of ['何', '13800009107', '9107', '我住在对面']) assert.ok(!read.includes(trace), trace)
    await hangUp(seat)
  })
})
