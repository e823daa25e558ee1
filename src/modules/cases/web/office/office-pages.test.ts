import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { approverOf, headOf, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { anAcceptedCase, aReviewedCase, caseAs, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { wordsOf } from '#test/harness/page-words.ts'

const office = await openTestOffice()
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const reviewer = await reviewerOf(office, foodLicence.unit)
const approver = await approverOf(office, foodLicence.unit)
const supervisor = await staffCaller(office, 'HD0013')

test('the queue of the unit shows each case with its clock, in words and by a shape', async () => {
  const { number } = await anAcceptedCase(office)
  const { html } = await pages.get('/office/unit', reviewer)
  assert.deepEqual(wordsOf(html, 'h1'), ['本单位的办件'])
  assert.match(html, new RegExp(`href="/office/cases/${number}"`))
  assert.match(html, /class="clock run"[^>]*>剩\d+天/)
  assert.match(html, /待审查/)
  assert.doesNotMatch(html, new RegExp(foodLicence.unit))
})

test('a case stands on one page: form with labels, evidence, opinions of all units, every day of its clock, its history with hashes', async () => {
  const { number } = await anAcceptedCase(office)
  const { html } = await pages.get(`/office/cases/${number}`, reviewer)
  const heads = wordsOf(html, 'h2')
  for (const head of ['申请', '材料', '文书', '申请表', '材料核对', '每一天怎么算', '我的处理', '各单位意见', '经过']) assert.ok(heads.includes(head), head)
  assert.match(html, /<dt>经营面积<\/dt><dd>42\.5平方米<\/dd>/)
  assert.match(html, /末条散列 SM3/)
  assert.doesNotMatch(html, /floorArea|shichang-jianguan/)
})

test('C-11 an opinion on the substance needs two officers; the page says so and keeps what was written', async () => {
  const { number } = await anAcceptedCase(office)
  assert.match((await pages.get(`/office/cases/${number}`, reviewer)).html, /<input type="checkbox" name="officers" value="HD0077"\/><span>李柏霖/)
  const alone = await pages.post(`/office/cases/${number}/review`, reviewer, { opinion: 'agree', text: '现场符合要求', officers: ['HD0077'] })
  assert.equal(alone.status, 422)
  assert.match(alone.html, /核查人员数量不足/)
  assert.match(alone.html, /现场符合要求<\/textarea>/)
  assert.match(alone.html, /name="officers" checked="" value="HD0077"|name="officers" value="HD0077" checked=""/)
  const both = await pages.post(`/office/cases/${number}/review`, reviewer, { opinion: 'agree', text: '现场符合要求', officers: ['HD0076', 'HD0077'] })
  assert.equal(both.status, 303)
  assert.match((await pages.get(both.location ?? '', reviewer)).html, /class="clock done">同意/)
})

test('a decision is given on a page of its own, and a refusal without reasons comes back', async () => {
  const { number } = await aReviewedCase(office)
  const { html } = await pages.get(`/office/cases/${number}/decide`, approver)
  assert.deepEqual(wordsOf(html, 'h1'), ['作出决定？'])
  assert.match(html, /决定作出后不能改/)
  const without = await pages.post(`/office/cases/${number}/decide`, approver, { result: 'refuse', reasons: '' })
  assert.equal(without.status, 422)
  assert.match(without.html, /class="errsum"/)
  const granted = await pages.post(`/office/cases/${number}/decide`, approver, { result: 'approve' })
  assert.equal(granted.status, 303)
  assert.match((await pages.get(granted.location ?? '', approver)).html, /已出具准予许可决定书/)
})

test('a special procedure stops the clock, and the page says since when it stands', async () => {
  const { number } = await anAcceptedCase(office)
  const { status } = await pages.post(`/office/cases/${number}/suspend`, reviewer, { cause: 'expertReview', reason: '需要专家论证', limit: '10' })
  assert.equal(status, 303)
  assert.match((await pages.get(`/office/cases/${number}`, reviewer)).html, /class="clock stop"[^>]*><b>停表/)
  assert.match((await pages.get('/office/unit', reviewer)).html, /停表，不计时/)
})

test('a head passes a step to a colleague, chosen by name', async () => {
  const { number } = await anAcceptedCase(office)
  const { html } = await pages.get(`/office/cases/${number}/transfer`, await headOf(office, foodLicence.unit))
  assert.match(html, /<option value="HD0077">李柏霖/)
})

test('what a case does not allow now has no page', async () => {
  const { number } = await anAcceptedCase(office)
  const { status, html } = await pages.get(`/office/cases/${number}/decide`, reviewer)
  assert.equal(status, 409)
  assert.match(html, /当前状态不能这样办理/)
})

test('the supervisor sees every case and may change none', async () => {
  const { number } = await anAcceptedCase(office)
  const list = await pages.get('/supervision/cases?state=inReview', supervisor)
  assert.match(list.html, new RegExp(`href="/supervision/cases/${number}"`))
  const one = await pages.get(`/supervision/cases/${number}`, supervisor)
  assert.match(one.html, /这件现在没有要你办的，只能查看/)
  assert.doesNotMatch(one.html, /<form/)
  assert.equal((await caseAs(office, supervisor, number)).commands.length, 0)
})
