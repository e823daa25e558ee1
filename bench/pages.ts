// The main public pages on a telephone: Lighthouse with the installed Chromium, sizes, and the first byte of a warm server.
//   node bench/pages.ts    writes docs/reports/pages.md; the pages must be built (npm run build)
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
import { measureFirstByte } from './pages/first-byte.ts'
import { openLighthouse } from './pages/lighthouse.ts'
import { type MeasuredPage, reportOf } from './pages/report.ts'

const executablePath = findChromium()
const web = await loadBuilt()
if (executablePath === undefined || web === undefined) throw new Error('this needs a Chromium and built pages: run npm test once')

/** Home, a guide, the first page of an application, and tracking with and without signing in. */
const wanted: readonly (readonly [name: string, route: string])[] = [
  ['home', '/'],
  ['guide', '/services/:implementCode'],
  ['apply', '/apply/:implementCode'],
  ['track', '/progress'],
  ['own case', '/matters/:number'],
]

const office = await openTestOffice({ with: 'city' })
const server = await listen(createDoors(office.app, web), { host: '127.0.0.1', port: 0 })
const address = `http://127.0.0.1:${server.port}`
const lighthouse = await openLighthouse(executablePath)
try {
  const walk = await preparePageWalk(office)
  const built = await openBuiltPages(office)
  const measured: MeasuredPage[] = []
  for (const [name, route] of wanted) {
    const page: WalkedPage | undefined = walk.pages.find((one) => one.route === route)
    if (page === undefined) throw new Error(`no sample of ${route}`)
    const session = walk.cookieOf(page.as)
    const cookie = session === undefined ? '' : `yimen_session=${session}`
    const { firstView, scripts } = await built.show(page, session)
    const firstByte = await measureFirstByte(`${address}${page.path}`, cookie)
    measured.push({ name, route, firstView, scripts, firstByte, ...(await lighthouse.measure(`${address}${page.path}`, cookie)) })
    say(`${name}: ${JSON.stringify(measured.at(-1))}`)
  }
  writeFileSync(join(import.meta.dirname, '../docs/reports/pages.md'), reportOf(measured))
} finally {
  await lighthouse.close()
  await server.close()
  await office.close()
}
process.exit()
