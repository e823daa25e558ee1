import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { approverOf, clerk, personCaller } from '#test/harness/callers.ts'
import { aDecidedCase, caseAs, eventOf, foodApplication, foodLicence } from '#test/harness/cases.ts'
import { signInAsCitizen } from './food-licence.steps.ts'
import { enterAsStaff, thenPage, wordsOf } from './office.steps.ts'

const chromium = findChromium()
const paper = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')

describe('where a result is sent to, and who signs for it', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  /** A citizen before the review of an application that lacks nothing but the way of its result. */
  async function reviewing(javaScript: boolean): Promise<Page> {
    const person = await personCaller(city.office, 'zhang-xiaomei')
    const { answers = {}, form = {} } = foodApplication()
    const { id: fileId, name } = await city.office.call('kernel.upload-file', person, { name: '材料.pdf', bytes: paper })
    const id = randomUUID()
    const materials = Object.fromEntries(['m3', 'm4', 'm6'].map((key) => [key, { by: 'file' as const, fileId, name }]))
    await city.office.call('cases.save-draft', person, { id, implementCode: foodLicence.implementCode, step: 'review', content: { answers, form: { ...form, siteAddress: `花都区花东镇示例路${javaScript ? 61 : 62}号` }, materials } })
    const page = await city.visitor({ javaScript, width: 360, height: 800 })
    await signInAsCitizen(page, /张晓梅/, '/matters')
    await page.goto(`/apply/${foodLicence.implementCode}?draft=${id}&step=review`)
    return page
  }

  async function chooseRegion(page: Page, place: number, label: string, javaScript: boolean): Promise<void> {
    await page.locator(`#delivery-region-${place}`).selectOption({ label })
    if (!javaScript) await thenPage(page, () => page.getByRole('button', { name: '选下一级' }).click())
    await page.locator(`#delivery-region-${place + 1}`).waitFor()
  }

  /** Draws a stroke on the field to sign on. */
  async function sign(page: Page): Promise<void> {
    const pad = page.locator('.signature')
    await pad.scrollIntoViewIfNeeded()
    const box = (await pad.boundingBox()) ?? assert.fail('there is a field to sign on')
    await page.mouse.move(box.x + 40, box.y + 40)
    await page.mouse.down()
    await page.mouse.move(box.x + 120, box.y + 80)
    await page.mouse.up()
  }

  for (const javaScript of [false, true]) {
    const way = javaScript ? 'with' : 'without'

    test(`the receiver’s region is chosen menu by menu, and what was typed beside it stays, ${way} JavaScript`, async () => {
      const page = await reviewing(javaScript)
      await page.locator('input[name=delivery][value=post]').check()
      const details = page.locator('details', { has: page.locator('#delivery-address') })
      if ((await details.getAttribute('open')) === null) await details.locator('summary').click()
      await page.locator('#delivery-address').fill('示例路1号')
      for (const [place, label] of ['广东省', '广州市', '花都区'].entries()) await chooseRegion(page, place, label, javaScript)
      assert.equal(await page.getByRole('button', { name: '选下一级' }).isVisible(), !javaScript, 'with a script the button is not needed')
      assert.equal(await page.locator('#delivery-address').inputValue(), '示例路1号')
      await page.locator('#delivery-region-3').selectOption({ label: '新华街道' })
      await page.getByLabel(/以上内容真实/).check()
      await page.getByRole('button', { name: '提交申请' }).click()
      await page.waitForURL(/\/matters\/[0-9A-Z]{43}\/receipt/)
      const number = /matters\/(\w+)/.exec(page.url())?.[1] ?? ''
      assert.equal((await caseAs(city.office, await personCaller(city.office, 'zhang-xiaomei'), number)).form['deliveryAddress'], '广东省广州市花都区新华街道示例路1号')
    })

    test(`a result is handed over at the window against a signature, ${javaScript ? 'drawn on the screen' : 'on the printed receipt where no script runs'}`, async () => {
      const { number } = await aDecidedCase(city.office, { result: 'approve' }, { delivery: { kind: 'window', hallId: 'qu-zhengwu' }, form: { ...foodApplication().form, siteAddress: `花都区花东镇示例路${javaScript ? 31 : 32}号` } })
      await city.office.call('cases.issue-case', await approverOf(city.office, foodLicence.unit), { number })
      const page = await city.visitor({ javaScript })
      await enterAsStaff(page, 'liangxueying', `/desk/cases/${number}/deliver`)
      await page.getByRole('textbox', { name: '签名人姓名' }).fill('张晓梅')
      await thenPage(page, () => page.getByRole('button', { name: /^送达/ }).click())
      assert.match(await wordsOf(page), /还没有签收/)
      assert.match(await page.title(), /^错误：/)
      assert.equal(await page.getByRole('textbox', { name: '签名人姓名' }).inputValue(), '张晓梅')
      if (javaScript) await sign(page)
      else await page.getByLabel('已在打印的送达回证上签字').check()
      await page.getByRole('button', { name: /^送达/ }).click()
      await page.waitForURL(`**/desk/cases/${number}*`)
      const { signature } = (await eventOf(city.office, number, 'deliver')).detail as { readonly signature: { readonly by: string } }
      assert.equal(signature.by, javaScript ? 'drawing' : 'paper')
      const kept = (await caseAs(city.office, await clerk(city.office), number)).evidence.some(({ requirement }) => requirement === 'receipt-signature')
      assert.equal(kept, javaScript)
    })
  }
})
