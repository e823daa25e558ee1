import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { thenPage } from './office.steps.ts'

/**
 * The keystroke-level model (Card, Moran & Newell 1980): the time of a practised person is the sum of his acts. K is a key of an
 * average typist, M the moment of looking and deciding before a group of keys. Waiting for the machine is not his time, and is
 * not counted; pointing (P) and moving the hand to a mouse (H) do not occur, because the keyboard is never left.
 */
const seconds = { key: 0.28, decision: 1.35 } as const

/** A Chinese character costs about three keys of a phrase-based pinyin input. */
const keysPerHan = 3
/** More controls than any page has: whoever pressed the Tab key so often has been everywhere. */
const mostTabs = 150
/** More answers than any question has. */
const mostArrows = 20

/** Somebody who has a keyboard and no mouse. Everything done through it is counted. */
export class KeyboardUser {
  readonly page: Page
  keys = 0
  decisions = 0

  constructor(page: Page) {
    this.page = page
  }

  /** Seconds of work so far, as modelled. */
  get modelledSeconds(): number {
    return this.keys * seconds.key + this.decisions * seconds.decision
  }

  /** Looks and decides. */
  decide(): void {
    this.decisions += 1
  }

  async press(key: string): Promise<void> {
    this.keys += key.split('+').length
    await this.page.keyboard.press(key)
  }

  /**
   * An access key, as the screen shows it behind the words, and what follows on the page. The browser finds it by the sign that
   * the key would write, which Playwright leaves out beside Alt.
   */
  async accessKey(letter: string, arrived: Locator): Promise<void> {
    this.keys += 2
    const devtools = await this.page.context().newCDPSession(this.page)
    const event = { modifiers: 1, key: letter, code: `Key${letter.toUpperCase()}`, windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0), text: letter, unmodifiedText: letter }
    for (const type of ['keyDown', 'keyUp'] as const) await devtools.send('Input.dispatchKeyEvent', { type, ...event })
    await devtools.detach()
    await arrived.waitFor()
  }

  /** Types into whatever has the focus. */
  async type(text: string): Promise<void> {
    this.keys += [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? keysPerHan : 1), 0)
    await this.page.keyboard.insertText(text)
  }

  async typeInto(field: Locator, text: string): Promise<void> {
    await this.tabTo(field)
    await this.type(text)
  }

  /** Tabs on until the control has the focus; of a group of radio buttons the Tab key reaches one. A control that cannot be reached fails. */
  async tabTo(control: Locator): Promise<void> {
    const wanted = await control.elementHandle()
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if (await this.page.evaluate(hasFocus, wanted)) return
      await this.press('Tab')
    }
    assert.fail(`the keyboard does not reach ${control.toString()}`)
  }

  /** Ticks a box, or chooses one of several by the arrows. */
  async choose(option: Locator): Promise<void> {
    await this.tabTo(option)
    if (!(await option.isChecked())) await this.press('Space')
    for (let arrows = 0; arrows < mostArrows && !(await option.isChecked()); arrows += 1) await this.press('ArrowDown')
    assert.ok(await option.isChecked(), `the keyboard does not choose ${option.toString()}`)
  }

  /** Follows a link or presses a button, and waits for the page to which it leads. */
  async enter(control: Locator): Promise<void> {
    await this.tabTo(control)
    await thenPage(this.page, () => this.press('Enter'))
  }
}

/** Runs in the page: whether the element, or another radio button of its group, has the focus. */
function hasFocus(element: Node | null): boolean {
  const now = document.activeElement
  if (now === element) return true
  return now instanceof HTMLInputElement && element instanceof HTMLInputElement && now.type === 'radio' && element.type === 'radio' && now.name === element.name && now.form === element.form
}
