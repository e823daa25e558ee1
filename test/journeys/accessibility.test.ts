import assert from 'node:assert/strict'
import process from 'node:process'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import type { Language } from '#ui/language.ts'
import { axeFaults, bringAxe, enlargedTextFaults, keyboardFaults, motionFaults, sidewaysFaults } from '#test/harness/page-faults.ts'
import type { Reader } from '#test/harness/page-samples.ts'
import { type PageWalk, preparePageWalk, type WalkedPage } from '#test/harness/page-walk.ts'

/** A narrow telephone, a tablet, a desk. */
const widths = [360, 768, 1440]
/** 320 pixels are a screen of 1280 enlarged four times (WCAG 2.2, 1.4.10), 640 the same screen enlarged twice (1.4.4). */
const enlarged = [320, 640]

/**
 * Every look at every width takes a quarter of an hour on two cores: YIMEN_WHOLE_WALK=yes asks for that. Else the light look is walked
 * at every width and each other look at the width at which it is most used.
 */
const whole = process.env['YIMEN_WHOLE_WALK'] === 'yes'
const [narrow = 360, , wide = 1440] = widths

const chromium = findChromium()

describe('every page is accessible and fits its screen', { concurrency: 2, skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  let walk: PageWalk
  before(async () => {
    city = await openBrowserOffice(chromium ?? '')
    walk = await preparePageWalk(city.office)
  })
  after(() => city.close())

  const readers: readonly (readonly [string, (reader: Reader) => boolean])[] = [
    ['anyone', (reader) => reader === 'anyone'],
    ['who is signed in as a citizen', (reader) => reader === 'citizen' || reader === 'agent'],
    ['staff at the window', (reader) => reader === 'clerk'],
    ['all other staff', (reader) => !['anyone', 'citizen', 'agent', 'clerk'].includes(reader)],
  ]
  for (const [who, isOne] of readers) {
    const pagesOf = (): readonly WalkedPage[] => walk.pages.filter(({ as }) => isOne(as))

    test(`for ${who}, at every width and in every look`, async () => {
      assert.deepEqual(await faultsOnAll(city, walk, pagesOf(), faultsOfLooks), [])
    })

    if (isOne('anyone') || isOne('citizen')) {
      test(`for ${who}, in English`, async () => {
        assert.deepEqual(await faultsOnAll(city, walk, pagesOf(), faultsOfEnglish), [])
      })
    }

    test(`for ${who}, by keyboard alone, enlarged, and without motion`, async () => {
      assert.deepEqual(await faultsOnAll(city, walk, pagesOf(), faultsOfUse), [])
    })
  }
})

/** Opens the page in a look and a language; answers what is wrong with its status. */
type Open = (look: string, language?: Language) => Promise<readonly string[]>
type Check = (page: Page, open: Open) => Promise<readonly string[]>

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
      return response?.status() === status ? [] : [`status ${response?.status()}`]
    }
    faults.push(...(await check(screen, open)).map((fault) => `${path}: ${fault}`))
  }
  await screen.context().close()
  return [...new Set(faults)]
}

/** Everything that axe-core knows in the light look and in 关怀版; the looks that change only colours are asked about contrast. */
const faultsOfLooks: Check = async (page, open) => {
  const faults = [...(await open('light.elder')), ...(await axeAt(whole ? widths : [narrow], page, '关怀版')), ...(await open('light.')), ...(await axeAt(widths, page, 'light'))]
  for (const [theme, usual] of [['dark', wide], ['contrast', narrow]] as const) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
    for (const width of whole ? widths : [usual]) {
      await page.setViewportSize({ width, height: 900 })
      faults.push(...(await axeFaults(page, ['color-contrast'])).map((fault) => `${theme} ${width}: ${fault}`))
    }
  }
  return faults
}

const faultsOfEnglish: Check = async (page, open) => [...(await open('light.', 'en')), ...(await axeAt(whole ? widths : [narrow], page, 'in English'))]

async function axeAt(at: readonly number[], page: Page, look: string): Promise<readonly string[]> {
  const faults: string[] = []
  await bringAxe(page)
  for (const width of at) {
    await page.setViewportSize({ width, height: 900 })
    faults.push(...[...(await axeFaults(page)), ...(await sidewaysFaults(page))].map((fault) => `${look} ${width}: ${fault}`))
  }
  return faults
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
