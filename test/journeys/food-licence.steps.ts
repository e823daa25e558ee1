import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** The steps of the README's walk-through, as people take them on the pages. */

const next = (page: Page): Promise<void> => page.getByRole('button', { name: /保存并继续/ }).click()

export async function findTheItem(page: Page): Promise<void> {
  await page.goto('/')
  await page.locator('form[action="/services"] input[name=q]').fill('开饭店')
  await page.locator('form[action="/services"] button').click()
  await page.locator('a[href^="/services/1"]', { hasText: '食品经营许可' }).first().click()
  await page.getByRole('heading', { level: 1, name: '食品经营许可' }).waitFor()
}

export async function answerTheScenario(page: Page): Promise<void> {
  await page.getByLabel('新办').check()
  await page.getByLabel(/个体工商户/).check()
  await page.getByRole('button', { name: '按我的情况更新' }).click()
  await page.getByText('经营场所布局和操作流程图').first().waitFor()
}

export async function signInAsCitizen(page: Page, name: RegExp, back: string): Promise<void> {
  await page.goto(`/sign-in?back=${encodeURIComponent(back)}`)
  await page.getByLabel(name).check()
  await page.getByRole('button', { name: '以这个人登录' }).click()
  await page.waitForURL(`**${back}`)
}

/** Fills in the four steps of the application, the form page after page, and returns the number of the case. */
export async function applyOnline(page: Page): Promise<string> {
  await page.getByLabel('新办').check()
  await page.getByLabel(/个体工商户/).check()
  await next(page)
  await page.getByLabel(/餐饮服务经营者/).check()
  await page.locator('input[name=answers-online][value=no]').check()
  await next(page)
  await page.locator('input[name=answers-cold-or-raw][value=neither]').check()
  await next(page)
  for (const section of ['申请人', '经营场所', '经营项目', '食品安全人员']) {
    await page.getByRole('heading', { level: 1, name: section }).waitFor()
    await fillSection(page)
    await next(page)
  }
  await page.getByRole('heading', { level: 1, name: '材料' }).waitFor()
  const plan = { name: '材料.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF') }
  for (const chooser of await page.locator('input[type=file]').all()) await chooser.setInputFiles(plan)
  await next(page)
  await page.getByLabel(/以上内容真实/).check()
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.waitForURL(/\/matters\/[0-9A-Z]{43}\/receipt/)
  return /matters\/([0-9A-Z]{43})/.exec(page.url())?.[1] ?? assert.fail('no number')
}

/** Fills in what this page of the form asks for. */
async function fillSection(page: Page): Promise<void> {
  const texts = { applicantName: '张晓梅', applicantId: '11010519491231002X', contactPhone: '13800000001', shopName: '小梅小吃店', siteAddress: '花都区新华街示例路1号', floorArea: '42.5', kitchenArea: '15', foodSafetyOfficer: '张晓梅', foodSafetyOfficerPhone: '13800000001', staff: '3', staffNames: '张晓梅、李某' }
  for (const [key, value] of Object.entries(texts)) {
    const field = page.locator(`[name=form-${key}]`)
    if ((await field.count()) > 0 && (await field.isEditable())) await field.fill(value)
  }
  const hotFood = page.getByLabel('热食类食品制售')
  if ((await hotFood.count()) > 0) await hotFood.check()
}

export async function signInAsStaff(page: Page, name: string): Promise<void> {
  await page.goto('/staff/sign-in')
  await page.getByLabel('登录名').fill(name)
  await page.getByLabel('密码').fill('yimen-demo')
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(/\/(desk|office|administration)/)
}

/** The clerk answers every decidable standard with yes and accepts. */
export async function acceptAtTheWindow(page: Page, number: string): Promise<void> {
  await page.goto(`/desk/cases/${number}/check`)
  for (const yes of await page.locator('input[type=radio][value=yes]').all()) await yes.check()
  await page.getByRole('button', { name: /受理并出通知书/ }).click()
  await page.getByText('审查中').first().waitFor()
}

export async function askForExpertReview(page: Page, number: string): Promise<void> {
  await page.goto(`/office/cases/${number}/suspend`)
  await page.getByLabel('种类').selectOption('expertReview')
  await page.getByLabel('为什么需要').fill('热食加工工艺需要论证')
  await page.getByLabel(/需要多久/).fill('10')
  await page.getByRole('button', { name: /启动特别程序/ }).click()
  await page.getByText('特别程序中').first().waitFor()
}

export async function resumeAfterReview(page: Page, number: string): Promise<void> {
  await page.goto(`/office/cases/${number}/resume`)
  await page.locator('textarea').first().fill('专家评审通过')
  await page.getByRole('button', { name: /恢复计时/ }).click()
  await page.getByText('审查中').first().waitFor()
}

/** Gives a unit's opinion, naming the officers who checked. */
export async function giveOpinion(page: Page, number: string, officers: readonly string[]): Promise<void> {
  await page.goto(`/office/cases/${number}/review`)
  await page.getByLabel('同意', { exact: true }).check()
  for (const officer of officers) await page.getByLabel(officer).check()
  await page.getByRole('button', { name: /出具意见/ }).click()
  await page.waitForURL(`**/office/cases/${number}*`)
}

export async function grant(page: Page, number: string): Promise<void> {
  await page.goto(`/office/cases/${number}/decide`)
  await page.getByLabel(/^准予/).check()
  await page.getByRole('button', { name: /作出决定/ }).click()
  await page.getByText('已决定').first().waitFor()
}

export async function rate(page: Page, number: string): Promise<void> {
  await page.goto(`/matters/${number}/rate`)
  const closing = page.getByRole('region', { name: /办结/ })
  await closing.getByLabel('非常满意').check()
  await closing.getByRole('button', { name: '继续' }).click()
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByText('已评价：非常满意').waitFor()
}
