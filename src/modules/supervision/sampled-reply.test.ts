import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { law, type StaffCaller } from '#kernel/access/caller.ts'
import { aDecidedCase } from '#test/harness/cases.ts'
import { aRequest } from '#test/harness/disclosure.ts'
import { anEvent, gridPeople, verify } from '#test/harness/grid.ts'
import { anOrder, hotlinePeople } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { supervisionPeople } from '#test/harness/supervision.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const { inspector, other, supervisor, head, clerk } = await supervisionPeople(office)
const { seat } = await hotlinePeople(office)

const passed = await anOrder(office, 'awaitingCallback')
const secret = await anOrder(office, 'replied', { secret: true })
const keptFromOther = await anOrder(office, 'replied')
await office.call('hotline.recuse', other, { number: keptFromOther.number, ground: 'relative' })
const fromGrid = await anOrder(office)
const refusedCase = await aDecidedCase(office, { result: 'refuse', reasons: ['经营场所不符合规定条件。'] })
const request = await aRequest(office, 'closed')
const { town, worker } = await gridPeople(office)
const event = await anEvent(office)
await office.call('grid.link-order', seat, { number: event.number, orderNumber: fromGrid.number })
await office.call('grid.file-event', town, { number: event.number })
await office.call('grid.dispatch-event', town, { number: event.number, level: 'community' })
await office.call('grid.accept-event', worker, { number: event.number })
await office.call('grid.feed-back-event', worker, { number: event.number, treatment: '已清运垃圾并冲洗地面。' })
await verify(office, event.number)
await office.call('grid.conclude-event', town, { number: event.number, result: '现场已清理，问题解决。' })
const undrawn = await anOrder(office, 'handling')

office.clock.set(new Date('2026-09-14T08:10:00+08:00'))
await office.call('supervision.draw-sample', law, {})
const number = (await office.call('supervision.list-samples', inspector, {})).items[0]?.number ?? ''

async function drawn(of: { readonly number: string }, by: StaffCaller = inspector) {
  const { replies } = await office.call('supervision.get-sample', by, { number })
  return replies.find((reply) => reply.number === of.number) ?? assert.fail(`${of.number} was not drawn`)
}
const read = async (of: { readonly number: string }, by: StaffCaller = inspector) => office.call('supervision.get-sampled-reply', by, { number, replyId: (await drawn(of)).id })

test('S-13 replies of units, replies that came from the grid, decisions and answers to applications for information are all drawn', async () => {
  const { replies } = await office.call('supervision.get-sample', inspector, { number })
  assert.deepEqual(new Set(replies.map((reply) => reply.number)), new Set([passed.number, secret.number, keptFromOther.number, fromGrid.number, refusedCase.number, request]))
})

test('whoever judges a reply reads what was asked and what was replied, and nothing of who asked', async () => {
  const order = await read(passed)
  assert.deepEqual(order, { asked: '健身房关门以后预付卡余额不退，老板不接电话。', parts: [{ name: 'reply', text: '经查属实，已组织调解，商家同意退还余额。' }] })
  assert.deepEqual((await read(fromGrid, supervisor)).parts.map(({ name }) => name), ['reply'])
  const decision = await read(refusedCase)
  assert.deepEqual(decision.parts.filter(({ name }) => name !== 'opinion'), [{ name: 'outcome', text: '不予许可' }, { name: 'reason', text: '经营场所不符合规定条件。' }])
  assert.deepEqual(decision.parts.filter(({ name }) => name === 'opinion').map(({ text }) => text.slice(0, 2)), ['同意', '同意'])
  const answer = await read({ number: request })
  assert.deepEqual(answer.parts, [{ name: 'kind', text: '予以公开' }, { name: 'provided', text: '验收意见全文，共3页。' }])
  for (const text of [order, decision, answer]) assert.doesNotMatch(JSON.stringify(text), /何小满|张|1\d{10}/)
})

test('H-11 of a secret order the judge reads the brief of the office, and an order from which he was recused is kept from him', async () => {
  assert.equal((await read(secret)).asked, '有群众反映某健身房不退预付卡余额。')
  await assert.rejects(read(keptFromOther, other), { code: 'supervision.item-unknown' })
  await assert.rejects(office.call('supervision.check-reply', other, { number, replyId: (await drawn(keptFromOther)).id }), { code: 'supervision.own-reply' })
  assert.equal((await read(keptFromOther)).parts.length, 1)
})

test('only what was drawn is read, and only by inspectors and supervisors', async () => {
  const sample = await office.call('supervision.get-sample', inspector, { number })
  assert.ok(!sample.replies.some((reply) => reply.number === undrawn.number))
  await assert.rejects(office.call('supervision.get-sampled-reply', inspector, { number, replyId: '01999999-0000-7000-8000-000000000000' }), { code: 'supervision.item-unknown' })
  for (const caller of [head, clerk]) await assert.rejects(read(passed, caller), { code: 'contract.not-permitted' })
  for (const opens of [office.call('hotline.get-order', inspector, { number: passed.number }), office.call('cases.get-case', inspector, { number: refusedCase.number })]) await assert.rejects(opens, { name: 'Refusal' })
})

test('S-06 nobody gives a reply a second look that he wrote or passed himself', async () => {
  const { id, own } = await drawn(passed, other)
  assert.deepEqual([own, (await drawn(passed)).own], [true, false], 'the lead of the hotline passed it, and is an inspector too')
  await assert.rejects(office.call('supervision.check-reply', other, { number, replyId: id, faults: [] }), { code: 'supervision.own-reply' })
  const checked = await office.call('supervision.check-reply', inspector, { number, replyId: id, faults: [] })
  assert.equal(checked.replies.find((reply) => reply.id === id)?.checkedBy, `staff:${inspector.id}`)
})

test('S-13 the page shows the words that are judged beside the form, and no form for what is his own or kept from him', async () => {
  const { html } = await pages.get(`/supervision/samples/${number}`, other)
  assert.match(html, /经营场所不符合规定条件/)
  assert.match(html, /这件是你写的或审核通过的|你须回避/)
  assert.doesNotMatch(html, /href="\/supervision\/cases\/|href="\/hotline\/orders\/|何小满/)
  const offered = [...html.matchAll(/name="replyId" value="([^"]+)"/g)].map(([, id]) => id)
  assert.ok(!offered.includes((await drawn(keptFromOther)).id))
  assert.ok(offered.includes((await drawn(refusedCase)).id))
})
