import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type BrowserOffice, findChromium, openBrowserOffice } from '#test/harness/browser.ts'
import { enterAsStaff, fillIn, giveStep, thenPage, wordsOf } from './office.steps.ts'

const chromium = findChromium()

describe('what a unit publishes', { skip: chromium === undefined && 'no Chromium on this machine: npm test says how to install one' }, () => {
  let city: BrowserOffice
  before(async () => void (city = await openBrowserOffice(chromium ?? '')))
  after(() => city.close())

  for (const javaScript of [false, true]) {
    const way = javaScript ? '有脚本' : '无脚本'

    test(`a record is written, reviewed by somebody else, published, found in the feed and corrected, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const title = `节前食品安全检查情况${way}`
      const editor = await city.visitor({ javaScript })
      await enterAsStaff(editor, 'hepeishan', '/publication-office/new')
      await fillIn(editor, 'main', { class: 'workNews', title, summary: '检查情况。', body: '共检查食品经营单位一百二十家。', createdOn: '2026-09-04' })
      await thenPage(editor, () => editor.getByRole('button', { name: '保存草稿' }).click())
      const number = /records\/(GK\d+)/.exec(editor.url())?.[1] ?? assert.fail(await wordsOf(editor))
      const path = `/publication-office/records/${number}`
      await giveStep(editor, 'submit')
      assert.equal(await editor.locator('#clear').count(), 0, 'nobody reviews what he wrote himself')
      const reviewer = await city.visitor({ javaScript })
      await enterAsStaff(reviewer, 'panjinrong', path)
      await giveStep(reviewer, 'clear', { basis: '《政府信息公开条例》第十七条', remark: '可以公开。' })
      await editor.goto(path)
      await giveStep(editor, 'publish')
      const reader = await city.visitor({ javaScript, width: 360, height: 800 })
      await reader.goto(`/publications?q=${encodeURIComponent(title)}`)
      await thenPage(reader, () => reader.getByRole('link', { name: title }).first().click())
      assert.match(await wordsOf(reader), /一百二十家/)
      assert.ok((await (await reader.request.get('/publications/feeds/all.atom')).text()).includes(title))
      await giveStep(editor, 'change', { reason: '家数有误。' })
      await fillIn(editor, '#save', { body: '共检查食品经营单位一百二十一家。' })
      await thenPage(editor, () => editor.locator('#save').getByRole('button', { name: '保存草稿' }).click())
      await giveStep(editor, 'submit')
      await reviewer.goto(path)
      await giveStep(reviewer, 'clear', { basis: '《政府信息公开条例》第十七条', remark: '更正属实。' })
      await editor.goto(path)
      await giveStep(editor, 'publish')
      await reader.reload()
      assert.match(await wordsOf(reader), /一百二十一家/)
    })

    test(`an entry of the list of powers and duties changes with its reason, and anybody reads both versions, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const name = `食品摊贩登记${way}`
      const editor = await city.visitor({ javaScript })
      await enterAsStaff(editor, 'hepeishan', '/publication-office/powers')
      await fillIn(editor, '#new', { name, type: '07', basis: '《广东省食品生产加工小作坊和食品摊贩管理条例》', duties: '受理登记', accountability: '不依法登记的追究责任', reason: '条例规定' })
      await thenPage(editor, () => editor.locator('#new button').last().click())
      const id = /powers\/([^/?#]+)$/.exec(editor.url())?.[1] ?? assert.fail(await wordsOf(editor))
      await fillIn(editor, '#change-section', { duties: '受理登记并公布名单', change: 'lawChanged', reason: '条例修订，增加公布义务' })
      await thenPage(editor, () => editor.locator('#change-section button').last().click())
      const reader = await city.visitor({ javaScript, width: 360, height: 800 })
      await reader.goto(`/publications/powers/${id}`)
      const read = await wordsOf(reader)
      for (const words of [name, '受理登记并公布名单', '条例修订，增加公布义务', '条例规定']) assert.ok(read.includes(words), words)
      await reader.goto('/publications/powers/changes')
      assert.ok((await wordsOf(reader)).includes('条例修订，增加公布义务'))
    })
  }
})
