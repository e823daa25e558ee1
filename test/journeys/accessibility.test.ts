import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { findChromium, openBrowserOffice, type BrowserOffice } from '#test/harness/browser.ts'
import { aDecidedCase, anAcceptedCase, aSubmittedCase } from '#test/harness/cases.ts'
import { signInAsCitizen, signInAsStaff } from './food-licence.steps.ts'

const chromium = findChromium()

/** What axe-core finds against WCAG 2.2 AA, and whether the page scrolls sideways. */
async function faultsOf(page: Page, path: string): Promise<readonly string[]> {
  const response = await page.goto(path)
  // As a text of the debugger, not as a script of the page: its content security policy allows none.
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: { run(context: Document, options: object): Promise<{ violations: readonly { id: string; nodes: readonly { target: unknown }[] }[] }> } }
    const { violations } = await inPage.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    const sideways = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['scrolls sideways'] : []
    return [...violations.map((violation) => `${violation.id}: ${JSON.stringify(violation.nodes[0]?.target)}`), ...sideways]
  })
  return [...(response?.status() === 200 ? [] : [`status ${response?.status()}`]), ...found].map((fault) => `${path}: ${fault}`)
}

describe('every page is accessible and fits its screen', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  for (const width of [360, 1440]) {
    test(`for a citizen at ${width} pixels`, async () => {
      const { number } = await aDecidedCase(city.office)
      const submitted = await aSubmittedCase(city.office)
      const page = await city.visitor({ javaScript: true, width })
      await page.context().route('**/*', (route) => route.continue())
      const open = ['/', '/services?q=开饭店', '/services/11440114MB2C00144C4440114005000', '/themes', '/themes/th-01', '/progress', '/verify', '/calculator?from=2026-12-21&value=20&unit=WORKING_DAY&provisional=yes', '/sign-in', '/ratings', '/display']
      const own = ['/matters', `/matters/${number}`, `/matters/${submitted.number}`, `/matters/${number}/rate`, '/certificates', '/me', '/apply/11440114MB2C00144C4440114005000']
      const faults: string[] = []
      for (const path of open) faults.push(...(await faultsOf(page, path)))
      await signInAsCitizen(page, /张晓梅/, '/matters')
      for (const path of own) faults.push(...(await faultsOf(page, path)))
      assert.deepEqual(faults, [])
    })

    test(`for staff at ${width} pixels`, async () => {
      const { number } = await anAcceptedCase(city.office)
      const submitted = await aSubmittedCase(city.office)
      const page = await city.visitor({ javaScript: true, width })
      const faults: string[] = []
      await signInAsStaff(page, 'liangxueying')
      for (const path of ['/desk', `/desk/cases/${submitted.number}`, `/desk/cases/${submitted.number}/check`]) faults.push(...(await faultsOf(page, path)))
      await signInAsStaff(page, 'zhouminhua')
      for (const path of ['/office', '/office/unit', `/office/cases/${number}`, `/office/cases/${number}/suspend`]) faults.push(...(await faultsOf(page, path)))
      await signInAsStaff(page, 'panlixin')
      for (const path of ['/administration/calendar', '/administration/calendar/2026', '/administration/calendar/publish', '/administration/calendar/moves']) faults.push(...(await faultsOf(page, path)))
      assert.deepEqual(faults, [])
    })
  }
})
