// The main public pages on a telephone: Lighthouse with the installed Chromium, sizes, and the first byte of a warm server.
//   node bench/pages.ts    writes docs/reports/pages.md; the pages must be built (npm run build); fails when a page misses its bounds
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { listen } from '#kernel/http/listen.ts'
import { say } from '#kernel/log/say.ts'
import { findChromium } from '#test/harness/browser.ts'
import { openBuiltPages } from '#test/harness/built-pages.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { preparePageWalk, type WalkedPage } from '#test/harness/page-walk.ts'
import { createDoors, loadBuilt } from '../src/serve.ts'
import { missesOf } from './pages/bounds.ts'
import { measureFirstByte } from './pages/first-byte.ts'
import { openLighthouse } from './pages/lighthouse.ts'
import { type MeasuredPage, reportOf } from './pages/report.ts'

const executablePath = findChromium()
const web = await loadBuilt()
if (executablePath === undefined || web === undefined) throw new Error('this needs a Chromium and built pages: run npm test once')

interface Wanted {
  readonly name: string
  readonly route: string
  /** The first sample whose address holds this. */
  readonly having?: string
}

/** Home, a guide, an application from its first page to its papers, and tracking with and without signing in. */
const wanted: readonly Wanted[] = [
  { name: 'home', route: '/' },
  { name: 'guide', route: '/services/:implementCode' },
  { name: 'apply', route: '/apply/:implementCode' },
  { name: 'apply: form step', route: '/apply/:implementCode', having: 'step=form' },
  { name: 'apply: materials step', route: '/apply/:implementCode', having: 'step=materials' },
  { name: 'track', route: '/progress' },
  { name: 'own case', route: '/matters/:number' },
]

const office = await openTestOffice({ with: 'city' })
const server = await listen(createDoors(office.app, web), { host: '127.0.0.1', port: 0 })
const address = `http://127.0.0.1:${server.port}`
const lighthouse = await openLighthouse(executablePath)
const measured: MeasuredPage[] = []
try {
  const walk = await preparePageWalk(office)
  const built = await openBuiltPages(office)
  const sampleOf = ({ route, having = '' }: Omit<Wanted, 'name'>): WalkedPage => {
    const page = walk.pages.find((one) => one.route === route && one.path.includes(having))
    if (page === undefined) throw new Error(`no sample of ${route} ${having}`)
    return page
  }
  for (const { name, ...place } of wanted) {
    const page = sampleOf(place)
    const session = walk.cookieOf(page.as)
    const cookie = session === undefined ? '' : `yimen_session=${session}`
    const { firstView, scripts } = await built.show(page, session)
    const firstByte = await measureFirstByte(`${address}${page.path}`, cookie)
    measured.push({ name, route: page.route, firstView, scripts, firstByte, ...(await lighthouse.measure(`${address}${page.path}`, cookie)) })
    say(`${name}: ${JSON.stringify(measured.at(-1))}`)
  }
  const { map } = await built.show(sampleOf({ route: '/grid', having: 'town=' }), undefined)
  writeFileSync(join(import.meta.dirname, '../docs/reports/pages.md'), reportOf(measured, map))
} finally {
  await lighthouse.close()
  await server.close()
  await office.close()
}
const misses = measured.flatMap(missesOf)
for (const miss of misses) say(miss)
process.exit(misses.length === 0 ? 0 : 1)
