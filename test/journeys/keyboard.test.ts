import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { personCaller, reviewerOf } from '#test/harness/callers.ts'
import { anAcceptedCase, caseAs, foodLicence } from '#test/harness/cases.ts'
import { demoPassword } from '#modules/organisation/web/demo-staff.ts'
import { KeyboardUser } from './keyboard-user.ts'

const chromium = findChromium()
const paper = { name: '材料.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF') }

describe('portal and office work by keyboard alone', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  for (const javaScript of [false, true]) {
    test(`a citizen goes from the search to the receipt, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const citizen = new KeyboardUser(await city.visitor({ javaScript }))
      await findTheItem(citizen)
      await readTheGuide(citizen)
      await signIn(citizen)
      await answerTheSituation(citizen)
      await fillInTheForm(citizen)
      await addTheMaterials(citizen)
      await citizen.choose(citizen.page.locator('[name=declare]'))
      await citizen.enter(citizen.page.getByRole('button', { name: '提交申请' }))
      const number = /\/matters\/([0-9A-Z]{43})\/receipt/.exec(citizen.page.url())?.[1] ?? assert.fail(`no receipt at ${citizen.page.url()}`)
      assert.equal((await caseAs(city.office, await personCaller(city.office, 'zhang-xiaomei'), number)).state, 'submitted')
    })

    test(`a reviewer and an approver go from the queue to the decision, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const { number } = await anAcceptedCase(city.office)
      const reviewer = new KeyboardUser(await city.visitor({ javaScript }))
      await enterTheOffice(reviewer, 'zhouminhua')
      await openFromTheQueue(reviewer, number)
      const opinion = reviewer.page.locator('form[action$="/review"]')
      await reviewer.choose(opinion.locator('[name=opinion][value=agree]'))
      for (const officer of ['HD0076', 'HD0077']) await reviewer.choose(opinion.locator(`[name=officers][value=${officer}]`))
      await reviewer.enter(opinion.getByRole('button', { name: '出具意见' }))
      await city.office.call('cases.review-case', await reviewerOf(city.office, foodLicence.countersigner), { number, opinion: 'agree' })

      const approver = new KeyboardUser(await city.visitor({ javaScript }))
      await enterTheOffice(approver, 'bishuzhen')
      await openFromTheQueue(approver, number)
      await approver.enter(approver.page.locator(`a[href$="/${number}/decide"]`))
      await approver.choose(approver.page.locator('[name=result][value=approve]'))
      await approver.enter(approver.page.getByRole('button', { name: '作出决定' }))
      await approver.page.getByText('已决定').first().waitFor()
    })
  }
})

async function findTheItem(user: KeyboardUser): Promise<void> {
  await user.page.goto('/')
  const search = user.page.locator('form[action="/services"] input[name=q]')
  await user.typeInto(search, '开饭店')
  await user.enter(search)
  await user.enter(user.page.locator('a[href^="/services/1"]', { hasText: '食品经营许可' }).first())
}

async function readTheGuide(user: KeyboardUser): Promise<void> {
  await user.choose(user.page.getByLabel('新办'))
  await user.choose(user.page.getByLabel(/个体工商户/))
  await user.enter(user.page.getByRole('button', { name: '按我的情况更新' }))
  await user.enter(user.page.locator('a[href^="/apply/"]:visible').first())
}

async function signIn(user: KeyboardUser): Promise<void> {
  await user.choose(user.page.getByLabel(/张晓梅/))
  await user.enter(user.page.getByRole('button', { name: '以这个人登录' }))
}

const next = (page: Page): Locator => page.getByRole('button', { name: '保存并继续' })

/** An answer may bring the next question, on the page that follows. */
async function answerTheSituation(user: KeyboardUser): Promise<void> {
  const answers = { handling: 'new', 'applicant-kind': 'person', 'business-form': 'catering', online: 'no', 'cold-or-raw': 'neither' }
  const form = user.page.getByRole('heading', { level: 1, name: '申请人' })
  for (let pages = 0; pages < Object.keys(answers).length && !(await form.isVisible()); pages += 1) {
    for (const [question, answer] of Object.entries(answers)) {
      const option = user.page.locator(`input[name=answers-${question}][value=${answer}]`)
      if ((await option.count()) > 0) await user.choose(option)
    }
    await user.enter(next(user.page))
  }
}

/** Fills in what is not known yet, page after page and field after field as the Tab key reaches them. */
async function fillInTheForm(user: KeyboardUser): Promise<void> {
  const { page } = user
  await user.enter(next(page))
  for (const [name, text] of Object.entries({ shopName: '小梅小吃店', siteAddress: '花都区新华街示例路1号', floorArea: '42.5', kitchenArea: '15' })) await user.typeInto(page.locator(`[name=form-${name}]`), text)
  await user.enter(next(page))
  await user.choose(page.getByLabel('热食类食品制售'))
  await user.enter(next(page))
  for (const [name, text] of Object.entries({ foodSafetyOfficer: '张晓梅', foodSafetyOfficerPhone: '13800005001', staff: '3', staffNames: '张晓梅、李某' })) await user.typeInto(page.locator(`[name=form-${name}]`), text)
  await user.enter(next(page))
}

/** The key on a chooser of files opens the window of the system; what is chosen there is not the page's affair. */
async function addTheMaterials(user: KeyboardUser): Promise<void> {
  for (const chooser of await user.page.locator('input[type=file]').all()) {
    await user.tabTo(chooser)
    const opened = user.page.waitForEvent('filechooser')
    await user.press('Space')
    await (await opened).setFiles(paper)
  }
  await user.enter(next(user.page))
}

async function enterTheOffice(user: KeyboardUser, signInName: string): Promise<void> {
  await user.page.goto('/staff/sign-in?back=/office/unit')
  await user.typeInto(user.page.getByLabel('登录名'), signInName)
  await user.typeInto(user.page.getByLabel('密码'), demoPassword)
  await user.enter(user.page.getByRole('button', { name: '登录' }))
}

async function openFromTheQueue(user: KeyboardUser, number: string): Promise<void> {
  await user.enter(user.page.locator(`a[href="/office/cases/${number}"]`))
}
