import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { aDecidedCase, anAcceptedCase, aSubmittedCase } from '#test/harness/cases.ts'
import { signInAsCitizen, signInAsStaff } from '#test/journeys/food-licence.steps.ts'

// Takes the pictures of docs/screens from the demo city: `node scripts/screens.ts`. Looking at them is the reader's part.

const folder = join(import.meta.dirname, '../docs/screens')
const executablePath = findChromium()
if (executablePath === undefined) {
  console.log('no Chromium on this machine: run node scripts/setup.mjs --browser first')
  process.exit(1)
}

mkdirSync(folder, { recursive: true })
const city = await openBrowserOffice(executablePath)
const { number } = await anAcceptedCase(city.office)
await aDecidedCase(city.office)
const submitted = await aSubmittedCase(city.office)
city.office.clock.set(new Date('2026-09-09T10:30:00+08:00'))

for (const width of [360, 1440]) {
  const height = width === 360 ? 740 : 900
  const visitor = await city.visitor({ width, height })
  const take = async (page: typeof visitor, path: string, name: string): Promise<void> => {
    await page.goto(path)
    await page.screenshot({ path: join(folder, `${name}-${width}.png`) })
    console.log(`${name}-${width}.png`)
  }
  await take(visitor, '/', 'portal-home')
  await take(visitor, '/services?q=开饭店', 'search')
  await take(visitor, '/services/11440114MB2C00144C4440114005000', 'guide')
  await signInAsCitizen(visitor, /张晓梅/, '/matters')
  await take(visitor, `/matters/${number}`, 'matter')
  const clerk = await city.visitor({ width, height })
  await signInAsStaff(clerk, 'liangxueying')
  await take(clerk, `/desk/cases/${submitted.number}/check`, 'desk')
  const reviewer = await city.visitor({ width, height })
  await signInAsStaff(reviewer, 'zhouminhua')
  await take(reviewer, '/office/unit', 'office-queue')
  await take(reviewer, `/office/cases/${number}`, 'office-matter')
}
await city.close()
