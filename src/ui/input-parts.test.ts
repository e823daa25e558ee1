import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFromParts } from './date-parts.ts'
import { listHref, pageLinks, readListAddress, readPlace, sortLink } from './list-address.ts'
import { deepestRegion, regionChain } from './region-chain.ts'
import { readAnswer } from './file-answer.ts'
import { isSignaturePath, signaturePath } from './signature-strokes.ts'
import { afterNews, nextToSend, type Upload } from './upload-list.ts'

const typed = (whole: string, year = '', month = '', day = '') => ({ whole, year, month, day })

test('a day comes from the picker or from three fields, and three fields win', () => {
  assert.equal(dayFromParts(typed('2026-09-29')), '2026-09-29')
  assert.equal(dayFromParts(typed('2026-09-29', '2026', '1', '5')), '2026-01-05')
  assert.equal(dayFromParts(typed('', '２０２８', '２', '２９')), '2028-02-29')
  assert.equal(dayFromParts(typed('')), undefined)
  for (const wrong of [typed('', '2026', '2', '29'), typed('', '2026', '13', '1'), typed('', '2026', '', '5'), typed('tomorrow'), typed('', '26', '1', '5')]) assert.equal(dayFromParts(wrong), 'impossible')
})

test('a region is known with everything above it', () => {
  assert.deepEqual(regionChain('440114001001'), ['440000', '440100', '440114', '440114001', '440114001001'])
  assert.deepEqual(regionChain('440100'), ['440000', '440100'])
  assert.deepEqual(regionChain('abc'), [])
})

test('whoever changes the county has not chosen a township yet', () => {
  assert.equal(deepestRegion(['440000', '440100', '440114', '440114001']), '440114001')
  assert.equal(deepestRegion(['440000', '440100', '440111', '440114001']), '440111')
  assert.equal(deepestRegion(['440000', '', '440114']), '440000')
  assert.equal(deepestRegion([]), undefined)
})

const shape = { filters: { state: ['open', 'closed'], q: /^.{1,20}$/ }, sorts: ['name', 'due'], order: '-due' }
const addressOf = (query: string) => readListAddress(new URL(`http://office.test/list${query}`), shape)

test('the address of a list keeps filters and order, and leaves out what cannot be meant', () => {
  const address = addressOf('?state=open&q=+shop+&sort=-name&cursor=abc&other=1')
  assert.deepEqual(address, { path: '/list', filters: { state: 'open', q: 'shop' }, sort: 'name', descending: true, cursor: 'abc', trail: [] })
  assert.deepEqual(addressOf('?state=burnt&sort=DROP'), { path: '/list', filters: {}, sort: 'due', descending: true, cursor: undefined, trail: [] })
  assert.equal(listHref(address), '/list?state=open&q=shop&sort=-name')
})

test('from page to page the address keeps the way back, so that every page leads to the one before it and to the first', () => {
  const linksAt = (href: string, nextCursor: string | null) => pageLinks('/list?state=open#found', readPlace(new URL(href, 'http://office.test').searchParams), { nextCursor })
  const first = linksAt('/list?state=open', 'b')
  assert.deepEqual(first, { firstHref: undefined, previousHref: undefined, nextHref: '/list?state=open&cursor=b&cursor-back=#found' })
  const second = linksAt(first.nextHref ?? '', 'c')
  assert.deepEqual(second, { firstHref: undefined, previousHref: '/list?state=open#found', nextHref: '/list?state=open&cursor=c&cursor-back=&cursor-back=b#found' })
  const third = linksAt(second.nextHref ?? '', null)
  assert.deepEqual(third, { firstHref: '/list?state=open#found', previousHref: first.nextHref, nextHref: undefined })
})

test('an old link into the middle of a list, or one from very far behind, leads to the first page', () => {
  assert.deepEqual(pageLinks('/list', { cursor: 'b', trail: [] }, { nextCursor: null }), { firstHref: '/list', previousHref: undefined, nextHref: undefined })
  const far = pageLinks('/list', { cursor: 'z', trail: ['', ...Array.from({ length: 29 }, (_, place) => `c${place}`)] }, { nextCursor: 'end', name: 'before' })
  assert.doesNotMatch(far.nextHref ?? '', /before-back=&/)
  assert.match(far.nextHref ?? '', /^\/list\?before=end&before-back=c0&.*&before-back=z$/)
})

test('a click on a column sorts by it, the next one turns the order round, and both begin at the first page', () => {
  const address = addressOf('?sort=name&cursor=abc')
  assert.deepEqual(sortLink(address, 'due'), { href: '/list?sort=due' })
  assert.deepEqual(sortLink(address, 'name'), { href: '/list?sort=-name', now: 'ascending' })
})

test('a signature is a drawing and nothing else', () => {
  const path = signaturePath([[{ x: 12.4, y: 30 }, { x: 700, y: -5 }], [], [{ x: 1, y: 2 }, { x: 3, y: 4 }]])
  assert.equal(path, 'M12 30L600 0M1 2L3 4')
  assert.equal(isSignaturePath(path), true)
  for (const foreign of ['', 'M1 2', 'M1 2L3 4"><script>', 'M1 2L3 4Z', `M1 2${'L1 1'.repeat(6_000)}`]) assert.equal(isSignaturePath(foreign), false, foreign.slice(0, 20))
})

test('files go one after the other, and after a broken line only the one that failed is sent again', () => {
  let uploads = afterNews([], { kind: 'chosen', names: ['a.pdf', 'b.pdf'], firstKey: 0 })
  const tell = (...news: Parameters<typeof afterNews>[1][]) => void (uploads = news.reduce<readonly Upload[]>(afterNews, uploads))
  assert.equal(nextToSend(uploads)?.name, 'a.pdf')
  tell({ kind: 'progress', key: 0, percent: 250 })
  assert.deepEqual([uploads[0]?.percent, nextToSend(uploads)], [99, undefined])
  tell({ kind: 'arrived', key: 0, id: 'id-a' }, { kind: 'progress', key: 1, percent: 10 }, { kind: 'failed', key: 1, fault: '' })
  assert.equal(nextToSend(uploads), undefined)
  tell({ kind: 'again', key: 1 }, { kind: 'again', key: 0 })
  assert.deepEqual([nextToSend(uploads)?.name, uploads[0]?.state, uploads[0]?.id], ['b.pdf', 'done', 'id-a'])
  tell({ kind: 'dropped', key: 0 })
  assert.deepEqual(uploads.map(({ name }) => name), ['b.pdf'])
})

test('an answer to a file is its number, or the sentence of the refusal', () => {
  assert.deepEqual(readAnswer(201, { id: 'x' }, 'zh-CN'), { ok: true, id: 'x' })
  assert.deepEqual(readAnswer(413, { title: '文件太大', titleEn: 'The file is too large' }, 'zh-CN'), { ok: false, fault: '文件太大' })
  assert.deepEqual(readAnswer(413, { title: '文件太大', titleEn: 'The file is too large' }, 'en'), { ok: false, fault: 'The file is too large' })
  assert.deepEqual(readAnswer(502, null, 'zh-CN'), { ok: false, fault: '' })
})
