import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { clerk, subjectId } from '#test/harness/callers.ts'
import { aCaseOwingAFee, foodApplication } from '#test/harness/cases.ts'
import { signInAsCitizen } from './food-licence.steps.ts'
import { enterAsStaff, thenPage, wordsOf } from './office.steps.ts'

const chromium = findChromium()
const paper = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')

describe('what an applicant still has to do after filing', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  /** Taken in at the window although one of three papers was not brought; nobody has looked at it yet. */
  async function takenInWithout(siteAddress: string): Promise<string> {
    const { form } = foodApplication()
    const applicantId = await subjectId(city.office, 'zhang-xiaomei')
    const application = foodApplication({ channel: 'window', applicantId, form: { ...form, siteAddress }, materials: [{ material: 'm3', by: 'paper', copies: 1 }, { material: 'm6', by: 'paper', copies: 1 }] })
    return (await city.office.call('cases.submit-case', await clerk(city.office), application)).number
  }

  for (const javaScript of [false, true]) {
    const way = javaScript ? 'with' : 'without'

    test(`C-02 a notice names at once what is missing and what is wrong, the citizen brings both in one go, and the case is accepted, ${way} JavaScript`, async () => {
      const number = await takenInWithout(`花都区赤坭镇示例路${javaScript ? 12 : 13}号`)
      const window = await city.visitor({ javaScript })
      await enterAsStaff(window, 'liangxueying', `/desk/cases/${number}/check`)
      for (const yes of await window.locator('input[type=radio][value=yes]').all()) await yes.check()
      await window.locator('[name="standard-m3-1"][value=no]').check()
      await window.locator('[name="fault-m3-1"]').fill('图上没有标出清洗区的面积')
      await thenPage(window, () => window.getByRole('button', { name: '发出一次性告知书' }).click())

      const citizen = await city.visitor({ javaScript, width: 360, height: 800 })
      await signInAsCitizen(citizen, /张晓梅/, `/matters/${number}`)
      assert.match(await wordsOf(citizen), /等你补正[\s\S]*请补正2处，一次补齐/)
      const notice = await citizen.request.get((await citizen.getByRole('link', { name: /补正告知书/ }).first().getAttribute('href')) ?? '')
      assert.equal(notice.status(), 200)
      await thenPage(citizen, () => citizen.getByRole('link', { name: '去补正' }).click())
      assert.match(await wordsOf(citizen), /图上没有标出清洗区的面积/)
      await citizen.locator('#material-m3').setInputFiles({ name: '平面图.pdf', mimeType: 'application/pdf', buffer: paper })
      await thenPage(citizen, () => citizen.getByRole('button', { name: '提交补正' }).click())
      assert.match(await wordsOf(citizen), /请选择文件/, 'one of two is not enough')
      await citizen.locator('#material-m4').setInputFiles({ name: '目录.pdf', mimeType: 'application/pdf', buffer: paper })
      await thenPage(citizen, () => citizen.getByRole('button', { name: '提交补正' }).click())
      assert.match(await wordsOf(citizen), /状态：已补正/)

      await window.goto(`/desk/cases/${number}/check`)
      assert.equal(await window.getByText('没有交', { exact: true }).count(), 0)
      for (const yes of await window.locator('input[type=radio][value=yes]').all()) await yes.check()
      await thenPage(window, () => window.getByRole('button', { name: /受理并出通知书/ }).click())
      await citizen.goto(`/matters/${number}`)
      assert.match(await wordsOf(citizen), /状态：审查中[\s\S]*受理通知书/)
    })

    test(`a citizen sees what a fee rests on, pays it once however often he presses, and gets its receipt, ${way} JavaScript`, async () => {
      const { number } = await aCaseOwingAFee(city.office)
      const citizen = await city.visitor({ javaScript, width: 360, height: 800 })
      await signInAsCitizen(citizen, /张晓梅/, `/matters/${number}`)
      await thenPage(citizen, () => citizen.getByRole('link', { name: '去缴费' }).first().click())
      assert.match(await wordsOf(citizen), /每本40元[\s\S]*收费标准公告/)
      await citizen.getByRole('button', { name: '支付40.00元' }).dblclick()
      await citizen.waitForURL(`**/matters/${number}#fees`)
      const fees = citizen.locator('#fees')
      assert.match(await fees.innerText(), /已缴，演示渠道/)
      const receipt = fees.getByRole('link', { name: /缴〔2026〕/ })
      assert.equal(await receipt.count(), 1)
      await thenPage(citizen, () => receipt.click())
      assert.match(await citizen.getByRole('article').innerText(), /缴〔2026〕/)
      const printed = await citizen.request.get((await citizen.getByRole('link', { name: '下载 PDF' }).getAttribute('href')) ?? '')
      assert.deepEqual([printed.status(), printed.headers()['content-type']], [200, 'application/pdf'])
      await citizen.goto(`/matters/${number}/pay`)
      assert.equal(new URL(citizen.url()).pathname, `/matters/${number}`, 'nothing is left to pay')
    })
  }
})
