import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { drawPdf } from '#kernel/documents/pdf.ts'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { signInAsCitizen } from './food-licence.steps.ts'
import { enterAsStaff, fillIn, giveStep, thenPage, wordsOf } from './office.steps.ts'

const chromium = findChromium()
const unitId = 'shichang-jianguan'

/** Applies on the portal; answers the number. */
async function applyFor(citizen: Page, title: string): Promise<string> {
  await citizen.goto('/disclosure/apply')
  await fillIn(citizen, 'form[action="/disclosure/apply"]', { unitId, 'record-title': title })
  await thenPage(citizen, () => citizen.getByRole('button', { name: '提交申请' }).click())
  return /disclosure\/(SQ\d{13})/.exec(citizen.url())?.[1] ?? assert.fail(await wordsOf(citizen))
}

/** Drafts an answer: its kind first, then what that kind must say. */
async function draft(officer: Page, kind: string, answers: Readonly<Record<string, string>>): Promise<void> {
  await officer.locator(`#draft-answer [name=kind][value=${kind}]`).check()
  await thenPage(officer, () => officer.locator('#draft-answer button').click())
  await giveStep(officer, 'draft-answer', answers)
}

describe('an application for information', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  for (const javaScript of [false, true]) {
    const way = javaScript ? '有脚本' : '无脚本'

    test(`it is made clear, others are asked, its time is extended, and a part of the record is given without what harms a third party, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const citizen = await city.visitor({ javaScript, width: 360, height: 800 })
      await signInAsCitizen(citizen, /张晓梅/, '/disclosure/apply')
      const number = await applyFor(citizen, `有关验收材料${way}`)
      const path = `/disclosure-office/requests/${number}`
      const officer = await city.visitor({ javaScript })
      await enterAsStaff(officer, 'hepeishan', path)
      await giveStep(officer, 'receive')
      await giveStep(officer, 'request-clarification', { reason: '“有关验收材料”不能指向特定的政府信息', correction: '请写明名称或者形成时间' })
      await citizen.reload()
      assert.match(await wordsOf(citizen), /请写明名称或者形成时间/)
      await fillIn(citizen, '#clarify', { 'record-title': `农贸市场验收意见${way}` })
      await thenPage(citizen, () => citizen.locator('#clarify button').click())
      await officer.goto(path)
      await giveStep(officer, 'consult', { kind: 'thirdParty', party: '某建筑公司', question: '合同价款是否涉及商业秘密，是否同意公开？' })
      await officer.locator('#record-opinion [name="record-opinion-consultationId"]').selectOption({ index: 1 })
      await giveStep(officer, 'record-opinion', { opinion: 'objects', text: '价款属于商业秘密，不同意公开。' })
      const head = await city.visitor({ javaScript })
      await enterAsStaff(head, 'panjinrong', path)
      await giveStep(head, 'extend', { days: '10', reason: '需要作区分处理' })
      await makeExcerpt(officer, number)
      await officer.locator(`#draft-answer [name=kind][value=partlyProvided]`).check()
      await thenPage(officer, () => officer.locator('#draft-answer button').click())
      await officer.locator('#draft-answer [name="draft-answer-fileIds"]').first().check()
      await giveStep(officer, 'draft-answer', { provided: '验收意见除合同价款外的全文', withheldPart: '合同价款', ground: 'thirdParty', reason: '第三方不同意公开，且不公开不会对公共利益造成重大影响', legalBasis: '《中华人民共和国政府信息公开条例》第十五条、第三十七条' })
      await head.goto(path)
      await giveStep(head, 'issue-answer')
      await citizen.goto(`/disclosure/${number}`)
      const answered = await wordsOf(citizen)
      assert.match(answered, /合同价款[\s\S]*第三方不同意公开/)
      assert.ok(!answered.includes('某建筑公司'), 'the applicant is not told who was asked')
      const given = await citizen.request.get((await citizen.locator('#answer a[href*="/files/"]').first().getAttribute('href')) ?? '')
      assert.equal(given.status(), 200)
      assert.ok(!(await given.body()).includes('三百二十万元'))
    })

    test(`many records cost a fee, and who asks for the same again is told so, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const citizen = await city.visitor({ javaScript, width: 360, height: 800 })
      await signInAsCitizen(citizen, /张晓梅/, '/disclosure/apply')
      const title = `抽检结果${way}`
      const number = await applyFor(citizen, title)
      const path = `/disclosure-office/requests/${number}`
      const officer = await city.visitor({ javaScript })
      await enterAsStaff(officer, 'hepeishan', path)
      await giveStep(officer, 'receive')
      await giveStep(officer, 'demand-fee', { method: 'pages', pages: '100' })
      await citizen.reload()
      assert.match(await wordsOf(citizen), /700/)
      await officer.goto(path)
      await giveStep(officer, 'record-payment', { receipt: '4401000123456789' })
      await draft(officer, 'provided', { provided: '抽检结果全文，共100页。' })
      const head = await city.visitor({ javaScript })
      await enterAsStaff(head, 'panjinrong', path)
      await giveStep(head, 'issue-answer')
      const again = await applyFor(citizen, title)
      await officer.goto(`/disclosure-office/requests/${again}`)
      await giveStep(officer, 'receive')
      assert.equal(await officer.locator('#draft-answer [name=kind]:checked').getAttribute('value'), 'repeated')
      await thenPage(officer, () => officer.locator('#draft-answer button').click())
      assert.equal(await officer.locator('[name="draft-answer-earlierNumber"]').inputValue(), number)
      await giveStep(officer, 'draft-answer', { reason: '与已答复的申请内容相同', legalBasis: '《中华人民共和国政府信息公开条例》第三十六条第六项' })
      await head.goto(`/disclosure-office/requests/${again}`)
      await giveStep(head, 'issue-answer')
      await citizen.goto(`/disclosure/${again}`)
      assert.match(await wordsOf(citizen), new RegExp(`重复[\\s\\S]*${number}|${number}[\\s\\S]*重复`))
    })
  }
})

/** Takes the price out of an original. */
async function makeExcerpt(officer: Page, number: string): Promise<void> {
  const buffer = await drawPdf({ kind: 'test', version: 1, layout: 'letter', title: '验收意见', issuedOn: '2025-11-03', blocks: [{ kind: 'paragraph', text: '工程验收合格。' }, { kind: 'paragraph', text: '合同价款三百二十万元。' }] })
  await officer.goto(`/disclosure-office/requests/${number}/excerpt`)
  await officer.locator('#file').setInputFiles({ name: '验收意见.pdf', mimeType: 'application/pdf', buffer: Buffer.from(buffer) })
  await thenPage(officer, () => officer.locator('main form button').click())
  await officer.locator('#passages').fill('合同价款三百二十万元')
  await thenPage(officer, () => officer.locator('#removal button').click())
}
