import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { clerk, personCaller } from '#test/harness/callers.ts'
import { anAcceptedCase, aSubmittedCase, caseAs, foodLicence, publishItem, setTime } from '#test/harness/cases.ts'
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
