import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import type { Language } from '#ui/language.ts'
import { axeFaults, bringAxe, enlargedTextFaults, keyboardFaults, missingStyles, motionFaults, sidewaysFaults, unfold } from '#test/harness/page-faults.ts'
import type { Reader } from '#test/harness/page-samples.ts'
import { type PageWalk, preparePageWalk, type WalkedPage } from '#test/harness/page-walk.ts'

/** A narrow telephone, a tablet, a desk. */
const narrow = 360
const widths = [narrow, 768, 1440]
/** 320 pixels are a screen of 1280 enlarged four times (WCAG 2.2, 1.4.10), 640 the same screen enlarged twice (1.4.4). */
const enlarged = [320, 640]

const chromium = findChromium()

describe('every page is accessible and fits its screen', { concurrency: 2, skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  let walk: PageWalk
  before(async () => {
    city = await openBrowserOffice(chromium ?? '')
    walk = await preparePageWalk(city.office)
  })
  after(() => city.close())

  /** Who has most pages comes first, so that two walks at a time end together. */
  const readers: readonly (readonly [string, (reader: Reader) => boolean])[] = [
    ['all staff but those at the window', (reader) => !isPublic(reader) && reader !== 'clerk'],
    ['anyone', (reader) => reader === 'anyone'],
    ['who is signed in as a citizen', (reader) => reader === 'citizen' || reader === 'agent'],
    ['staff at the window', (reader) => reader === 'clerk'],
  ]
  for (const [who, isOne] of readers) {
    const pagesOf = (): readonly WalkedPage[] => walk.pages.filter(({ as }) => isOne(as))

    test(`for ${who}, at every width and in every look`, async () => {
      assert.deepEqual(await faultsOnAll(city, walk, pagesOf(), faultsOfLooks), [])
    })

    if (isOne('anyone') || isOne('citizen')) {
      test(`for ${who}, at every width in English`, async () => {
        assert.deepEqual(await faultsOnAll(city, walk, pagesOf(), faultsOfEnglish), [])
      })
    }

    test(`for ${who}, by keyboard alone, enlarged, and without motion`, async () => {
      assert.deepEqual(await faultsOnAll(city, walk, pagesOf(), faultsOfUse), [])
    })
  }
})

/** Opens the page in a look and a language; answers what is wrong with its status and its style sheets. */
type Open = (look: string, language?: Language) => Promise<readonly string[]>
type Check = (page: Page, open: Open, as: Reader) => Promise<readonly string[]>

/** Opens each page as its reader and checks it; each fault names its page. */
async function faultsOnAll(city: BrowserOffice, walk: PageWalk, pages: readonly WalkedPage[], check: Check): Promise<readonly string[]> {
  assert.ok(pages.length > 0)
  const screen = await city.visitor({ javaScript: true })
  await screen.emulateMedia({ reducedMotion: 'reduce' })
  const faults: string[] = []
  for (const { path, as, status } of pages) {
    const session = walk.cookieOf(as)
    const open: Open = async (look, language = 'zh-CN') => {
      await screen.context().clearCookies()
      const cookies = [['yimen_look', look], ['yimen_language', language], ...(session === undefined ? [] : [['yimen_session', session]])]
      await screen.context().addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: city.address })))
      const response = await screen.goto(path)
      return [...(response?.status() === status ? [] : [`status ${response?.status()}`]), ...(await missingStyles(screen))]
    }
    faults.push(...(await check(screen, open, as)).map((fault) => `${path}: ${fault}`))
  }
  await screen.context().close()
  return [...new Set(faults)]
}

function isPublic(reader: Reader): boolean {
  return reader === 'anyone' || reader === 'citizen' || reader === 'agent'
}

/** Rules about colours alone: all that a theme can break, since it moves nothing. */
const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * Everything that axe-core knows at every width in the light look and in 关怀版; the themes that change only colours are put on the
 * same page and asked about colours. What is folded away is opened last, on the telephone, and stays open for staff in 关怀版. Three
 * more loads of each page for the same answers would take half as long again.
 */
const faultsOfLooks: Check = async (page, open, as) => {
  const faults = [...(await open('light.'))]
  await bringAxe(page)
  for (const width of widths) {
    faults.push(...(await layoutFaults(page, 'light', width)), ...(await colourFaults(page, `${width}`)))
  }
  if (await unfold(page)) faults.push(...(await layoutFaults(page, 'unfolded', narrow)))
  return [...faults, ...(await faultsOfElder(page, open, as))]
}

/** The portal offers less in 关怀版, so its pages come anew from the server; those of staff only grow, and a wall has a size of its own. */
const faultsOfElder: Check = async (page, open, as) => {
  const faults: string[] = []
  if (isPublic(as)) {
    faults.push(...(await open('light.elder')))
    await bringAxe(page)
  } else if ((await page.locator('html[data-mode]').count()) === 0) await wear(page, 'mode', 'elder')
  else return []
  for (const width of widths) faults.push(...(await layoutFaults(page, '关怀版', width)))
  return [...faults, ...(await colourFaults(page, '关怀版'))]
}

/** What is wrong with the colours of the themes that the page does not wear now; it wears the light one again afterwards. */
async function colourFaults(page: Page, where: string): Promise<readonly string[]> {
  const faults: string[] = []
  for (const theme of ['dark', 'contrast']) {
    await wear(page, 'theme', theme)
    faults.push(...(await axeFaults(page, colourRules)).map((fault) => `${theme} ${where}: ${fault}`))
  }
  await wear(page, 'theme', 'light')
  return faults
}

const faultsOfEnglish: Check = async (page, open) => {
  const faults = [...(await open('light.', 'en'))]
  await bringAxe(page)
  for (const width of widths) faults.push(...(await layoutFaults(page, 'in English', width)))
  return faults
}

/** Puts the page into a look as the server would have written it. */
async function wear(page: Page, attribute: 'theme' | 'mode', look: string): Promise<void> {
  await page.evaluate(([name, value]) => document.documentElement.setAttribute(name, value), [`data-${attribute}`, look] as const)
}

async function layoutFaults(page: Page, look: string, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 900 })
  return [...(await axeFaults(page)), ...(await sidewaysFaults(page))].map((fault) => `${look} ${width}: ${fault}`)
}

const faultsOfUse: Check = async (page, open) => {
  const faults = [...(await open('light.')), ...(await keyboardFaults(page)), ...(await motionFaults(page))]
  for (const width of enlarged) {
    await page.setViewportSize({ width, height: 900 })
    faults.push(...(await sidewaysFaults(page)))
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  return [...faults, ...(await enlargedTextFaults(page))]
}
