import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { axeFaults, bringAxe, edgeFaults, enlargedTextFaults, missingStyles, motionFaults, sidewaysFaults, unfold } from '#test/harness/page-faults.ts'
import { keyboardFaults } from '#test/harness/page-keyboard.ts'

const chromium = findChromium()

/** A check that finds nothing proves something only if it finds what was planted. */
describe('the checks of accessibility find what they look for', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  let page: Page
  before(async () => {
    city = await openBrowserOffice(chromium ?? '')
    page = await city.visitor({ javaScript: true, width: 1280 })
  })
  after(() => city.close())

  const show = async (body: string): Promise<void> => {
    await page.goto('about:blank')
    await page.setContent(`<!doctype html><html lang="zh-CN"><head><title>页</title></head><body><main><h1>页</h1>${body}</main></body></html>`)
  }

  test('a field without a name, and words that are too pale', async () => {
    await show('<input><p style="color:#bbb;background:#fff">看不清</p>')
    await bringAxe(page)
    const faults = await axeFaults(page)
    assert.deepEqual(faults.map((fault) => fault.split(':')[0]), ['color-contrast', 'label'])
    assert.deepEqual((await axeFaults(page, ['color-contrast'])).length, 1)
  })

  test('a field without a name in what is folded away, once it is opened', async () => {
    await show('<details><summary>一</summary><input style="display: block; margin: 24px; height: 48px"></details>')
    await bringAxe(page)
    assert.deepEqual(await axeFaults(page), [])
    assert.equal(await unfold(page), true)
    assert.deepEqual((await axeFaults(page)).map((fault) => fault.split(':')[0]), ['label'])
    assert.equal(await unfold(page), false)
  })

  test('a style sheet that is not there', async () => {
    await page.goto(`${city.address}/display`)
    assert.deepEqual(await missingStyles(page), [])
    await page.evaluate(async () => {
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/assets/gone.css' })
      await new Promise((resolve) => {
        link.onload = link.onerror = resolve
        document.head.append(link)
      })
    })
    assert.deepEqual(await missingStyles(page), [`no style sheet: ${city.address}/assets/gone.css`])
  })

  test('a part wider than the screen, also only once the reader has made the text larger', async () => {
    await show('<div style="width:2000px">宽</div>')
    assert.equal((await sidewaysFaults(page)).length, 1)
    await show('<div style="width:50rem">宽</div>')
    assert.deepEqual(await sidewaysFaults(page), [])
    assert.equal((await enlargedTextFaults(page)).length, 1)
    assert.deepEqual(await sidewaysFaults(page), [])
  })

  test('a control that takes no focus, one out of order, and one whose focus is not seen', async () => {
    await show('<a href="/a">一</a><button>二</button><input type="date" aria-label="三"><a href="/b">四</a>')
    assert.deepEqual(await keyboardFaults(page), [])
    await show('<a href="/a">一</a><button style="outline:none">二</button>')
    assert.match((await keyboardFaults(page)).join(), /^focus is not seen on button 二$/)
    await show('<a href="/a">一</a><a href="/b" tabindex="1">二</a><a href="/c" tabindex="1">三</a>')
    assert.match((await keyboardFaults(page)).join(), /focus goes backwards|not reached/)
    await show('<a href="/a">一</a><button onfocus="this.blur()">二</button>')
    assert.match((await keyboardFaults(page)).join(), /not reached by keyboard: <button/)
  })

  test('a focus that lies under what floats over the page, or outside of the screen', async () => {
    await show('<a href="/a">一</a><div style="position:fixed;inset:0;background:#fff">浮</div>')
    assert.deepEqual(await keyboardFaults(page), ['focus is covered on a 一'])
    await show('<a href="/a">一</a><div style="position:fixed;inset:auto 0 0;height:2rem;background:#fff">浮</div>')
    assert.deepEqual(await keyboardFaults(page), [])
    await show('<a href="/a" style="position:fixed;left:-100px;width:50px">一</a>')
    assert.deepEqual(await keyboardFaults(page), ['focus is out of sight on a 一'])
  })

  test('a focus that is only a shadow, in colours that the system forces upon the page', async () => {
    await show('<button style="outline:none;box-shadow:0 0 0 3px #000">一</button>')
    assert.deepEqual(await keyboardFaults(page), [])
    await page.emulateMedia({ forcedColors: 'active' })
    await show('<button style="outline:none;box-shadow:0 0 0 3px #000">一</button>')
    assert.deepEqual(await keyboardFaults(page), ['focus is not seen on button 一'])
    await page.emulateMedia({ forcedColors: 'none' })
  })

  test('a button that is nothing but its background', async () => {
    await show('<button style="appearance:none;border:0;background:#060;color:#fff">一</button><button>二</button><input type="checkbox" aria-label="三">')
    assert.deepEqual(await edgeFaults(page), ['no edge without colours: button.'])
  })

  test('a part that moves for a reader who asked for less motion', async () => {
    await show('<p style="transition:color 1s">动</p>')
    assert.deepEqual(await motionFaults(page), ['moves: p.'])
    await show('<style>p::after { content: "动"; animation: x 1s } @keyframes x { to { opacity: 0 } }</style><p>静</p>')
    assert.deepEqual(await motionFaults(page), ['moves: p.'])
    await show('<p>静</p>')
    assert.deepEqual(await motionFaults(page), [])
  })
})
