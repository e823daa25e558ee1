import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { clerk, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { anAcceptedCase, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { shownOf, wordsOf } from '#test/harness/page-words.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice()
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const manager = await staffCaller(office, 'HD0006')

test('the hall manager hands out a number and sees who waits and which window serves whom', async () => {
  const handedOut = await pages.post('/hall', manager, { key: crypto.randomUUID(), kind: 'general' })
  assert.equal(handedOut.location, '/hall?number=A001')
  const { html } = await pages.get('/hall?number=A001', manager)
  assert.deepEqual(wordsOf(html, 'h1'), ['花都区政务服务中心，现在'])
  assert.match(shownOf(html), /取了A001号，前面0人/)
  const windowClerk = await clerk(office)
  await office.call('reception.call-next', windowClerk, {})
  const later = shownOf((await pages.get('/hall', manager)).html)
  assert.match(later, new RegExp(`${windowClerk.name}.*A001，已叫`, 's'))
  assert.match(later, /现在没有人在等/)
})

test('the hall manager opens any case to look at it, and changes none', async () => {
  const { number } = await anAcceptedCase(office)
  const html = shownOf((await pages.get(`/hall/cases/${number}`, manager)).html)
  assert.match(html, /这件现在没有要你办的，只能查看/)
  assert.doesNotMatch(html, /<form/)
  assert.match(html, /href="\/hall"/)
})

test('S-22 the supervisor watches the hall that he chose, and hands out no number', async () => {
  const supervisor = await staffCaller(office, 'HD0013')
  const hall = manager.hallId ?? assert.fail('the manager has a hall')
  const { html } = await pages.get(`/hall?hall=${hall}`, supervisor)
  assert.match(html, new RegExp(`data-live="reception\\.hall~${hall}"`))
  assert.match(shownOf(html), /A001，已叫/)
  assert.doesNotMatch(html, /<form|<button|<input/)
  assert.equal((await pages.post('/hall', supervisor, { key: crypto.randomUUID(), kind: 'general' })).status, 403)
  assert.equal((await office.call('reception.get-hall-day', manager, {})).waiting.length, 0)
})

test('a reviewer has no hall to look at', async () => {
  assert.equal((await pages.get('/hall', await reviewerOf(office, foodLicence.unit))).status, 403)
})

test('whoever goes back to the page gets the same number again from the same button, and one of the other kind from the other', async () => {
  const key = crypto.randomUUID()
  const press = async (kind: string): Promise<string | null> => (await pages.post('/hall', manager, { key, kind })).location
  assert.deepEqual([await press('general'), await press('general'), await press('priority')], ['/hall?number=A002', '/hall?number=A002', '/hall?number=Y001'])
  const strip = async (act: string): Promise<string | null> => (await pages.post('/desk/queue', await clerk(office), { key, act })).location
  assert.deepEqual([await strip('hand-out:general'), await strip('hand-out:priority')], ['/desk?number=A003', '/desk?number=Y002'])
})
