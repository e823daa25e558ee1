import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { type BrowserOffice, findChromium, openBrowserOffice, openBrowserOn } from '#test/harness/browser.ts'
import { pageSamples } from '#test/harness/page-samples.ts'
import { preparePageWalk, signInCaller, signInReader } from '#test/harness/page-walk.ts'
import { busiestReviewer, openLivedOffice } from './screens/lived-office.ts'
import { type Picture, pictures } from './screens/pictures.ts'

// Takes the pictures of docs/screens: `node scripts/screens.ts`, or only some: `node scripts/screens.ts desk wall`. Most are of the demo city,
// those of the whole office of a city that lived a fortnight. Looking at them is the reader's part.

/** A city with a browser before it, and where each picture is taken in it. */
interface City extends BrowserOffice {
  find(picture: Picture): Promise<{ readonly path: string; readonly cookies: Readonly<Record<string, string | undefined>> }>
}

const { positionals } = parseArgs({ allowPositionals: true })
const unknown = positionals.filter((name) => !(name in pictures))
if (unknown.length > 0) throw new Error(`no such pictures: ${unknown.join(', ')}`)
const wanted = Object.entries(pictures).filter(([name]) => positionals.length === 0 || positionals.includes(name))
const folder = join(import.meta.dirname, '../docs/screens')
const executablePath = findChromium()
if (executablePath === undefined) {
  console.log('no Chromium on this machine: run node scripts/setup.mjs --browser first')
  process.exit(1)
}

mkdirSync(folder, { recursive: true })
const isLived = ([, picture]: (typeof wanted)[number]): boolean => picture.lived === true
await takeAll(() => demoCity(executablePath), wanted.filter((each) => !isLived(each)))
await takeAll(() => livedCity(executablePath), wanted.filter(isLived))

async function takeAll(open: () => Promise<City>, those: typeof wanted): Promise<void> {
  if (those.length === 0) return
  const city = await open()
  for (const [width, height] of [[360, 740], [1440, 900]] as const) {
    const screen = await city.visitor({ width, height })
    for (const [name, picture] of those) {
      const { path, cookies } = await city.find(picture)
      const all = { ...cookies, yimen_look: picture.look ?? '', yimen_language: picture.language }
      await screen.context().clearCookies()
      await screen.context().addCookies(Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [{ name: key, value, url: city.address }])))
      await screen.goto(path)
      if (picture.inSight !== undefined) await screen.locator(picture.inSight).scrollIntoViewIfNeeded()
      const shown = picture.part === undefined ? screen : screen.locator(picture.part)
      await shown.screenshot({ path: join(folder, `${name}-${width}.png`) })
      console.log(`${name}-${width}.png`)
    }
  }
  await city.close()
}

async function demoCity(chromium: string): Promise<City> {
  const city = await openBrowserOffice(chromium)
  const { pages, records, cookieOf } = await preparePageWalk(city.office)
  city.office.clock.set(new Date('2026-09-07T10:30:00+08:00'))
  return {
    ...city,
    async find({ route, sample = 0, having = '', justFiled = false }) {
      const page = pages.filter((one) => one.route === route && one.path.includes(having))[sample]
      if (page === undefined) throw new Error(`no sample ${sample} of ${route}`)
      return { path: page.path, cookies: { yimen_session: cookieOf(page.as), ...(justFiled && { yimen_receipt: records.queryCode }) } }
    },
  }
}

/** Its pages are found by their route alone. */
async function livedCity(chromium: string): Promise<City> {
  const city = await openBrowserOn(await openLivedOffice(), chromium)
  const sessionOf = async ({ route, busiest }: Picture): Promise<string | undefined> => {
    if (busiest) return signInCaller(city.office, await busiestReviewer(city.office))
    const reader = pageSamples[route]?.as ?? 'anyone'
    return reader === 'anyone' ? undefined : signInReader(city.office, reader)
  }
  return { ...city, find: async (picture) => ({ path: picture.route, cookies: { yimen_session: await sessionOf(picture) } }) }
}
