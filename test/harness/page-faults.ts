import axe from 'axe-core'
import type { Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Puts axe-core into the page: as a text of the debugger, because the page's own policy allows no script. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source)
}

/** What axe-core finds against WCAG 2.2 AA and its own good practice; `rules` names those to run instead of all. */
export async function axeFaults(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(
    async ({ values, type }) => {
      const { axe: inPage } = globalThis as unknown as { axe: { run(context: Document, options: object): Promise<{ violations: readonly { id: string; nodes: readonly { target: unknown }[] }[] }> } }
      const { violations } = await inPage.run(document, { runOnly: { type, values }, resultTypes: ['violations'] })
      return violations.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => String(node.target)).join(' | ')}`)
    },
    rules === undefined ? { type: 'tag', values: standards } : { type: 'rule', values: [...rules] },
  )
}

/**
 * Style sheets that did not come: without them a page proves nothing about its looks. One that failed stands there and lets nobody
 * read its rules; one that a script has just asked for is not there yet.
 */
export async function missingStyles(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const failed = ({ sheet }: HTMLLinkElement): boolean => {
      try {
        return sheet?.cssRules.length === 0
      } catch {
        return true
      }
    }
    return [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(failed).map(({ href }) => `no style sheet: ${href}`)
  })
}

/** The part that makes the page scroll sideways; a table or chart that scrolls in a box of its own does not. */
export async function sidewaysFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].find((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
    return [`scrolls sideways: ${root.scrollWidth} of ${root.clientWidth} pixels, ${wide?.tagName.toLowerCase() ?? ''}.${wide?.getAttribute('class') ?? ''}`]
  })
}

/** The same once the reader has set text to twice its size in the browser (WCAG 2.2, 1.4.4). */
export async function enlargedTextFaults(page: Page): Promise<readonly string[]> {
  const settings = await page.context().newCDPSession(page)
  await settings.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  const faults = await sidewaysFaults(page)
  await settings.send('Page.setFontSizes', { fontSizes: { standard: 16 } })
  await settings.detach()
  return faults.map((fault) => `text twice as large: ${fault}`)
}

/** Opens what is folded away and answers whether anything was: axe-core does not look into what is closed. */
export async function unfold(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const folded = document.querySelectorAll<HTMLDetailsElement>('details:not([open])')
    for (const one of folded) one.open = true
    return folded.length > 0
  })
}

/** Whatever still moves for a reader who asked for less motion. */
export async function motionFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element)
        const lasts = (durations: string): boolean => durations.split(',').some((duration) => Number.parseFloat(duration) > 0.01)
        return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration)
      })
      .slice(0, 3)
      .map((element) => `moves: ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`),
  )
}

/**
 * Goes through a page by the Tab key alone, as who has no mouse: every control is reached, in the order of the document, and one
 * sees where the focus is. Of a group of radio buttons the Tab key reaches one.
 */
export async function keyboardFaults(page: Page): Promise<readonly string[]> {
  const controls = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')]
    const named = new Set<string>()
    const reachable = all.filter((element) => {
      if (element.tabIndex < 0 || element.matches(':disabled, [type=hidden]') || !element.checkVisibility({ visibilityProperty: true })) return false
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
      const group = `${element.form?.action ?? ''} ${element.name}`
      const reached = element.checked || !document.querySelector(`input[type=radio][name="${CSS.escape(element.name)}"]:checked`)
      return reached && !named.has(group) && named.add(group)
    })
    Object.assign(globalThis, { walk: { reachable, seen: new Set<Element>(), last: null, mayWrap: document.activeElement !== document.body } })
    return reachable.length
  })
  const faults: string[] = []
  for (let press = 0; press <= controls * pressesPerControl; press += 1) {
    await page.keyboard.press('Tab')
    const fault = await page.evaluate(focusFault)
    if (fault === 'end') break
    if (fault !== '') faults.push(fault)
  }
  return [...faults, ...(await page.evaluate(missedControls))]
}

/** A date has a press for each of its parts and one for its calendar. */
const pressesPerControl = 5

interface TabWalk {
  readonly reachable: readonly Element[]
  readonly seen: Set<Element>
  last: Element | null
  /** The page opened with its focus further down, so that the focus goes once from the end to the beginning. */
  mayWrap: boolean
}

/** Runs in the page after each press: what is wrong with where the focus is now; `end` when it has left the page. */
function focusFault(): string {
  const { walk } = globalThis as unknown as { readonly walk: TabWalk }
  const now = document.activeElement ?? document.body
  if (now === walk.last) return ''
  if (walk.seen.has(now)) return 'end'
  const backwards = walk.last !== null && !(walk.last.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING)
  const words = `${now.tagName.toLowerCase()} ${(now.getAttribute('name') ?? now.textContent ?? '').trim().slice(0, 20)}`
  walk.last = now
  if (now === document.body) return ''
  walk.seen.add(now)
  if (backwards && !walk.mayWrap) return `focus goes backwards to ${words}`
  walk.mayWrap &&= !backwards
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(now)
  return (outlineStyle === 'none' || Number.parseFloat(outlineWidth) === 0) && boxShadow === 'none' ? `focus is not seen on ${words}` : ''
}

/** Runs in the page after the last press: the controls that the Tab key never reached. What a livelier part took the place of meanwhile (a map of its drawing) is no control any more. */
function missedControls(): readonly string[] {
  const { walk } = globalThis as unknown as { readonly walk: TabWalk }
  return walk.reachable.filter((element) => !walk.seen.has(element) && element.checkVisibility({ visibilityProperty: true })).map((element) => `not reached by keyboard: ${element.outerHTML.slice(0, 80)}`)
}
