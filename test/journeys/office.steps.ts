import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/modules/organisation/web/demo-staff.ts'

/** Steps that every room of the office has in common, as people take them on the pages. */

/** Signs a member of staff in and goes to a page. */
export async function enterAsStaff(page: Page, signInName: string, path: string): Promise<void> {
  await page.goto(`/staff/sign-in?back=${encodeURIComponent(path)}`)
  await page.getByLabel('登录名').fill(signInName)
  await page.getByLabel('密码').fill(demoPassword)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => url.pathname === path.split('?')[0])
}

/** Does what leads to a new page, and waits until it stands. */
export async function thenPage(page: Page, act: () => Promise<void>): Promise<void> {
  const stands = page.waitForEvent('load')
  await act()
  await stands
}

type Answers = Readonly<Record<string, string>>

/** Fills fields within a part of the page by their names: text, a choice of a list, one of several. */
export async function fillIn(page: Page, part: string, answers: Answers): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    const field = page.locator(`${part} [name="${name}"]:not([type=hidden])`)
    const kind = await field.first().evaluate((element) => element.getAttribute('type') ?? element.tagName.toLowerCase())
    if (kind === 'radio' || kind === 'checkbox') await page.locator(`${part} [name="${name}"][value="${value}"]`).check()
    else if (kind === 'select') await field.selectOption(value)
    else await field.fill(value)
  }
}

/** Gives a step of a matter: its form stands in a part of the page named after it, folded where it is seldom used. */
export async function giveStep(page: Page, command: string, answers: Answers = {}): Promise<void> {
  const pane = page.locator(`#${command}`)
  const folded = page.locator('details:not([open])', { has: pane })
  if ((await folded.count()) > 0) await folded.first().locator('summary').first().click()
  await fillIn(page, `#${command}`, Object.fromEntries(Object.entries(answers).map(([name, value]) => [`${command}-${name}`, value])))
  await thenPage(page, () => pane.locator('button:not([type=button])').last().click())
}

/** The words of the page that somebody reads. */
export function wordsOf(page: Page): Promise<string> {
  return page.locator('main').innerText()
}
