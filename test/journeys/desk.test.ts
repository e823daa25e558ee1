import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { staffCaller } from '#test/harness/callers.ts'
import { signInAsStaff } from './food-licence.steps.ts'
import { KeyboardUser } from './keyboard-user.ts'

const chromium = findChromium()

describe('the window works by keyboard alone', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  for (const javaScript of [false, true]) {
    test(`from calling the number to the printed voucher in under a minute of work, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const manager = await staffCaller(city.office, 'HD0006')
      const { number } = await city.office.call('reception.take-ticket', manager, {})
      const page = await city.visitor({ javaScript })
      await signInAsStaff(page, 'liangxueying')
      await page.goto('/desk')

      const operator = new KeyboardUser(page)
      await callAndReadTheCard(operator, number)
      await chooseTheItem(operator)
      await answerTheSituation(operator)
      await checkTheMaterials(operator)
      await fillInTheForm(operator)
      await takeTheDeclaration(operator)
      await operator.accessKey('s', page.getByRole('heading', { name: '已出具受理通知书' }))
      const voucher = await page.getByRole('link', { name: /打开并打印/ }).getAttribute('href')
      await operator.accessKey('n', page.getByText('现在没有人在等'))

      assert.ok(operator.modelledSeconds < 60, `${operator.keys} keys and ${operator.decisions} decisions are ${operator.modelledSeconds.toFixed(1)} seconds of work`)
      const printed = await page.request.get(voucher ?? '')
      assert.deepEqual([printed.status(), printed.headers()['content-type']], [200, 'application/pdf'])
    })
  }
})

async function callAndReadTheCard(operator: KeyboardUser, number: string): Promise<void> {
  await operator.accessKey('n', operator.page.getByText(number, { exact: true }).and(operator.page.locator('.at b')))
  operator.decide()
  await operator.accessKey('r', operator.page.getByLabel('要办什么事'))
}

async function chooseTheItem(operator: KeyboardUser): Promise<void> {
  const { page } = operator
  operator.decide()
  await operator.type('饭店')
  await operator.press('Enter')
  const found = page.locator('#item').getByRole('link', { name: /^食品经营许可/ }).first()
  await found.waitFor()
  operator.decide()
  await operator.tabTo(found)
  await operator.press('Enter')
  await page.getByRole('button', { name: /确定情形/ }).waitFor()
}

/** Each page begins at its first open question; an answer may bring the next, on the page that follows. */
async function answerTheSituation(operator: KeyboardUser): Promise<void> {
  const { page } = operator
  const application = page.getByRole('heading', { name: '申请表' })
  const answers = { handling: 'new', 'applicant-kind': 'person', 'business-form': 'catering', online: 'no', 'cold-or-raw': 'neither' }
  while (!(await application.isVisible())) {
    for (const [question, answer] of Object.entries(answers)) {
      const options = page.locator(`input[name="a.${question}"]`)
      if ((await options.count()) === 0 || (await options.and(page.locator(':checked')).count()) > 0) continue
      operator.decide()
      await operator.choose(options.and(page.locator(`[value="${answer}"]`)))
    }
    const answered = page.url()
    await operator.accessKey('s', page.locator('main'))
    await page.waitForURL((url) => url.href !== answered)
  }
}

/** Looks at each standard and answers 是; the page begins at the first one. */
async function checkTheMaterials(operator: KeyboardUser): Promise<void> {
  for (const yes of await operator.page.locator('#checklist input[type=radio][value=yes]').all()) {
    operator.decide()
    await operator.choose(yes)
  }
}

/** What the register does not know is typed; the person's own name, number and telephone stand there already. */
async function fillInTheForm(operator: KeyboardUser): Promise<void> {
  const { page } = operator
  const field = (key: string) => page.locator(`[name=form-${key}]`).first()
  operator.decide()
  for (const [key, text] of [['shopName', '晓梅小吃'], ['siteAddress', '新华街1号'], ['floorArea', '42'], ['kitchenArea', '15']] as const) await operator.typeInto(field(key), text)
  await operator.tabTo(field('cateringItems'))
  await operator.press('Space')
  for (const [key, text] of [['foodSafetyOfficer', '张晓梅'], ['foodSafetyOfficerPhone', '13800005001'], ['staff', '1'], ['staffNames', '张晓梅']] as const) await operator.typeInto(field(key), text)
}

/** Ticks that the applicant declared it. Nothing is decided here: it is the next field, and the same with each application. */
async function takeTheDeclaration(operator: KeyboardUser): Promise<void> {
  await operator.choose(operator.page.locator('[name=declare]'))
}
