import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { personCaller, reviewerOf, staffCaller } from '#test/harness/callers.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import { aCallOnTheLine, anOrder, aRemindedOrder, hotlinePeople, seen } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { hiddenField, openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
const { seat, lead, handler, head } = await hotlinePeople(office)
const citizen = await personCaller(office, 'zhang-xiaomei')
after(async () => {
  await pages.close()
  await office.close()
})

const receiptOf = (html: string): { readonly number: string; readonly code: string } => ({ number: /RX\d{13}/.exec(html)?.[0] ?? assert.fail('no number'), code: /<dd class="num">(\d{6})</.exec(html)?.[1] ?? assert.fail('no code') })

test('anybody files an appeal and gets number and code, and sending the form twice makes one order', async () => {
  const key = hiddenField(await pages.get('/appeals/new'), 'key')
  const fields = { key, kind: 'complaint', title: '夜间施工', content: '工地夜里打桩。', phone: '13800009001', secret: 'yes' }
  const first = receiptOf((await pages.post('/appeals/new', anonymous, fields)).html)
  assert.deepEqual(receiptOf((await pages.post('/appeals/new', anonymous, fields)).html), first)
  const followed = await pages.post('/appeals', anonymous, { no: first.number, code: first.code })
  assert.match(followed.html, /已登记，待派单/)
  const wrong = await pages.post('/appeals', anonymous, { no: first.number, code: '000000' })
  assert.equal(wrong.status, 404)
  assert.doesNotMatch(wrong.html, /已登记，待派单/)
})

test('an appeal without a kind comes back with everything that was typed', async () => {
  const { status, html } = await pages.post('/appeals/new', anonymous, { key: crypto.randomUUID(), title: '路灯不亮', content: '坏了一周' })
  assert.equal(status, 400)
  assert.match(html, /role="alert"/)
  assert.match(html, /value="路灯不亮"/)
})

test('who waits for the callback rates on the page, and the order is closed', async () => {
  const { number, queryCode } = await anOrder(office, 'awaitingCallback')
  const found = await pages.post('/appeals', anonymous, { no: number, code: queryCode })
  assert.match(found.html, /商家同意退还余额/)
  const rated = await pages.post('/appeals', anonymous, { act: 'rate', no: number, code: hiddenField(found, 'code'), solved: 'yes', satisfaction: 'satisfied' })
  assert.match(rated.html, /已收到你的评价/)
  assert.equal((await seen(office, seat, number)).state, 'closed')
})

test('an answer is found without calling', async () => {
  assert.match((await pages.get('/answers?q=居住证')).html, /居住证怎么办/)
  assert.match((await pages.get('/answers?q=火星移民')).html, /没有找到现成的答案/)
})

test('a stuck case goes to the hotline with its ledger, told in words', async () => {
  const { number } = await aSubmittedCase(office)
  const path = `/appeals/stuck/${number}`
  const { number: order } = receiptOf((await pages.post(path, citizen, { key: hiddenField(await pages.get(path, citizen), 'key'), content: '一直没有消息' })).html)
  assert.match((await pages.get(`/hotline/orders/${order}`, seat)).html, /提交申请/)
  assert.match((await pages.get('/appeals', citizen)).html, /办件久拖不决/)
})

test('at the seat a call is simulated, answered, written down and hung up, all by forms', async () => {
  const act = (fields: Record<string, string>) => pages.post('/hotline', seat, { key: crypto.randomUUID(), ...fields })
  assert.equal((await act({ act: 'simulate', line: '12345', callingNumber: '13800009009' })).location, '/hotline')
  const id = /name="id" value="([0-9a-f-]{36})"/.exec((await pages.get('/hotline', seat)).html)?.[1] ?? assert.fail('nothing rings')
  await act({ act: 'answer', id })
  const { html } = await pages.get('/hotline?q=夜间施工', seat)
  assert.match(html, /当前通话/)
  assert.match(html, /138\*\*\*\*9009/)
  assert.match(html, /工地晚上可以施工吗/)
  const refused = await act({ act: 'register', callId: id, kind: 'help', title: '路灯不亮' })
  assert.equal(refused.status, 400)
  assert.match(refused.html, /value="路灯不亮"/)
  const taken = await act({ act: 'register', callId: id, kind: 'help', title: '路灯不亮', content: '迎宾大道路灯不亮' })
  assert.match(taken.location ?? '', /^\/hotline\/orders\/RX\d{13}$/)
  await act({ act: 'hang-up', id })
  assert.doesNotMatch((await pages.get('/hotline', seat)).html, /当前通话/)
})

test('at the seat a caller is put on hold, joined with a unit and put through, and how he found it is written down, all by forms', async () => {
  const act = (fields: Record<string, string>) => pages.post('/hotline', seat, { key: crypto.randomUUID(), ...fields })
  const call = async (acts: readonly Record<string, string>[]): Promise<string> => {
    const id = await aCallOnTheLine(office)
    for (const fields of acts) assert.equal((await act({ id, ...fields })).location, '/hotline')
    const { html } = await pages.get('/hotline', seat)
    await act({ act: 'hang-up', id })
    return html
  }
  const unitId = 'shichang-jianguan'
  assert.match(await call([{ act: 'hold' }]), /当前通话[\s\S]{0,200}保持[\s\S]*恢复通话/)
  assert.match(await call([{ act: 'join', unitId }]), /当前通话[\s\S]{0,200}三方通话/)
  assert.match(await call([{ act: 'transfer', unitId }]), /当前通话[\s\S]{0,200}已转接[\s\S]*市场监管，已接通[\s\S]*转接后群众是否满意/)
  assert.doesNotMatch(await call([{ act: 'transfer', unitId }, { act: 'rate', satisfied: 'true' }]), /转接后群众是否满意/)
})

test('the order page carries an order from dispatch to its end by forms alone', async () => {
  const { number } = await anOrder(office)
  const path = `/hotline/orders/${number}`
  const give = async (caller: typeof seat, command: string, fields: Record<string, string> = {}): Promise<void> => {
    const { html } = await pages.get(path, caller)
    assert.match(html, new RegExp(`name="command" value="${command}"`), command)
    const named = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${command}-${name}`, value]))
    const answer = await pages.post(path, caller, { command, key: crypto.randomUUID(), ...named })
    assert.equal(answer.location, path, /role="alert"[\s\S]{0,300}/.exec(answer.html)?.[0])
  }
  await give(seat, 'dispatch', { category: 'market', mainUnitId: 'shichang-jianguan', assistant1: '', assistant2: '' })
  await give(handler, 'sign')
  await give(head, 'extend', { days: '2', reason: '需要取证' })
  await give(handler, 'reply', { reply: '经查属实，已责令退款。' })
  await give(lead, 'check', { passed: 'true', remark: '可以' })
  await give(seat, 'call-back', { satisfaction: 'satisfied', solved: 'true', note: '满意' })
  assert.equal((await seen(office, seat, number)).state, 'closed')
})

test('H-04 a return is claimed with evidence on the page and decided on the page', async () => {
  const { number } = await anOrder(office, 'dispatched')
  const path = `/hotline/orders/${number}`
  const bare = await pages.post(path, handler, { command: 'claim-return', key: crypto.randomUUID(), 'claim-return-basis': '权责清单第12项' })
  assert.equal(bare.status, 400)
  assert.match(bare.html, /href="#claim-return-quote"[^>]*>退单须有证据/)
  const file = new File(['%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'], 'duty.pdf', { type: 'application/pdf' })
  await pages.post(path, handler, { command: 'claim-return', key: crypto.randomUUID(), 'claim-return-basis': '权责清单第12项', 'claim-return-file': file })
  assert.match((await pages.get(path, lead)).html, /证据1/)
  await pages.post(path, lead, { command: 'arbitrate', key: crypto.randomUUID(), 'arbitrate-upheld': 'false', 'arbitrate-reasoning': '属于本单位职责' })
  assert.match((await pages.get('/hotline/precedents', handler)).html, /属于本单位职责/)
  assert.doesNotMatch((await pages.get(path, handler)).html, /value="claim-return"/)
})

test('H-08 the letter that reminds a unit is a sheet of paper to print, with its PDF beside it; another unit and the caller do not find it', async () => {
  const { number, documentId } = await aRemindedOrder(office)
  const path = `/hotline/orders/${number}/documents/${documentId}`
  const { html } = await pages.get(`/hotline/orders/${number}`, handler)
  for (const href of [path, `/api/v1${path}`]) assert.ok(html.includes(`href="${href}"`), href)
  for (const reader of [handler, lead, await staffCaller(office, 'HD0013')]) {
    const paper = await pages.get(path, reader)
    assert.match(paper.html, new RegExp(`<article class="sheet"[^>]*>.*<h1[^>]*>.*督办单.*${number}.*class="seal">`))
    assert.match(paper.html, new RegExp(`href="/api/v1${path}"`))
  }
  assert.equal((await pages.get(path, await reviewerOf(office, 'qixiang'))).status, 404)
  assert.equal((await pages.get(path, citizen)).location, `/staff/sign-in?back=${encodeURIComponent(path)}`)
})

test('H-11 the page of a secret order shows a handler neither who called nor in which words', async () => {
  const { number } = await anOrder(office, 'handling', { secret: true, kind: 'report' })
  const { html } = await pages.get(`/hotline/orders/${number}`, handler)
  assert.match(html, /诉求人要求保密/)
  for (const trace of ['何**', '何小满', '老板不接电话', '139****']) assert.ok(!html.includes(trace), trace)
  assert.doesNotMatch((await pages.get('/hotline/orders', handler)).html, /老板不接电话/)
  const read = await pages.post(`/hotline/orders/${number}`, handler, { command: 'read-caller', purpose: 'contact' })
  assert.equal(read.status, 403)
  assert.ok(!read.html.includes('何小满'))
})

test('H-09 what may be the same is shown side by side and linked with one button', async () => {
  const text = { title: '河道发臭', content: '天马河边有工厂偷排污水，河水发黑发臭。', place: '天马河', phone: '13700009999', callingNumber: '13700009999' }
  const first = await anOrder(office, 'registered', text)
  const again = await anOrder(office, 'registered', text)
  const path = `/hotline/orders/${again.number}`
  const { html } = await pages.get(path, seat)
  assert.match(html, /同一诉求人[\s\S]*同一地点/)
  await pages.post(path, seat, { command: 'link', key: crypto.randomUUID(), original: first.number })
  assert.equal((await seen(office, seat, again.number)).originalNumber, first.number)
})

test('lists, hot spots and articles are open to those whose they are', async () => {
  for (const [path, caller] of [['/hotline/orders', lead], ['/hotline/orders?view=toSign', handler], ['/hotline/hot-spots?days=7', seat], ['/hotline/articles?article=food-licence', handler], ['/hotline/orders', await staffCaller(office, 'HD0013')]] as const) {
    const { status, html } = await pages.get(path, caller)
    assert.equal(status, 200, path)
    assert.doesNotMatch(html, /shichang-jianguan<|undefined|\[object/)
  }
  assert.equal((await pages.get('/hotline', handler)).status, 403)
  const saved = await pages.post('/hotline/articles', handler, { key: crypto.randomUUID(), articleId: 'food-licence', ownerUnitId: 'shichang-jianguan', category: 'food-safety', question: '开饭店要办什么证', answer: '营业执照和食品经营许可。', basis: '《食品安全法》第三十五条', expiresOn: '2027-09-30' })
  assert.equal(saved.location, '/hotline/articles')
  assert.match((await pages.get('/hotline/articles', handler)).html, /2027年9月30日/)
})

test('an article shows its earlier versions, with who wrote each, when, and what it changed', async () => {
  const write = (answer: string, expiresOn: string) => pages.post('/hotline/articles', handler, { key: crypto.randomUUID(), articleId: 'stall-permit', ownerUnitId: 'shichang-jianguan', category: 'market', question: '夜市摆摊要办什么', answer, basis: '《食品安全法》第三十六条', expiresOn })
  for (const answer of ['到街道登记。', '到街道登记，领摊贩公示卡。']) assert.equal((await write(answer, '2027-06-30')).location, '/hotline/articles')
  await write('到街道登记，领摊贩公示卡。', '2027-09-30')
  const { html } = await pages.get('/hotline/articles?article=stall-permit', handler)
  const [, newest = '', second = '', first = ''] = /id="versions"[\s\S]*/.exec(html)?.[0].split('<h3>') ?? assert.fail('no versions')
  assert.match(newest, new RegExp(`第3版[\\s\\S]*${handler.name}，[\\s\\S]*有效期至[\\s\\S]*2027年6月30日[\\s\\S]*2027年9月30日`))
  assert.doesNotMatch(newest, /摊贩公示卡/)
  assert.match(second, /第2版[\s\S]*答案[\s\S]*到街道登记。[\s\S]*到街道登记，领摊贩公示卡。/)
  assert.match(first, /第1版[\s\S]*首版/)
  assert.match((await pages.get('/hotline/articles?article=stall-permit&before=2', handler)).html, /<h3>第1版/)
  assert.match((await pages.get('/hotline/articles?article=night-work', lead)).html, /随系统发布[\s\S]*首版/)
})

test('a spot that is asked about often is called hot on the page, with both periods and what became of the orders', async () => {
  for (let count = 0; count < 5; count += 1) {
    const { number } = await anOrder(office)
    await office.call('hotline.dispatch-order', seat, { number, category: 'housing', mainUnitId: 'zhufang-jianshe' })
  }
  const { html } = await pages.get('/hotline/hot-spots?days=7', seat)
  const [, rows = '', categories = ''] = html.split('<tbody>')
  const spot = rows.split('<tr>').find((row) => row.includes('住房物业')) ?? assert.fail('no spot')
  assert.deepEqual([...spot.matchAll(/<td[^>]*>(?:<[^>]*>)*([^<]*)/g)].map(([, text]) => text), ['花都区', '5', '0', '热点'])
  assert.match(categories.split('<tr>').find((row) => row.includes('住房物业')) ?? '', />5<[\s\S]*>0<[\s\S]*>0\/0</)
})

test('hot spots name the region, never its code', async () => {
  await anOrder(office, 'handling')
  const { html } = await pages.get('/hotline/hot-spots?days=7', seat)
  assert.match(html, /<td[^>]*>(?:<[^>]*>)*花都区/)
  assert.doesNotMatch(html, />440114</)
})

test('a step of an order that somebody else has taken meanwhile leaves what was typed on the page', async () => {
  const { number } = await anOrder(office, 'replied')
  const { status, html } = await pages.post(`/hotline/orders/${number}`, handler, { command: 'reply', 'reply-reply': '另一个窗口里写的答复。' })
  assert.equal(status, 409)
  assert.match(html, /这一步没有办成[\s\S]*另一个窗口里写的答复。/)
})

test('what the caller has told of the questions of a guide stands in the form again after a refusal', async () => {
  const { number } = await anOrder(office)
  const item = '11440114MB2C00144C4440114005000'
  const { html: asked } = await pages.get(`/hotline/orders/${number}?item=${item}`, seat)
  const [, question = '', value = ''] = /name="(a\.[^"]+)" value="([^"]+)"/.exec(asked) ?? assert.fail('no question')
  const { status, html } = await pages.post(`/hotline/orders/${number}?item=${item}`, seat, { command: 'answer', 'answer-category': 'market', 'answer-answer': '', [question]: value })
  assert.equal(status, 400)
  assert.match(html, new RegExp(`name="${question.replace('.', '\\.')}"[^>]*(?:value="${value}"[^>]*checked|checked[^>]*value="${value}")`))
})

test('who reads an answer with number and code goes on into the application, where what was told at the telephone is chosen', async () => {
  const { number, queryCode } = await anOrder(office, 'registered', { kind: 'consult', title: '开小吃店', content: '想开一家小吃店，要办什么证？' })
  const item = '11440114MB2C00144C4440114005000'
  const path = `/hotline/orders/${number}`
  const sent = { command: 'answer', key: crypto.randomUUID(), 'answer-category': 'food-safety', 'answer-answer': '要办食品经营许可，可以网上申请。', 'answer-implementCode': item }
  const answered = await pages.post(`${path}?item=${item}`, seat, { ...sent, 'a.handling': 'new', 'a.applicant-kind': 'person' })
  assert.equal(answered.location, path, /role="alert"[\s\S]{0,300}/.exec(answered.html)?.[0])
  const followed = await pages.post('/appeals', anonymous, { no: number, code: queryCode })
  assert.match(followed.html, /要办食品经营许可，可以网上申请。/)
  const address = (/href="(\/apply\/[^"]+)"/.exec(followed.html)?.[1] ?? assert.fail('no way into the application')).replaceAll('&amp;', '&')
  assert.equal((await pages.get(address)).location, `/sign-in?back=${encodeURIComponent(address)}`)
  const { html } = await pages.get(address, citizen)
  const chosen = [...html.matchAll(/<input[^>]*name="(answers-[^"]+)"[^>]*>/g)].filter(([input]) => input.includes('checked')).map(([input, name]) => [name, /value="([^"]*)"/.exec(input)?.[1]])
  assert.deepEqual(chosen, [['answers-handling', 'new'], ['answers-applicant-kind', 'person']])
})

test('a form of the hotline that is sent after the session has ended waits on the sign-in page', async () => {
  const { number } = await anOrder(office)
  for (const path of ['/hotline', `/hotline/orders/${number}`, '/hotline/articles']) {
    const { status, location } = await pages.post(path, anonymous, { command: 'reply', act: 'register', 'reply-reply': '答复' })
    assert.deepEqual([status, location], [307, `/staff/sign-in?back=${encodeURIComponent(path)}&kept=form`])
  }
})
