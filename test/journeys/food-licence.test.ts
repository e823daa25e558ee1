import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import * as steps from './food-licence.steps.ts'

const chromium = findChromium()

describe('the walk-through of the README', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  for (const javaScript of [false, true]) {
    test(`from 开饭店 to a rated, verified certificate, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const city = await openBrowserOffice(chromium ?? '')
      after(() => city.close())
      const citizen = await city.visitor({ javaScript, width: 360, height: 800 })
      await steps.findTheItem(citizen)
      await steps.answerTheScenario(citizen)
      await steps.signInAsCitizen(citizen, /张晓梅/, '/apply/11440114MB2C00144C4440114005000')
      const number = await steps.applyOnline(citizen)

      const clerk = await city.visitor({ javaScript })
      await steps.signInAsStaff(clerk, 'liangxueying')
      await steps.acceptAtTheWindow(clerk, number)

      const reviewer = await city.visitor({ javaScript })
      await steps.signInAsStaff(reviewer, 'zhouminhua')
      city.office.clock.set(new Date('2026-09-08T10:00:00+08:00'))
      await steps.signInAsStaff(reviewer, 'zhouminhua')
      await steps.askForExpertReview(reviewer, number)
      city.office.clock.set(new Date('2026-09-15T10:00:00+08:00'))
      await steps.signInAsStaff(reviewer, 'zhouminhua')
      await steps.resumeAfterReview(reviewer, number)
      await steps.giveOpinion(reviewer, number, ['周敏华', '李柏霖'])

      const countersigner = await city.visitor({ javaScript })
      await steps.signInAsStaff(countersigner, 'bijiamin')
      await steps.giveOpinion(countersigner, number, [])

      const approver = await city.visitor({ javaScript })
      await steps.signInAsStaff(approver, 'bishuzhen')
      await steps.grant(approver, number)

      await steps.signInAsCitizen(citizen, /张晓梅/, '/matters')
      await citizen.goto(`/matters/${number}`)
      const explained = await citizen.locator('main').innerText()
      assert.match(explained, /停表/)
      await citizen.goto('/certificates')
      await citizen.getByRole('link', { name: /食品经营许可证/ }).first().click()
      const identifier = decodeURIComponent(/certificates\/([^/?]+)/.exec(citizen.url())?.[1] ?? assert.fail('no identifier'))

      const anyone = await city.visitor({ javaScript, width: 360, height: 800 })
      await anyone.goto(`/verify/${identifier}`)
      assert.match(await anyone.locator('main').innerText(), /有效/)
      await steps.rate(citizen, number)
      const { satisfied, valid } = await ratingsOf(city.office)
      assert.deepEqual([satisfied, valid], [1, 1])
    })
  }
})

async function ratingsOf(office: Awaited<ReturnType<typeof openBrowserOffice>>['office']): Promise<{ satisfied: number; valid: number }> {
  const { rows } = await office.database.pool.query<{ satisfied: number; valid: number }>('SELECT count(*) FILTER (WHERE grade >= 3)::int AS satisfied, count(*)::int AS valid FROM service_reviews')
  return rows[0] ?? { satisfied: 0, valid: 0 }
}
