import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { preparePageWalk } from '#test/harness/page-walk.ts'

// Takes the pictures of docs/screens from the demo city: `node scripts/screens.ts`, or only some: `node scripts/screens.ts desk wall`.
// Looking at them is the reader's part.

interface Picture {
  /** The route as in test/harness/page-samples.ts. */
  readonly route: string
  /** Which of its samples, counted from 0. */
  readonly sample?: number
  readonly look?: string
  readonly language?: 'en'
  /** Only this part of the page. */
  readonly part?: string
}

const pictures: Readonly<Record<string, Picture>> = {
  'portal-home': { route: '/' },
  'portal-home-dark': { route: '/', look: 'dark.' },
  'portal-home-elder': { route: '/', look: '.elder' },
  'portal-home-english': { route: '/', language: 'en' },
  search: { route: '/services', sample: 1 },
  guide: { route: '/services/:implementCode' },
  apply: { route: '/apply/:implementCode' },
  matter: { route: '/matters/:number', sample: 2 },
  certificate: { route: '/certificates/:identifier' },
  calculator: { route: '/calculator', sample: 1 },
  desk: { route: '/desk/cases/:number/check' },
  'office-queue': { route: '/office/unit' },
  'office-matter': { route: '/office/cases/:number' },
  'office-evidence': { route: '/office/cases/:number', sample: 2 },
  'matter-paper': { route: '/matters/:number/documents/:documentId' },
  catalogue: { route: '/catalogue-office/items/:implementCode' },
  'hotline-seat': { route: '/hotline' },
  hotline: { route: '/hotline/orders/:number' },
  interact: { route: '/interact' },
  footer: { route: '/', part: '.foot' },
  publications: { route: '/publications' },
  publication: { route: '/publications/records/:number' },
  'disclosure-apply': { route: '/disclosure/apply' },
  disclosure: { route: '/disclosure-office/requests/:number' },
  'grid-report': { route: '/grid/report', sample: 1 },
  'grid-english': { route: '/grid', sample: 2, language: 'en' },
  'grid-office': { route: '/grid-office' },
  'grid-worker': { route: '/grid/field' },
  supervision: { route: '/supervision/findings' },
  'supervision-complaint': { route: '/complaints/new' },
  'catalogue-new': { route: '/catalogue-office/new' },
  rules: { route: '/administration/rules' },
  roles: { route: '/administration/roles' },
  'letter-words': { route: '/administration/templates/:kind' },
  wall: { route: '/wall' },
}

const { positionals } = parseArgs({ allowPositionals: true })
const folder = join(import.meta.dirname, '../docs/screens')
const executablePath = findChromium()
if (executablePath === undefined) {
  console.log('no Chromium on this machine: run node scripts/setup.mjs --browser first')
  process.exit(1)
}

mkdirSync(folder, { recursive: true })
const city = await openBrowserOffice(executablePath)
const walk = await preparePageWalk(city.office)
city.office.clock.set(new Date('2026-09-07T10:30:00+08:00'))

for (const [width, height] of [[360, 740], [1440, 900]] as const) {
  const screen = await city.visitor({ width, height })
  for (const [name, { route, sample = 0, look = '', language, part }] of Object.entries(pictures)) {
    const page = walk.pages.filter((one) => one.route === route)[sample]
    if (page === undefined) throw new Error(`no sample ${sample} of ${route}`)
    if (positionals.length > 0 && !positionals.includes(name)) continue
    const cookies = { yimen_session: walk.cookieOf(page.as), yimen_look: look, yimen_language: language }
    await screen.context().clearCookies()
    await screen.context().addCookies(Object.entries(cookies).flatMap(([key, value]) => (value === undefined ? [] : [{ name: key, value, url: city.address }])))
    await screen.goto(page.path)
    const shown = part === undefined ? screen : screen.locator(part)
    await shown.screenshot({ path: join(folder, `${name}-${width}.png`) })
    console.log(`${name}-${width}.png`)
  }
}
await city.close()
