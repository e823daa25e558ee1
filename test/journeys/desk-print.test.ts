import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { aDecidedCase, aSubmittedCase } from '#test/harness/cases.ts'
import { aRequest, disclosurePeople, seenRequest } from '#test/harness/disclosure.ts'
import { signInReader } from '#test/harness/page-walk.ts'
import { aLetter } from '#test/harness/supervision.ts'
import { signInAsCitizen, signInAsStaff } from './food-licence.steps.ts'

const chromium = findChromium()

describe('what the office gives out prints on A4', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  test('the pages of a case print without bars and buttons, at the size that they say themselves', async () => {
    const { number } = await aDecidedCase(city.office)
    const clerk = await city.visitor()
    await signInAsStaff(clerk, 'liangxueying')
    const citizen = await city.visitor()
    await signInAsCitizen(citizen, /张晓梅/, '/matters')
    for (const [page, path] of [[clerk, `/desk/cases/${number}`], [citizen, `/matters/${number}`], [citizen, `/matters/${number}/receipt`]] as const) {
      await page.goto(path)
      const { sizes, bars } = await printedOn(page)
      assert.deepEqual([sizes, bars], [['595 x 842'], 0], path)
    }
  })

  test('a letter prints from its page on one sheet of paper, with nothing before it and nothing after it', async () => {
    const { number, documents } = await aSubmittedCase(city.office)
    const asked = await aRequest(city.office, 'closed')
    const letter = (await seenRequest(city.office, (await disclosurePeople(city.office)).person, asked)).documents.at(-1)
    const page = await city.visitor()
    for (const [reader, path] of [['citizen', `/matters/${number}/documents/${documents[0]?.id}`], ['citizen', `/disclosure/${asked}/documents/${letter?.id}`], ['inspector', `/supervision/measures/${await aLetter(city.office)}/document`]] as const) {
      await page.context().addCookies([{ name: 'yimen_session', value: await signInReader(city.office, reader), url: city.address }])
      assert.equal((await page.goto(path))?.status(), 200, path)
      assert.deepEqual(await printedOn(page), { sheets: 1, sizes: ['595 x 842'], bars: 0 }, path)
    }
  })

  test('who reads in dark colours prints black on white all the same', async () => {
    const { number } = await aDecidedCase(city.office)
    const citizen = await city.visitor()
    await signInAsCitizen(citizen, /张晓梅/, '/matters')
    for (const theme of ['dark', 'contrast']) {
      await citizen.context().addCookies([{ name: 'yimen_look', value: `${theme}.`, url: city.address }])
      await citizen.emulateMedia({ media: 'screen' })
      await citizen.goto(`/matters/${number}`)
      const colours = () => citizen.locator('h1').evaluate((h1) => [getComputedStyle(h1).color, getComputedStyle(document.body).backgroundColor])
      const shown = await colours()
      await citizen.emulateMedia({ media: 'print' })
      const [ink, paper] = await colours()
      assert.notEqual(ink, shown[0], theme)
      assert.deepEqual([ink, paper], ['rgb(20, 30, 30)', 'rgb(255, 255, 255)'], theme)
    }
  })

  test('every legal document of a case is a PDF that the browser opens in its place', async () => {
    const { number, person } = await aDecidedCase(city.office)
    const { documents } = await city.office.call('cases.get-case', person, { number })
    assert.ok(documents.length >= 3)
    const citizen = await city.visitor()
    await signInAsCitizen(citizen, /张晓梅/, '/matters')
    for (const { id, kind } of documents) {
      const answer = await citizen.request.get(`/api/v1/cases/${number}/documents/${id}`)
      assert.deepEqual([answer.status(), answer.headers()['content-type']], [200, 'application/pdf'], kind)
      assert.match(answer.headers()['content-disposition'] ?? '', /^inline/)
    }
  })
})

/** How many sheets a page is printed on, their sizes in points, and how many bars and buttons are left on it. */
async function printedOn(page: Page): Promise<{ readonly sheets: number; readonly sizes: readonly string[]; readonly bars: number }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => `${Math.round(Number(width))} x ${Math.round(Number(height))}`)
  await page.emulateMedia({ media: 'print' })
  const bars = await page.locator('.top, .qstrip, .foot, .btn, .banner').filter({ visible: true }).count()
  return { sheets: boxes.length, sizes: [...new Set(boxes)], bars }
}
