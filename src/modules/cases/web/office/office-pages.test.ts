import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { approverOf, headOf, personCaller, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { anAcceptedCase, aReviewedCase, caseAs, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'
import { shownOf, wordsOf } from '#test/harness/page-words.ts'

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
  assert.doesNotMatch(shownOf(html), new RegExp(foodLicence.unit))
})

test('the queue is searched, narrowed and ordered by its address; its tabs say how much each list holds', async () => {
  const { number } = await anAcceptedCase(office)
  const narrowed = await pages.get(`/office/unit?q=${number.slice(-4)}&item=${foodLicence.implementCode}&order=receipt`, reviewer)
  assert.match(narrowed.html, new RegExp(`href="/office/cases/${number}"`))
  assert.match(narrowed.html, /<option value="receipt" selected="">先提交的在前|<option selected="" value="receipt">先提交的在前/)
  assert.ok(wordsOf(narrowed.html, 'h2').some((head) => /日 周.提交/.test(head)))
  assert.match((await pages.get('/office/unit?q=%E6%B2%A1%E6%9C%89', reviewer)).html, /没有符合的办件/)
  const { html } = await pages.get('/office', reviewer)
  const tabs = /<nav class="tabs"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? assert.fail('no tabs')
  assert.deepEqual([...tabs.matchAll(/<a href="([^"]*)"[^>]*>(要我办|等别人|停表|本月已办|本单位)(<i>\d+<\/i>)?<\/a>/g)].map(([, href, tab, count]) => [href, tab, count !== undefined]), [
    ['/office', '要我办', true],
    ['/office?show=waiting', '等别人', true],
    ['/office?show=stopped', '停表', true],
    ['/office?show=done', '本月已办', true],
    ['/office/unit', '本单位', false],
  ])
})

test('a reviewer finds a case that he has handled: by its number, among what waits for others, among what he did this month', async () => {
  const { number } = await aReviewedCase(office)
  assert.deepEqual([(await pages.get(`/office?q=${number}`, reviewer)).location, (await pages.get(`/office?q=${number.slice(-12)}`, reviewer)).location], [`/office/cases/${number}`, `/office/cases/${number}`])
  for (const show of ['waiting', 'done']) {
    const { html } = await pages.get(`/office?show=${show}`, reviewer)
    assert.match(html, new RegExp(`href="/office/cases/${number}"`))
    assert.match(shownOf(html), /同意，9月\d+日/)
  }
  const unknown = await pages.get(`/office?q=${number.slice(0, -4)}9999`, reviewer)
  assert.match(unknown.html, /没有找到这个编号的办件/)
})

test('a case stands on one page: form with labels, evidence, opinions of all units, every day of its clock, its history with hashes', async () => {
  const { number } = await anAcceptedCase(office)
  const { html } = await pages.get(`/office/cases/${number}`, reviewer)
  const heads = wordsOf(html, 'h2')
  for (const head of ['申请', '材料', '文书', '申请表', '材料核对', '每一天怎么算', '我的处理', '各单位意见', '经过']) assert.ok(heads.includes(head), head)
  assert.match(html, /<dt>经营面积<\/dt><dd>42\.5平方米<\/dd>/)
  assert.match(html, /<dt>[你您]要办哪一种？<\/dt><dd>[^<]+<\/dd>/, 'an answer stands beside its question')
  assert.match(html, /末条散列 SM3/)
  assert.doesNotMatch(shownOf(html), /floorArea|shichang-jianguan/)
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

test('reasons that come when the case was decided meanwhile are told so, and stay as they were written', async () => {
  const { number } = await aReviewedCase(office)
  const { html } = await pages.get(`/office/cases/${number}/decide`, approver)
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? assert.fail('no version')
  assert.equal((await pages.post(`/office/cases/${number}/decide`, approver, { result: 'approve', version })).status, 303)
  const late = await pages.post(`/office/cases/${number}/decide`, approver, { result: 'refuse', reasons: '场所不符合条件', version })
  assert.equal(late.status, 409)
  assert.match(late.html, /class="errsum"/)
  assert.match(late.html, /场所不符合条件<\/textarea>/)
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

test('S-22 the supervisor reads the queue of all, follows what happens in it, and finds nothing to tick or to send', async () => {
  const { number } = await anAcceptedCase(office)
  for (const path of ['/office', '/office/unit']) {
    const { html } = await pages.get(path, supervisor)
    assert.match(html, new RegExp(`href="/supervision/cases/${number}"`))
    assert.match(html, /data-live="kernel\.ledger"/)
    assert.doesNotMatch(html, /<form|<button|<input/)
  }
  assert.equal((await pages.get(`/office/bulk?act=agree&pick=${number}%20step:review`, supervisor)).status, 404)
})

test('several cases are agreed to at once only where one officer suffices, each with an event of its own', async () => {
  const countersigner = await reviewerOf(office, foodLicence.countersigner)
  const numbers = [(await anAcceptedCase(office)).number, (await anAcceptedCase(office)).number]
  const task = (await office.call('cases.list-queue', countersigner, { limit: 100 })).items.find(({ number }) => number === numbers[0])?.task ?? ''
  const list = await pages.get('/office/unit', countersigner)
  assert.match(list.html, new RegExp(`<input type="checkbox"[^>]* name="pick" value="${numbers[0]} ${task}"`))
  const asked = await pages.get(`/office/bulk?act=agree&${numbers.map((number) => `pick=${encodeURIComponent(`${number} ${task}`)}`).join('&')}`, countersigner)
  assert.deepEqual(wordsOf(asked.html, 'h1'), ['同意2件？'])
  const given = await pages.post('/office/bulk', countersigner, { act: 'agree', key: crypto.randomUUID(), pick: [...numbers.map((number) => `${number} ${task}`), `${numbers[0]} step:review`] })
  assert.deepEqual(wordsOf(given.html, 'h1'), ['办了2件，共3件'])
  assert.match(given.html, /这一环节要逐件审查，不能批量同意/)
  for (const number of numbers) assert.equal((await caseAs(office, countersigner, number)).steps.find(({ key }) => `step:${key}` === task)?.opinion, 'agree')
})

test('a head passes several open steps to a colleague, and says why', async () => {
  const head = await headOf(office, foodLicence.unit)
  const { number } = await anAcceptedCase(office)
  const drawn = (await caseAs(office, head, number)).steps.find(({ key }) => key === 'review')?.personId
  const personId = ['HD0076', 'HD0077'].find((one) => one !== drawn) ?? ''
  const pick = `${number} step:review`
  const without = await pages.post('/office/bulk', head, { act: 'transfer', key: crypto.randomUUID(), pick, personId, reason: '' })
  assert.equal(without.status, 422)
  assert.match(without.html, /请写转办理由/)
  const given = await pages.post('/office/bulk', head, { act: 'transfer', key: crypto.randomUUID(), pick, personId, reason: '承办人休假' })
  assert.deepEqual(wordsOf(given.html, 'h1'), ['办了1件，共1件'])
  assert.equal((await caseAs(office, head, number)).steps.find(({ key }) => key === 'review')?.personId, personId)
})

test('deciding is not offered for several cases, whoever asks', async () => {
  const { number } = await aReviewedCase(office)
  const { html } = await pages.get('/office/unit', approver)
  assert.doesNotMatch(html, /value="decide"/)
  const asked = await pages.post('/office/bulk', approver, { act: 'decide', key: crypto.randomUUID(), pick: `${number} step:approve` })
  assert.equal(asked.location, '/office/unit')
  assert.equal((await caseAs(office, approver, number)).state, 'inReview')
})

test('a paper of the case is shown beside its form when its link is followed, and its reading is recorded then, not before', async () => {
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
  const { id } = await office.call('kernel.upload-file', await personCaller(office, 'zhang-xiaomei'), { name: '平面图.pdf', bytes })
  const { number } = await anAcceptedCase(office, { materials: [{ material: 'm3', by: 'file', fileId: id }, { material: 'm4', by: 'paper', copies: 1 }, { material: 'm6', by: 'paper', copies: 1 }] })
  const before = await pages.get(`/office/cases/${number}`, reviewer)
  assert.match(before.html, new RegExp(`formAction="/office/cases/${number}\\?look=${id}#preview"`, 'i'))
  assert.doesNotMatch(before.html, new RegExp(`/files/${id}`))
  const { html } = await pages.post(`/office/cases/${number}?look=${id}`, reviewer, { opinion: 'agreeWithConditions', text: '还没有写完的意见' })
  assert.match(html, /还没有写完的意见/)
  assert.match(html, new RegExp(`<object data="/api/v1/cases/${number}/files/${id}[^"]*" type="application/pdf"`))
  assert.match(html, /aria-current="true"/)
  assert.ok(html.includes('id="form"'), 'the form stays beside it')
  assert.doesNotMatch((await pages.get(`/office/cases/${number}?look=01999999-0000-7000-8000-000000000000`, reviewer)).html, /<object/)
})

test('the page of a case says which colleague has it open, and follows it where there are scripts', async () => {
  const { number } = await anAcceptedCase(office)
  await pages.get(`/office/cases/${number}`, approver)
  const { html } = await pages.get(`/office/cases/${number}`, reviewer)
  assert.match(html, new RegExp(`还有人开着这件：.*${approver.name}`))
  assert.match((await pages.get(`/office/cases/${number}/suspend`, reviewer)).html, new RegExp(`还有人开着这件：${approver.name}（从`))
  assert.match(html, new RegExp(`id="presence"[^>]*data-live="cases.case~${number}" data-seen="\\w{24}" data-from="/office/cases/${number}\\?shown=\\d+"`))
  assert.match(html, /<script type="module"/)
  assert.doesNotMatch(html, /这件刚刚有了变化/)
  await office.call('cases.extend-case', await headOf(office, foodLicence.unit), { number, by: { value: 1, unit: 'WORKING_DAY' }, reason: '需要核实' })
  const from = /data-from="([^"]+)"/.exec(html)?.[1] ?? ''
  assert.match((await pages.get(from, reviewer)).html, /这件刚刚有了变化/)
})

test('an approver returns an opinion by name of the unit, and the page shows the reason beside the opinions', async () => {
  const { number } = await aReviewedCase(office)
  const { html } = await pages.get(`/office/cases/${number}/return`, approver)
  assert.match(html, /<option value="review">[^<]*市场监管[^<]*：同意/)
  const { location } = await pages.post(`/office/cases/${number}/return`, approver, { step: 'review', reason: '没有写明面积' })
  assert.match((await pages.get(location ?? '', approver)).html, /退回[^<]*重审：没有写明面积/)
})

test('a reviewer asks a unit that the route does not know; units with a part in the case are not offered', async () => {
  const { number } = await anAcceptedCase(office)
  const { html } = await pages.get(`/office/cases/${number}/ask-countersign`, reviewer)
  assert.match(html, /<option value="chengshi-guanli">/)
  assert.doesNotMatch(html, new RegExp(`<option value="(?:${foodLicence.countersigner}|${foodLicence.unit})">`))
  const { status } = await pages.post(`/office/cases/${number}/ask-countersign`, reviewer, { unitId: 'chengshi-guanli', question: '是否占道？' })
  assert.equal(status, 303)
  assert.match((await pages.get('/office/unit', await reviewerOf(office, 'chengshi-guanli'))).html, /待会签/)
})

test('the head finds the cases of the unit, ticks open steps, and passes on only steps of the own unit, by name', async () => {
  const head = await headOf(office, foodLicence.unit)
  const { number } = await anAcceptedCase(office)
  assert.match((await pages.get('/office/unit', head)).html, /批量转办/)
  const { html } = await pages.get(`/office/cases/${number}/transfer`, head)
  assert.match(html, /<option value="review">市场监管，审查（现由/)
  assert.doesNotMatch(shownOf(html), /消防|HD00\d\d办/)
})

test('the archivist archives what is closed and reads its file; the papers are named, the ledger is whole', async () => {
  const archivist = await staffCaller(office, 'HD0012')
  const { number, person } = await anAcceptedCase(office)
  await office.call('cases.withdraw-case', person, { number, reason: '计划有变' })
  assert.match((await pages.get('/archive', archivist)).html, new RegExp(`href="/archive/cases/${number}"`))
  const file = await pages.get(`/archive/cases/${number}`, archivist)
  assert.match(file.html, /记录完整/)
  assert.match(file.html, /经营场所布局和操作流程图/)
  const done = await pages.post('/archive', archivist, { key: crypto.randomUUID(), pick: number })
  assert.match(done.html, /归档了1件/)
  assert.match((await pages.get('/archive/kept', archivist)).html, new RegExp(number))
  const reviewerSees = await pages.get('/archive', reviewer)
  assert.equal(reviewerSees.status, 403)
})

test('the next page of a queue keeps filter and order in its address', async () => {
  for (let filed = 0; filed < 21; filed++) await anAcceptedCase(office)
  const { html } = await pages.get(`/office/unit?q=${encodeURIComponent('食品')}&order=item`, reviewer)
  const next = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? assert.fail('no second page')
  assert.match(next, /^\/office\/unit\?q=%E9%A3%9F%E5%93%81&order=item&cursor=/)
  const second = await pages.get(next, reviewer)
  const numbersOn = (page: string) => new Set([...page.matchAll(/href="\/office\/cases\/(\w+)"/g)].map(([, number]) => number))
  assert.ok(numbersOn(second.html).size > 0)
  assert.equal(numbersOn(html).intersection(numbersOn(second.html)).size, 0)
})
