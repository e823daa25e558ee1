import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { encodeCursor } from '#modules/cases/paging.ts'
import { approverOf, clerk, personCaller } from '#test/harness/callers.ts'
import { aDecidedCase, anAcceptedCase, aSubmittedCase, caseAs, foodApplication, foodLicence, publishItem, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { hiddenField, openTestPages } from '#test/harness/pages.ts'
import { shownOf, wordsOf } from '#test/harness/page-words.ts'

const office = await openTestOffice()
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const windowClerk = await clerk(office)

/** The desk after a card was laid on the reader. */
async function afterReadingTheCard(): Promise<string> {
  const { location } = await pages.post('/desk', windowClerk, { act: 'card', card: 'zhang-xiaomei' })
  return location ?? assert.fail('nobody was found')
}

test('his cases are not asked for again once an item is looked for, and an hour after the card was read the pane says so', async () => {
  const address = await afterReadingTheCard()
  assert.doesNotMatch((await pages.get(`${address}&q=${encodeURIComponent('饭店')}`, windowClerk)).html, /此人的办件/)
  const now = office.clock.now()
  office.clock.set(new Date(now.getTime() + 61 * 60_000))
  assert.match((await pages.get(address, windowClerk)).html, /要看此人的办件，请再读一次证件/)
  office.clock.set(now)
})

test('from a later page of his cases, and of what waits at the window, a link leads back', async () => {
  const address = await afterReadingTheCard()
  const place = `cursor=${encodeURIComponent(encodeCursor(office.clock.now(), '01999999-0000-7000-8000-000000000000'))}&cursor-back=`
  for (const [list, base] of [[`${address}&${place}`, `${address}#own-cases`], [`/desk?${place}`, '/desk']] as const) {
    assert.ok((await pages.get(list, windowClerk)).html.includes(` rel="prev" href="${base}"`), list)
  }
})

test('a case that left the queue is found at the window by the number on its voucher, typed in full or by its end', async () => {
  const { number } = await anAcceptedCase(office)
  for (const typed of [number, `  ${number.slice(0, 31)} ${number.slice(31)}`, number.slice(-12)]) {
    const { status, location } = await pages.get(`/desk?find=${encodeURIComponent(typed)}`, windowClerk)
    assert.deepEqual([status, location], [302, `/desk/cases/${number}`], typed)
  }
})

test('a number that nobody has and words that are no number come back with the same sentence, and with what was typed', async () => {
  const { number } = await anAcceptedCase(office)
  for (const typed of [`${number.slice(0, -4)}9999`, '昨天那件']) {
    const { status, html } = await pages.get(`/desk?find=${encodeURIComponent(typed)}`, windowClerk)
    assert.equal(status, 200)
    assert.match(shownOf(html), /没有找到。请对照回执核对编号/)
    assert.ok(html.includes(`value="${typed}"`))
  }
})

test('numbers of two items that end alike are a choice between both', async () => {
  const implementCode = await publishItem(office, 7, {})
  const person = await personCaller(office, 'zhang-xiaomei')
  setTime(office, '2026-09-21')
  const [one, other] = [await aSubmittedCase(office), await aSubmittedCase(office, { implementCode })]
  assert.equal(one.number.slice(-12), other.number.slice(-12))
  const { html } = await pages.get(`/desk?find=${one.number.slice(-12)}`, windowClerk)
  assert.match(html, /2件的编号末尾相同/)
  for (const { number } of [one, other]) assert.match(html, new RegExp(`href="/desk/cases/${number}"`))
  assert.equal((await caseAs(office, person, one.number)).implementCode, foodLicence.implementCode)
})

test('C-02 whoever was told what is missing comes back another day without his papers of the first: his card leads to the case, and what he brought is taken', async () => {
  const { number } = await aSubmittedCase(office)
  await office.call('cases.request-correction', windowClerk, { number, defects: [{ material: 'm4', standard: 0 }] })
  setTime(office, '2026-09-23')
  const desk = await pages.get(await afterReadingTheCard(), windowClerk)
  assert.ok(wordsOf(desk.html, 'h2').includes('此人的办件'))
  const way = new RegExp(`<a href="(/desk/cases/${number}/supply)">收补正材料`).exec(desk.html)?.[1] ?? assert.fail('no way to the case')
  const supply = await pages.get(way, windowClerk)
  const taken = await pages.post(way, windowClerk, { key: hiddenField(supply, 'key'), version: hiddenField(supply, 'version'), 'way-m4': 'paper' })
  assert.equal(taken.status, 303, taken.html)
  assert.equal((await caseAs(office, windowClerk, number)).state, 'corrected')
})

test('C-19 what a pledge stands for is not among what is owed at the window; it is owed again once the pledge is taken back', async () => {
  const { number, person } = await anAcceptedCase(office, { pledge: true, materials: [{ material: 'm3', by: 'pledge' }, { material: 'm4', by: 'paper', copies: 1 }, { material: 'm6', by: 'paper', copies: 1 }] })
  const supply = async () => (await pages.get(`/desk/cases/${number}/supply`, windowClerk)).html
  const pledged = await supply()
  assert.match(pledged, /欠0份/)
  assert.match(pledged, /现在没有欠的材料/)
  assert.match(pledged, /告知承诺/)
  await office.call('cases.withdraw-pledge', person, { number })
  assert.match(await supply(), /欠1份/)
})

test('C-07 a result that is fetched is signed for on the page where it is handed over, drawn or on paper; a name alone comes back', async () => {
  const { number } = await aDecidedCase(office, { result: 'approve' }, { delivery: { kind: 'window', hallId: 'qu-zhengwu' }, form: { ...foodApplication().form, siteAddress: '花都区花东镇示例路21号' } })
  await office.call('cases.issue-case', await approverOf(office, foodLicence.unit), { number })
  const path = `/desk/cases/${number}/deliver`
  const page = await pages.get(path, windowClerk)
  assert.match(page.html, /<legend>收件人签收<\/legend>/)
  assert.doesNotMatch(page.html, /邮寄单号/)
  const fields = { key: hiddenField(page, 'key'), version: hiddenField(page, 'version'), signature: '张晓梅' }
  const unsigned = await pages.post(path, windowClerk, fields)
  assert.equal(unsigned.status, 422)
  assert.match(unsigned.html, /<title>错误：/)
  assert.match(unsigned.html, /<a href="#signature">收件人签收：还没有签收/)
  assert.match(unsigned.html, /name="signature"[^>]*value="张晓梅"|value="张晓梅"[^>]*name="signature"/)
  const handed = await pages.post(path, windowClerk, { ...fields, key: hiddenField(unsigned, 'key'), 'signature.drawing': 'M40 60L200 120' })
  assert.equal(handed.status, 303, handed.html)
  assert.match((await pages.get(`/desk/cases/${number}`, windowClerk)).html, /签收签名/)
})
