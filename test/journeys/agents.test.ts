import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { endAgenciesJob } from '#modules/cases/jobs.ts'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { signInAsCitizen } from './food-licence.steps.ts'
import { fillIn, thenPage, wordsOf } from './office.steps.ts'

const chromium = findChromium()
/** 社会保障卡申领和补换: one question, a short form, and no paper that the office has not got. */
const socialCard = '/apply/11440114MB2C00128N4442012013000'
const principal = /张\*/

describe('somebody acts for somebody else', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  for (const javaScript of [false, true]) {
    test(`C-33 a citizen makes somebody an agent, who applies for him and sees the matter as he does, until the authorisation is taken back, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const citizen = await city.visitor({ javaScript, width: 360, height: 800 })
      await signInAsCitizen(citizen, /张晓梅/, '/agents/new')
      await authorise(citizen, { 'agent-name': '谭永安', 'agent-idNumber': '440114199809130130', scope: 'all', to: '2026-12-31' })
      assert.match(await citizen.locator('#given').innerText(), /谭\*[\s\S]*有效/)

      const agent = await city.visitor({ javaScript, width: 360, height: 800 })
      await signInAsCitizen(agent, /谭永安/, socialCard)
      const number = await applyForPrincipal(agent)
      await agent.goto(`/matters/${number}`)
      assert.match(await wordsOf(agent), /申请人：张\*/)
      await citizen.goto('/matters')
      await thenPage(citizen, () => citizen.locator(`main a[href="/matters/${number}"]`).click())
      assert.match(await wordsOf(citizen), /社会保障卡/)

      await citizen.goto('/agents')
      await thenPage(citizen, () => citizen.getByRole('button', { name: /^撤回授权：谭/ }).click())
      assert.match(await citizen.locator('#given').innerText(), /已撤回[\s\S]*已结束/)
      // What the queue does within a second of the withdrawal, where a server works it.
      await endAgenciesJob.run(city.office.app.jobContext(), {})
      await agent.goto(socialCard)
      assert.equal(await agent.getByLabel(principal).count(), 0, 'nobody to apply for but himself')
      assert.equal((await agent.goto(`/matters/${number}`))?.status(), 404)
      await agent.goto('/matters')
      assert.equal(await agent.locator(`a[href="/matters/${number}"]`).count(), 0)
      assert.equal((await citizen.goto(`/matters/${number}`))?.status(), 200, 'the applicant goes on himself')
    })
  }
})

async function authorise(citizen: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  await fillIn(citizen, '#level', answers)
  await thenPage(citizen, () => citizen.getByRole('button', { name: '确认授权' }).click())
}

/** Applies for the principal page by page, however many pages the form has; answers the number. */
async function applyForPrincipal(agent: Page): Promise<string> {
  const next = (): Promise<void> => thenPage(agent, () => agent.getByRole('button', { name: '保存并继续' }).click())
  const title = (name: string) => agent.getByRole('heading', { level: 1, name })
  await agent.getByLabel(principal).check()
  await agent.getByLabel('首次申领').check()
  await next()
  const form = { insuranceNo: '440114198805160020', reason: '首次申领', bankName: '农村商业银行', bankAccount: '6200000000000000', deliveryWay: 'a' }
  while ((await agent.locator('[name=step][value=form]').count()) > 0) {
    for (const [key, value] of Object.entries(form)) if ((await agent.locator(`[name="form-${key}"]`).count()) > 0) await fillIn(agent, '#apply', { [`form-${key}`]: value })
    await next()
  }
  await title('材料').waitFor()
  await next()
  await agent.getByLabel(/以上内容真实/).check()
  await thenPage(agent, () => agent.getByRole('button', { name: '提交申请' }).click())
  return /matters\/([0-9A-Z]+)\/receipt/.exec(agent.url())?.[1] ?? assert.fail(await wordsOf(agent))
}
