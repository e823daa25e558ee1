import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { clerk, personCaller } from '#test/harness/callers.ts'
import { aDraft, anAcceptedCase, aSubmittedCase, caseAs, foodApplication, foodLicence } from '#test/harness/cases.ts'
import { signInAsCitizen, signInAsStaff } from './food-licence.steps.ts'

const chromium = findChromium()
const plan = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

describe('what goes wrong on the way costs nothing that was typed', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  const at = (draft: string, page: string): string => `/apply/${foodLicence.implementCode}?draft=${draft}&step=${page}`
  /** The page of the form that asks for the name of the shop. */
  const premises = 'form&part=premises'
  const shopName = (page: Page) => page.locator('[name=form-shopName]')
  const next = (page: Page): Promise<void> => page.getByRole('button', { name: '保存并继续' }).click()

  /** A citizen before the form of an application of his own. */
  async function applicant(javaScript: boolean): Promise<{ readonly page: Page; readonly draft: string }> {
    const draft = randomUUID()
    await aDraft(city.office, draft)
    const page = await city.visitor({ javaScript })
    await signInAsCitizen(page, /张晓梅/, '/matters')
    await page.goto(at(draft, premises))
    return { page, draft }
  }

  const storedName = async (id: string): Promise<unknown> => (await city.office.call('cases.get-draft', await personCaller(city.office, 'zhang-xiaomei'), { id })).content.form['shopName']

  for (const javaScript of [false, true]) {
    const how = javaScript ? 'with JavaScript' : 'without JavaScript'

    test(`back from the next step, the form is as it was typed, and going on again keeps the change, ${how}`, async () => {
      const { page, draft } = await applicant(javaScript)
      await shopName(page).fill('小梅小吃店')
      await page.getByRole('button', { name: '存着，以后再填' }).click()
      await page.getByRole('heading', { level: 1, name: '我的办件' }).waitFor()
      await page.goBack()
      assert.equal(await shopName(page).inputValue(), '小梅小吃店')
      await shopName(page).fill('小梅饭店')
      await page.getByRole('button', { name: '存着，以后再填' }).click()
      await page.getByRole('heading', { level: 1, name: '我的办件' }).waitFor()
      assert.equal(await storedName(draft), '小梅饭店')
    })

    test(`a form that was sent into a broken line is sent again when the line is back, as it was typed, ${how}`, async () => {
      const { page, draft } = await applicant(javaScript)
      await shopName(page).fill('小梅小吃店')
      await page.context().setOffline(true)
      await page.getByRole('button', { name: '存着，以后再填' }).click()
      await page.waitForURL('chrome-error://**')
      await page.context().setOffline(false)
      await page.reload()
      await page.getByRole('heading', { level: 1, name: '我的办件' }).waitFor()
      assert.equal(await storedName(draft), '小梅小吃店')
    })

    test(`of two tabs with the same application the second is told, keeps what was typed in it, and goes on with it, ${how}`, async () => {
      const { page, draft } = await applicant(javaScript)
      const second = await page.context().newPage()
      await second.goto(at(draft, premises))
      await shopName(page).fill('第一个名字')
      await page.getByRole('button', { name: '存着，以后再填' }).click()
      await page.getByRole('heading', { level: 1, name: '我的办件' }).waitFor()
      await shopName(second).fill('第二个名字')
      await next(second)
      await second.getByText(/在别的页面改过/).first().waitFor()
      assert.equal(await shopName(second).inputValue(), '第二个名字')
      assert.equal(await storedName(draft), '第一个名字')
      await second.getByRole('button', { name: '存着，以后再填' }).click()
      await second.getByRole('heading', { level: 1, name: '我的办件' }).waitFor()
      assert.equal(await storedName(draft), '第二个名字')
    })

    test(`a double click files one application and shows its receipt, ${how}`, async () => {
      const person = await personCaller(city.office, 'zhang-xiaomei')
      const own = async (): Promise<number> => (await city.office.call('cases.list-cases', person, { limit: 100 })).items.length
      const { answers = {}, form = {} } = foodApplication()
      const { id: fileId, name } = await city.office.call('kernel.upload-file', person, { name: '材料.pdf', bytes: plan })
      const draft = randomUUID()
      const materials = Object.fromEntries(['m3', 'm4', 'm6'].map((key) => [key, { by: 'file' as const, fileId, name }]))
      await city.office.call('cases.save-draft', person, { id: draft, implementCode: foodLicence.implementCode, step: 'review', content: { answers, form, materials } })
      const page = await city.visitor({ javaScript })
      await signInAsCitizen(page, /张晓梅/, '/matters')
      const before = await own()
      await page.goto(at(draft, 'review'))
      await page.getByLabel(/以上内容真实/).check()
      await page.getByRole('button', { name: '提交申请' }).dblclick()
      await page.waitForURL(/\/matters\/[0-9A-Z]{43}\/receipt/)
      assert.equal(await own(), before + 1)
    })

    test(`at the window a double click accepts once, and a second tab is told and keeps its answers, ${how}`, async () => {
      const { number } = await aSubmittedCase(city.office)
      const page = await city.visitor({ javaScript })
      await signInAsStaff(page, 'liangxueying')
      const stale = await page.context().newPage()
      for (const tab of [page, stale]) {
        await tab.goto(`/desk/cases/${number}/check`)
        for (const yes of await tab.locator('input[type=radio][value=yes]').all()) await yes.check()
      }
      await page.getByRole('button', { name: /受理并出通知书/ }).dblclick()
      await page.getByText('审查中').first().waitFor()
      const accepted = await caseAs(city.office, await clerk(city.office), number)
      const kinds = accepted.documents.map(({ kind }) => kind)
      assert.deepEqual(kinds.toSorted(), [...new Set(kinds)].toSorted(), 'no paper twice')
      const answered = await stale.locator('input[type=radio][value=yes]').count()
      await stale.getByRole('button', { name: /受理并出通知书/ }).click()
      await stale.locator('.errsum').waitFor()
      assert.equal(await stale.locator('input[type=radio][value=yes]:checked').count(), answered)
    })

    test(`an opinion that a colleague’s step has overtaken comes back as it was written, ${how}`, async () => {
      const { number } = await anAcceptedCase(city.office)
      const page = await city.visitor({ javaScript })
      await signInAsStaff(page, 'zhouminhua')
      await page.goto(`/office/cases/${number}/suspend`)
      await page.getByLabel('种类').selectOption('expertReview')
      await page.getByLabel('为什么需要').fill('热食加工工艺需要论证')
      await page.getByLabel(/需要多久/).fill('10')
      const colleague = await page.context().newPage()
      await colleague.goto(`/office/cases/${number}/review`)
      await colleague.getByLabel('同意', { exact: true }).check()
      for (const officer of ['HD0076', 'HD0077']) await colleague.locator(`input[name=officers][value=${officer}]`).check()
      await colleague.getByRole('button', { name: /出具意见/ }).click()
      await colleague.waitForURL(`**/office/cases/${number}*`)
      await page.getByRole('button', { name: /启动特别程序/ }).click()
      await page.locator('.errsum').waitFor()
      assert.equal(await page.getByLabel('为什么需要').inputValue(), '热食加工工艺需要论证')
    })
  }
})
