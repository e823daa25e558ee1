import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { signInAsCitizen } from './food-licence.steps.ts'
import { enterAsStaff, fillIn, giveStep, thenPage, wordsOf } from './office.steps.ts'

const chromium = findChromium()
const unitId = 'shichang-jianguan'

describe('whoever watches, and whoever is watched', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  for (const javaScript of [false, true]) {
    const way = javaScript ? 'with' : 'without'
    const month = javaScript ? '2026-10' : '2026-09'

    test(`limits that run out lead from an explanation to a yellow card, a red card and a supervision advice, which is answered and closed, ${way} JavaScript`, async () => {
      city.office.clock.set(new Date(`${month}-14T09:00:00+08:00`))
      const signal = (place: number) => city.office.call('supervision.open-from-signal', law, { signalId: `01999999-0000-7000-8000-${month.replace('-', '')}0000${place + 10}`, rung: 'red', number: 'X1', kind: 'case', leadUnitId: unitId, reachedAt: city.office.clock.now().toISOString() })
      const { number } = await signal(0)
      for (const place of [1, 2, 3, 4, 5]) await signal(place)
      const head = await city.visitor({ javaScript })
      await enterAsStaff(head, 'sujieying', `/supervision/findings/${number}`)
      await giveStep(head, 'explain', { text: '系统故障，已补办。' })
      const inspector = await city.visitor({ javaScript })
      await enterAsStaff(inspector, 'suyongjian', `/supervision/findings/${number}`)
      assert.match(await wordsOf(inspector), /系统故障，已补办/)
      await giveStep(inspector, 'close', { conclusion: '情况属实，扣分。' })
      await inspector.goto(`/supervision/measures?month=${month}`)
      const words = await wordsOf(inspector)
      for (const word of ['黄牌', '红牌', '监察建议']) assert.ok(words.includes(word), word)
      const advice = inspector.locator('tr', { hasText: '监察建议' }).first().getByRole('link').first()
      const path = (await advice.getAttribute('href')) ?? ''
      await head.goto(path)
      await giveStep(head, 'answer', { text: '已逐件核查，调整岗位两人，限期内全部办结。' })
      await inspector.goto(path)
      const letter = await inspector.request.get((await inspector.locator('a[href^="/api/"][href$="/document"]').getAttribute('href')) ?? '')
      assert.equal(letter.headers()['content-type'], 'application/pdf')
      await giveStep(inspector, 'settle', { enough: 'true', remark: '整改到位。' })
      assert.equal(await inspector.locator('#settle').count(), 0)
    })

    test(`a complaint about service is taken up, answered, and looked at again by somebody else, ${way} JavaScript`, async () => {
      const citizen = await city.visitor({ javaScript, width: 360, height: 800 })
      await signInAsCitizen(citizen, /张晓梅/, '/complaints/new')
      await fillIn(citizen, 'form[action="/complaints/new"]', { unitId, title: '窗口推诿', content: '材料齐全却让我明天再来。' })
      await thenPage(citizen, () => citizen.locator('form[action="/complaints/new"] button').last().click())
      const own = new URL(citizen.url()).pathname
      const path = own.replace('/complaints', '/supervision/complaints')
      const inspector = await city.visitor({ javaScript })
      await enterAsStaff(inspector, 'suyongjian', path)
      assert.ok(!(await wordsOf(inspector)).includes('张晓梅'))
      await giveStep(inspector, 'accept')
      await giveStep(inspector, 'answer', { result: 'unfounded', answer: '经查不属实。' })
      await citizen.reload()
      await giveStep(citizen, 'appeal', { reason: '没有看监控。' })
      await inspector.goto(path)
      assert.equal(await inspector.locator('#conclude').count(), 0, 'whoever answered does not look at it again')
      const other = await city.visitor({ javaScript })
      await enterAsStaff(other, 'denghuilin', path)
      await giveStep(other, 'conclude', { result: 'founded', conclusion: '监控显示窗口确实推诿。', grade: 'obvious', violation: 'attitude' })
      await citizen.reload()
      assert.match(await wordsOf(citizen), /监控显示窗口确实推诿/)
    })
  }

  test('a bulletin of the week is written by the program, and the supervisor reads it with nothing to press', async () => {
    city.office.clock.set(new Date('2026-11-02T08:10:00+08:00'))
    await city.office.call('supervision.compile-bulletin', law, { period: 'week' })
    const supervisor = await city.visitor()
    await enterAsStaff(supervisor, 'limeiling', '/supervision/bulletins')
    await thenPage(supervisor, () => supervisor.locator('main table a').first().click())
    assert.match(await wordsOf(supervisor), /2026年10月26日/)
    assert.equal(await supervisor.locator('main form[method=post]').count(), 0)
    for (const room of ['/supervision/rooms', '/hotline', '/hall', '/office/unit']) {
      await supervisor.goto(room)
      assert.equal(await supervisor.locator('main form[method=post]').count(), 0, room)
    }
  })
})
