import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Language } from '#ui/language.ts'
import { themes } from '#web/appearance.ts'
import type { BrowserOffice } from './browser.ts'
import { axeFaults, bringAxe, edgeFaults, enlargedTextFaults, missingStyles, motionFaults, sidewaysFaults, unfold } from './page-faults.ts'
import { keyboardFaults } from './page-keyboard.ts'
import type { Reader } from './page-samples.ts'
import type { PageWalk, WalkedPage } from './page-walk.ts'

/** A page to look at; with an answer, what it said to a form, which is shown from memory. */
export type SeenPage = WalkedPage & { readonly answer?: { readonly html: string; readonly headers: Headers } }

/** Opens the page in a look and a language; answers what is wrong with its status and its style sheets. */
type Open = (look: string, language?: Language) => Promise<readonly string[]>
export type Check = (page: Page, open: Open, seen: SeenPage) => Promise<readonly string[]>

/** A narrow telephone, a tablet, a desk. */
const widths = [360, 768, 1440]
/** A small screen of a desk. */
const laptop = { width: 1280, height: 720 } as const
/** A screen of 1280 by 1024 enlarged four times (WCAG 2.2, 1.4.10), and twice (1.4.4). */
const enlarged = [{ width: 320, height: 256 }, { width: 640, height: 512 }] as const

function isPublic(reader: Reader): boolean {
  return reader === 'anyone' || reader === 'citizen' || reader === 'agent'
}

/** Who looks, in parts that end together when two are gone through at a time: who has most pages comes first. */
export const walkers: readonly (readonly [string, (reader: Reader) => boolean])[] = [
  ['all staff but those at the window', (reader) => !isPublic(reader) && reader !== 'clerk'],
  ['anyone', (reader) => reader === 'anyone'],
  ['who is signed in as a citizen', (reader) => reader === 'citizen' || reader === 'agent'],
  ['staff at the window', (reader) => reader === 'clerk'],
]

/** Opens each page as its reader and checks it; each fault names its page. */
export async function faultsOnAll(city: BrowserOffice, walk: PageWalk, pages: readonly SeenPage[], check: Check): Promise<readonly string[]> {
  assert.ok(pages.length > 0)
  const screen = await city.visitor({ javaScript: true })
  await screen.emulateMedia({ reducedMotion: 'reduce' })
  const faults: string[] = []
  for (const seen of pages) {
    const { path, as, status, answer } = seen
    const session = walk.cookieOf(as)
    const open: Open = async (look, language = 'zh-CN') => {
      await screen.context().clearCookies()
      const cookies = [['yimen_look', look], ['yimen_language', language], ...(session === undefined ? [] : [['yimen_session', session]])]
      await screen.context().addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: city.address })))
      const response = await screen.goto(path)
      return [...(response?.status() === status ? [] : [`status ${response?.status()}`]), ...(await missingStyles(screen))]
    }
    const { href } = new URL(path, city.address)
    if (answer !== undefined) await screen.route(href, (route) => route.fulfill({ status, headers: Object.fromEntries(answer.headers), body: answer.html }))
    faults.push(...(await check(screen, open, seen)).map((fault) => `${path}: ${fault}`))
    if (answer !== undefined) await screen.unroute(href)
  }
  await screen.context().close()
  return [...new Set(faults)]
}

/** Everything that axe-core knows, in every theme at every width: as the page comes, and with everything open that is folded away. */
export const faultsOfThemes: Check = async (page, open) => {
  const faults = [...(await open('light.'))]
  await bringAxe(page)
  for (const width of widths) faults.push(...(await layoutFaults(page, 'as it comes', width)))
  const wasFolded = await unfold(page)
  for (const width of widths) {
    for (const theme of themes) {
      await wear(page, 'theme', theme)
      if (theme !== 'light' || wasFolded) faults.push(...(await layoutFaults(page, theme, width)))
    }
  }
  return faults
}

/**
 * The same in 关怀版, whose themes are asked about colours only, as it changes none of them. The portal offers less in it, so its
 * pages come anew from the server; those of staff and answers only grow, and a wall has a size of its own.
 */
export const faultsOfElder: Check = async (page, open, { as, answer }) => {
  const comesAnew = isPublic(as) && answer === undefined
  const faults = [...(await open(comesAnew ? 'light.elder' : 'light.'))]
  if (!comesAnew && (await page.locator('html[data-mode]').count()) > 0) return faults
  if (!comesAnew) await wear(page, 'mode', 'elder')
  await bringAxe(page)
  await unfold(page)
  for (const width of widths) faults.push(...(await layoutFaults(page, '关怀版', width)))
  for (const theme of ['dark', 'contrast']) {
    await wear(page, 'theme', theme)
    faults.push(...(await colourFaults(page, `关怀版 ${theme}`)))
  }
  return faults
}

export const faultsOfEnglish: Check = async (page, open) => {
  const faults = [...(await open('light.', 'en'))]
  await bringAxe(page)
  await unfold(page)
  for (const width of widths) faults.push(...(await layoutFaults(page, 'in English', width)))
  return faults
}

/**
 * Without a mouse, without motion, and enlarged. A second walk by keyboard goes over the page enlarged four times, with everything
 * open, in colours that the reader's system forces upon it: there shadows are gone, and what floats covers most.
 */
export const faultsOfUse: Check = async (page, open) => {
  await page.setViewportSize(laptop)
  const faults = [...(await open('light.')), ...(await keyboardFaults(page)), ...(await motionFaults(page)), ...(await enlargedTextFaults(page))]
  await unfold(page)
  for (const size of enlarged) {
    await page.setViewportSize(size)
    faults.push(...(await sidewaysFaults(page)))
  }
  await open('light.')
  await unfold(page)
  await page.setViewportSize(enlarged[0])
  await page.emulateMedia({ forcedColors: 'active' })
  faults.push(...[...(await keyboardFaults(page)), ...(await edgeFaults(page))].map((fault) => `enlarged: ${fault}`))
  await page.emulateMedia({ forcedColors: 'none' })
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

/** Rules about colours alone: all that can break where nothing moves. */
async function colourFaults(page: Page, look: string): Promise<readonly string[]> {
  return (await axeFaults(page, ['color-contrast', 'link-in-text-block'])).map((fault) => `${look}: ${fault}`)
}
