import type { Page } from 'playwright-core'

/**
 * Goes through a page by the Tab key alone, as who has no mouse: every control is reached, in the order of the document, and one
 * sees where the focus is (WCAG 2.2, 2.4.3, 2.4.7, 2.4.11). Of a group of radio buttons the Tab key reaches one.
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
  if ((outlineStyle === 'none' || Number.parseFloat(outlineWidth) === 0) && boxShadow === 'none') return `focus is not seen on ${words}`
  const { left, right, top, bottom } = now.getBoundingClientRect()
  const spread = (from: number, to: number, end: number): readonly number[] => {
    const [first, last] = [Math.max(from, 0), Math.min(to, end)]
    return last - first < 1 ? [] : [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => first + (last - first) * part)
  }
  const points = spread(left, right, innerWidth).flatMap((x) => spread(top, bottom, innerHeight).map((y) => document.elementFromPoint(x, y)))
  if (points.length === 0) return `focus is out of sight on ${words}`
  return points.every((over) => over !== null && !over.contains(now) && !now.contains(over)) ? `focus is covered on ${words}` : ''
}

/** Runs in the page after the last press: the controls that the Tab key never reached. What a livelier part took the place of meanwhile (a map of its drawing) is no control any more. */
function missedControls(): readonly string[] {
  const { walk } = globalThis as unknown as { readonly walk: TabWalk }
  return walk.reachable.filter((element) => !walk.seen.has(element) && element.checkVisibility({ visibilityProperty: true })).map((element) => `not reached by keyboard: ${element.outerHTML.slice(0, 80)}`)
}
