import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { StaffCaller } from '#kernel/access/caller.ts'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { aSubmittedCase, foodLicence } from '#test/harness/cases.ts'
import { makeReviewHandler } from '#test/harness/served-persons.ts'
import { signInAsCitizen } from './food-licence.steps.ts'
import { enterAsStaff, fillIn, giveStep, thenPage, wordsOf } from './office.steps.ts'

const chromium = findChromium()

describe('a bad review on its way to being put right', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  let handler: StaffCaller
  before(async () => {
    city = await openBrowserOffice(chromium ?? '')
    handler = await makeReviewHandler(city.office, 'HD0076', foodLicence.unit)
  })
  after(() => city.close())

  for (const javaScript of [false, true]) {
    test(`E-02 E-03 who was served badly says so, is called the same day by the unit that reads his telephone for it, sees it put right and is asked again, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const { office } = city
      office.clock.set(new Date('2026-09-14T09:00:00+08:00'))
      const { number } = await aSubmittedCase(office)
      const citizen = await city.visitor({ javaScript, width: 360, height: 800 })
      await signInAsCitizen(citizen, /张晓梅/, `/matters/${number}/rate`)
      await fillIn(citizen, 'form[method=get]', { grade: '1' })
      await thenPage(citizen, () => citizen.locator('main form[method=get] button').last().click())
      await fillIn(citizen, '#rating', { reasons: '113', text: '跑了三个窗口才递上材料。' })
      await thenPage(citizen, () => citizen.locator('#rating button').last().click())
      const rectification = /HPZG\d{12}/.exec(await wordsOf(citizen))?.[0] ?? assert.fail('the evaluator is told the number under which it is put right')

      office.clock.set(new Date('2026-09-14T15:00:00+08:00'))
      const unit = await city.visitor({ javaScript })
      await enterAsStaff(unit, 'zhouminhua', '/reviews')
      await thenPage(unit, () => unit.getByRole('link', { name: rectification }).click())
      assert.doesNotMatch(await wordsOf(unit), /张晓梅|1\d{10}/)
      await unit.locator('#evaluator select[name=purpose]').selectOption('contact')
      await thenPage(unit, () => unit.locator('#evaluator button').last().click())
      assert.match(await unit.locator('#evaluator').innerText(), /张晓梅[\s\S]*1\d{10}[\s\S]*已记录这次查看/)
      await giveStep(unit, 'contact', { result: 'reached', note: '已电话联系，本人说明了经过。' })
      assert.doesNotMatch(await wordsOf(unit), /张晓梅/)
      await giveStep(unit, 'verify', { finding: 'clear', note: '情况属实，指引不清。' })
      const { timers } = await office.call('evaluations.get-rectification-clock', handler, { number: rectification })
      assert.deepEqual(timers.filter(({ name }) => name === 'contact').map(({ overdue, end }) => [overdue, end?.kind]), [[false, 'satisfied']])

      office.clock.set(new Date('2026-09-18T10:00:00+08:00'))
      await enterAsStaff(unit, 'zhouminhua', `/reviews/${rectification}`)
      await giveStep(unit, 'rectify', { measure: '综合窗口统一收件，更新指引牌。', reply: '已改为综合窗口一次收件，向您致歉。' })
      assert.equal(await unit.locator('#close').count(), 0, 'nothing is closed before the call back')
      await giveStep(unit, 'call-back', { result: 'satisfied', note: '对整改满意。' })
      await giveStep(unit, 'close')
      assert.match(await wordsOf(unit), /已办结/)
      assert.equal(await unit.locator('#evaluator').count(), 0, 'nobody is called any more')

      await signInAsCitizen(citizen, /张晓梅/, `/matters/${number}/rate`)
      assert.match(await wordsOf(citizen), /已改为综合窗口一次收件/)
      await citizen.goto('/me')
      assert.match(await wordsOf(citizen), new RegExp(`联系申请人[\\s\\S]*${rectification}`))
    })
  }
})
