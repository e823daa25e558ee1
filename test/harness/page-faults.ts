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

/** Whatever still moves for a reader who asked for less motion: its own doing or that of what is written before and after it. */
export async function motionFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const lasts = (durations: string): boolean => durations.split(',').some((duration) => Number.parseFloat(duration) > 0.01)
    const moves = (element: Element, part?: string): boolean => {
      const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element, part)
      return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration) || scrollBehavior === 'smooth'
    }
    return [...document.querySelectorAll('*')]
      .filter((element) => moves(element) || moves(element, '::before') || moves(element, '::after') || element instanceof SVGAnimationElement)
      .slice(0, 3)
      .map((element) => `moves: ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`)
  })
}

/** Controls that nobody can tell from the words around them once the reader's system has taken away all backgrounds (forced colours): without an edge of their own. */
export async function edgeFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isBare = (element: Element): boolean => {
      const { borderTopStyle, borderBottomStyle, borderBottomWidth, textDecorationLine, appearance } = getComputedStyle(element)
      const hasEdge = borderBottomStyle !== 'none' && borderBottomWidth !== '0px'
      return !hasEdge && borderTopStyle === 'none' && textDecorationLine === 'none' && appearance === 'none'
    }
    return [...document.querySelectorAll('button, select, textarea, input:not([type=hidden])')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && isBare(element))
      .slice(0, 3)
      .map((element) => `no edge without colours: ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`)
  })
}
