import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findChromium, openBrowserOffice, type BrowserOffice } from '#test/harness/browser.ts'
import { approverOf, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { anAcceptedCase, foodLicence } from '#test/harness/cases.ts'
import { signInAsCitizen, signInAsStaff } from './food-licence.steps.ts'
import { enterAsStaff } from './office.steps.ts'

const chromium = findChromium()
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

describe('parts that do more with their scripts', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  test('a file is sent as soon as it is chosen, and after a broken line only the one that failed goes again', async () => {
    const page = await city.visitor({ javaScript: true })
    await signInAsCitizen(page, /张晓梅/, '/matters')
    await page.goto('/gallery/live')
    await page.locator('#reason').fill('开饭店')
    await page.getByText('还能写197字').waitFor()
    await page.locator('#files').setInputFiles([{ name: '平面图.pdf', mimeType: 'application/pdf', buffer: pdf }])
    await page.getByText('已传好').waitFor()
    await page.route('**/api/v1/files?**', (route) => route.abort())
    await page.locator('#files').setInputFiles([{ name: '照片.pdf', mimeType: 'application/pdf', buffer: pdf }])
    await page.getByText('没有传成，网络断了').waitFor()
    await page.unroute('**/api/v1/files?**')
    await page.getByRole('button', { name: '接着传' }).click()
    await page.getByText('已传好').nth(1).waitFor()
    const ids = await page.locator('input[name="files.id"]').evaluateAll((inputs) => inputs.map((input) => (input as unknown as { value: string }).value))
    assert.equal(new Set(ids).size, 2)
  })

  test('a signature is drawn with the mouse, posted as a path, and cleared', async () => {
    const page = await city.visitor({ javaScript: true })
    await page.goto('/gallery/inputs')
    const pad = page.locator('#states-refused .signature')
    await pad.scrollIntoViewIfNeeded()
    const box = (await pad.boundingBox()) ?? assert.fail('there is a field to sign on')
    await page.mouse.move(box.x + 40, box.y + 40)
    await page.mouse.down()
    await page.mouse.move(box.x + 120, box.y + 80)
    await page.mouse.up()
    const drawing = page.locator('input[name="states-refused.drawing"]')
    assert.match(await drawing.inputValue(), /^M\d+ \d+(L\d+ \d+)+$/)
    await page.getByRole('button', { name: '重签' }).click()
    assert.equal(await drawing.inputValue(), '')
  })

  test('what colleagues do appears on an open queue and on an open case without asking again, and what is ticked stays ticked', async () => {
    const { number: ticked } = await anAcceptedCase(city.office)
    const page = await city.visitor({ javaScript: true })
    await signInAsStaff(page, 'sujieying')
    await page.goto('/office/unit')
    const box = page.locator(`input[value^="${ticked}"]`)
    await box.check()
    const { number } = await anAcceptedCase(city.office)
    await page.locator(`a[href="/office/cases/${number}"]`).waitFor()
    assert.equal(await box.isChecked(), true)
    await page.goto(`/office/cases/${number}`)
    await city.office.call('cases.note-opening', await approverOf(city.office, foodLicence.unit), { number })
    await page.getByText('还有人开着这件').waitFor()
    await city.office.call('cases.review-case', await reviewerOf(city.office, foodLicence.unit), { number, opinion: 'agree', text: '符合要求', officers: ['HD0076', 'HD0077'] })
    await page.getByText('这件刚刚有了变化').waitFor()
  })

  test('whoever takes a number in a hall stands on the open wall soon after, without asking again', async () => {
    const page = await city.visitor({ javaScript: true })
    await enterAsStaff(page, 'limeiling', '/wall')
    const waiting = page.locator('a[href="#halls"]')
    assert.equal(await waiting.innerText(), '0')
    await city.office.call('reception.take-ticket', await staffCaller(city.office, 'HD0006'), { kind: 'general' })
    await waiting.filter({ hasText: /^1$/ }).waitFor({ timeout: 90_000 })
  })

  test('I-05 the rules look on while a promise is typed: longer than the law is said before it is saved', async () => {
    const page = await city.visitor({ javaScript: true })
    await page.goto('/staff/sign-in?back=/catalogue-office/items/11440114MB2C00144C4440114005000/edit/limits')
    await page.getByLabel('登录名').fill('zhongzhenyu')
    await page.getByLabel('密码').fill('yimen-demo')
    await page.getByRole('button', { name: '登录' }).click()
    await page.waitForURL(/edit\/limits/)
    await page.locator('[name="promisedLimit.value"]').fill('25')
    await page.getByText('承诺时限（25个工作日）长于法定时限（10个工作日）').waitFor()
    const { item } = await city.office.call('catalogue.get-office-item', await staffCaller(city.office, 'HD0003'), { implementCode: '11440114MB2C00144C4440114005000' })
    assert.deepEqual([item.promisedLimit.value, item.state], [5, 'PUBLISHED'])
  })
})
