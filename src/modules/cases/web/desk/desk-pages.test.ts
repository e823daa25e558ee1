import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { clerk, personCaller } from '#test/harness/callers.ts'
import { aDecidedCase, aSubmittedCase, caseAs, foodApplication, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { filledForm } from '#test/harness/page-forms.ts'
import { type FormFields, hiddenField, openTestPages } from '#test/harness/pages.ts'
import { wordsOf } from '#test/harness/page-words.ts'
import { deskHref } from './desk-address.ts'

const office = await openTestOffice()
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const windowClerk = await clerk(office)

async function applicantAtTheDesk(): Promise<string> {
  const { location } = await pages.post('/desk', windowClerk, { act: 'card', card: 'zhang-xiaomei' })
  return new URL(location ?? '', 'http://office.test').searchParams.get('applicant') ?? assert.fail('nobody was found')
}

/** The desk with person, item and situation chosen: the application itself. */
async function filingAddress(answers = foodApplication().answers as Record<string, string[]>): Promise<string> {
  return deskHref({ applicant: await applicantAtTheDesk(), item: foodLicence.implementCode, answers })
}

/** The form as the clerk fills it in: three materials on paper, every standard answered alike. */
function filledIn(html: string, answer: 'yes' | 'no', conclusion: string): FormFields {
  const standards = [...html.matchAll(/name="(standard-[^"]+)"/g)].map(([, name]) => [name ?? '', answer] as const)
  const fields = Object.entries(foodApplication().form ?? {}).map(([key, value]) => [`form-${key}`, Array.isArray(value) ? value : String(value)] as const)
  return { key: crypto.randomUUID(), conclusion, declare: '1', 'way-m3': 'paper', 'way-m4': 'paper', 'way-m6': 'paper', ...Object.fromEntries(standards), ...Object.fromEntries(fields) }
}

test('whoever is not signed in is sent to the staff sign-in and back', async () => {
  const { status, location } = await pages.get('/desk?q=a', anonymous)
  assert.equal(status, 302)
  assert.equal(location, '/staff/sign-in?back=%2Fdesk%3Fq%3Da')
})

test('the desk begins with the identity card, and shows who waits', async () => {
  await aSubmittedCase(office)
  const { html } = await pages.get('/desk', windowClerk)
  assert.deepEqual(wordsOf(html, 'h1'), ['综合窗口受理'])
  for (const label of ['演示读卡器', '姓名', '证件号码', '手机', '住址']) assert.ok(wordsOf(html, 'label').includes(label), label)
  assert.match(html, /食品经营许可/)
  assert.match(html, /待受理/)
})

test('a mistyped identity number is told at its field, and what was typed stays', async () => {
  const { status, html } = await pages.post('/desk', windowClerk, { act: 'person', name: '张晓梅', idKind: 'citizenId', idNumber: '440114198805160021', phone: '13800005001', regionCode: '440114001', address: '新华街道建设北路12号' })
  assert.equal(status, 400)
  assert.match(html, /class="errsum"/)
  assert.match(html, /value="440114198805160021"/)
})

test('an item is found by plain words and asks for the situation first', async () => {
  const applicant = await applicantAtTheDesk()
  const found = await pages.get(`/desk?applicant=${applicant}&q=${encodeURIComponent('开饭店')}`, windowClerk)
  assert.ok(found.html.includes(foodLicence.implementCode))
  const { html } = await pages.get(deskHref({ applicant, item: foodLicence.implementCode }), windowClerk)
  assert.ok(wordsOf(html, 'legend').includes('你要办哪一种？'))
  assert.doesNotMatch(html, /name="conclusion"/)
})

test('what the register says of whoever showed his card need not be typed, and his identity cannot be typed over', async () => {
  const { html } = await pages.get(await filingAddress(), windowClerk)
  assert.match(html, /来自实名登记/)
  assert.match(html, /<input class="in" id="form-applicantName"[^>]*readOnly=""[^>]*value="张晓梅"|<input[^>]*id="form-applicantName"[^>]*value="张晓梅"[^>]*readOnly=""/i)
  const unseen = await pages.get(deskHref({ applicant: (await personCaller(office, 'wang-yuting')).id, item: foodLicence.implementCode, answers: foodApplication().answers as Record<string, string[]> }), windowClerk)
  assert.doesNotMatch(unseen.html, /来自实名登记|王雨婷/)
})

test('C-03 what is not checked cannot be accepted: every open standard stands in the summary', async () => {
  const address = await filingAddress()
  const { status, html } = await pages.post(address, windowClerk, { key: crypto.randomUUID(), conclusion: 'accept', 'way-m3': 'paper', 'way-m4': 'none', 'way-m6': 'paper' })
  assert.equal(status, 422)
  assert.match(html, /<a href="#way-m4">/)
  assert.match(html, /<a href="#standard-m3-0">/)
  assert.match(html, /id="standard-m3-0"/)
})

test('C-03 one press takes the application in and accepts it; the voucher is there to print', async () => {
  const address = await filingAddress()
  const { html } = await pages.get(address, windowClerk)
  const { status, location } = await pages.post(address, windowClerk, filledIn(html, 'yes', 'accept'))
  assert.equal(status, 303, html)
  const accepted = await pages.get(location ?? '', windowClerk)
  assert.match(accepted.html, /已出具受理通知书/)
  assert.match(accepted.html, /\/api\/v1\/cases\/\w+\/documents\//)
  assert.match(accepted.html, /审查中/)
})

test('an application that comes back keeps what was typed, ticked and chosen: a file that was taken need not be chosen again, and everything is told at once', async () => {
  const address = await filingAddress()
  const { html } = await pages.get(address, windowClerk)
  const { 'way-m4': _way, declare: _declare, ...fields } = filledIn(html, 'yes', 'accept')
  const plan = new File(['%PDF-1.4\n%%EOF'], '目录 一.pdf', { type: 'application/pdf' })
  const back = await pages.post(address, windowClerk, { ...fields, 'way-m4': 'file', 'file-m4': plan, 'form-contactPhone': '12345', 'form-shopName': '小梅饭店' })
  assert.equal(back.status, 422)
  assert.match(back.html, /<title>错误：/)
  for (const id of ['form-contactPhone', 'declare']) assert.match(back.html, new RegExp(`<a href="#${id}">`))
  assert.match(back.html, /已收到目录 一\.pdf，不用再选/)
  assert.match(back.html, /value="小梅饭店"/)
  const again = { ...fields, 'way-m4': 'file', 'kept-m4': hiddenField(back, 'kept-m4'), declare: '1' }
  const wrong = await pages.post(address, windowClerk, { ...again, 'form-floorArea': '很大' })
  assert.match(wrong.html, /<a href="#form-floorArea">/)
  assert.match(wrong.html, /已收到目录 一\.pdf/)
  const filed = await pages.post(address, windowClerk, again)
  assert.equal(filed.status, 303, filed.html)
  const { evidence } = await caseAs(office, windowClerk, /cases\/(\w+)/.exec(filed.location ?? '')?.[1] ?? '')
  assert.deepEqual(evidence.filter(({ requirement }) => requirement === 'm4').map(({ source, mediaType }) => [source, mediaType]), [['scan', 'application/pdf']])
})

test('an application whose clerk is no longer signed in waits until he is, and is then filed as it was typed, once', async () => {
  const address = await filingAddress()
  const fields = filledIn((await pages.get(address, windowClerk)).html, 'yes', 'accept')
  const late = await pages.post(address, anonymous, fields)
  assert.equal(late.status, 307)
  const asked = await pages.post(late.location ?? '', anonymous, fields)
  assert.match(asked.html, /刚才填的内容都还在/)
  const signedIn = await pages.post('/staff/sign-in', anonymous, filledForm(asked.html.slice(asked.html.indexOf('<main')), { signInName: 'liangxueying', password: 'yimen-demo' }))
  const kept = filledForm(signedIn.html.slice(signedIn.html.indexOf('<main')), {})
  const numbers = await Promise.all(['once', 'twice'].map(async () => /cases\/(\w+)/.exec((await pages.post(address, windowClerk, kept)).location ?? '')?.[1]))
  assert.ok(numbers[0] !== undefined && numbers[0] === numbers[1], 'pressed twice, filed once')
})

test('C-02 the answers 否 become the one-time notice', async () => {
  const address = await filingAddress()
  const { html } = await pages.get(address, windowClerk)
  const { location } = await pages.post(address, windowClerk, filledIn(html, 'no', 'notice'))
  const number = /cases\/(\w+)/.exec(location ?? '')?.[1] ?? assert.fail(location ?? 'no address')
  const { state, defects } = await caseAs(office, windowClerk, number)
  assert.equal(state, 'correctionRequested')
  assert.ok(defects.length > 0)
  const supply = await pages.get(`/desk/cases/${number}/supply`, windowClerk)
  assert.equal(wordsOf(supply.html, 'h3').length, new Set(defects.map(({ material }) => material)).size)
})

test('C-02 what was not brought is told once: the application is taken in, and the notice names the material', async () => {
  const address = await filingAddress()
  const { html } = await pages.get(address, windowClerk)
  const { location } = await pages.post(address, windowClerk, { ...filledIn(html, 'yes', 'notice'), 'form-siteAddress': '花都区炭步镇示例路7号', 'way-m4': 'none' })
  const number = /cases\/(\w+)/.exec(location ?? '')?.[1] ?? assert.fail(location ?? 'no address')
  const { state, defects } = await caseAs(office, windowClerk, number)
  assert.equal(state, 'correctionRequested')
  assert.deepEqual(defects.map(({ material, standard }) => [material, standard]), [['m4', null]])
})

test('C-30 what was accepted from him before is on record: it is not asked for, though it was not brought', async () => {
  const address = await filingAddress()
  const { html } = await pages.get(address, windowClerk)
  const accepted = await pages.post(address, windowClerk, { ...filledIn(html, 'yes', 'accept'), 'form-siteAddress': '花都区梯面镇示例路9号' })
  assert.match(accepted.location ?? '', /printed=/)
  const again = await pages.post(address, windowClerk, { ...filledIn(html, 'yes', 'notice'), 'form-siteAddress': '花都区梯面镇示例路9号', 'way-m4': 'none' })
  const number = /cases\/(\w+)/.exec(again.location ?? '')?.[1] ?? assert.fail(again.location ?? 'no address')
  assert.equal((await caseAs(office, windowClerk, number)).state, 'submitted')
})

test('C-03 an incomplete application that was only taken in cannot be accepted on its page, which says what is missing', async () => {
  const address = await filingAddress()
  const { html } = await pages.get(address, windowClerk)
  const { location } = await pages.post(address, windowClerk, { ...filledIn(html, 'yes', 'keep'), 'form-siteAddress': '花都区花东镇示例路8号', 'way-m4': 'none' })
  const number = /cases\/(\w+)/.exec(location ?? '')?.[1] ?? assert.fail(location ?? 'no address')
  const check = await pages.get(`/desk/cases/${number}/check`, windowClerk)
  assert.match(check.html, /没有交/)
  const standards = Object.fromEntries([...check.html.matchAll(/name="(standard-[^"]+)"/g)].map(([, name]) => [name ?? '', 'yes']))
  const accepted = await pages.post(`/desk/cases/${number}/check`, windowClerk, { key: crypto.randomUUID(), version: '1', conclusion: 'accept', ...standards })
  assert.equal(accepted.status, 422)
  assert.match(accepted.html, /<a href="#way-m4">/)
})

test('an application that came in online is checked on a page of its own', async () => {
  const { number } = await aSubmittedCase(office)
  const { html } = await pages.get(`/desk/cases/${number}/check`, windowClerk)
  const standards = Object.fromEntries([...html.matchAll(/name="(standard-[^"]+)"/g)].map(([, name]) => [name ?? '', 'yes']))
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? assert.fail('no version')
  const { status, location } = await pages.post(`/desk/cases/${number}/check`, windowClerk, { key: crypto.randomUUID(), version, conclusion: 'accept', ...standards })
  assert.equal(status, 303)
  assert.match(location ?? '', /printed=/)
  assert.equal((await caseAs(office, windowClerk, number)).state, 'inReview')
})

test('answers that come when a colleague has accepted meanwhile are told so, and stay as they were ticked', async () => {
  const { number } = await aSubmittedCase(office)
  const path = `/desk/cases/${number}/check`
  const { html } = await pages.get(path, windowClerk)
  const ticked = [...html.matchAll(/name="(standard-[^"]+)"/g)].map(([, name]) => [name ?? '', 'yes'] as const)
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? assert.fail('no version')
  const press = () => pages.post(path, windowClerk, { key: crypto.randomUUID(), version, conclusion: 'accept', ...Object.fromEntries(ticked) })
  assert.equal((await press()).status, 303)
  const late = await press()
  assert.equal(late.status, 409)
  assert.match(late.html, /class="errsum"/)
  assert.equal([...late.html.matchAll(/type="radio"[^>]*checked/g)].length, new Set(ticked.map(([name]) => name)).size)
})

test('the legend of keys names the keys of its page and no others', async () => {
  const { number } = await aSubmittedCase(office)
  const legends = { '/desk': ['R', 'N'], [await filingAddress()]: ['S', 'G', 'D', 'N', 'X'], [`/desk/cases/${number}/check`]: ['S', 'G'] }
  for (const [path, keys] of Object.entries(legends)) {
    const { html } = await pages.get(path, windowClerk)
    const legend = /<section class="pane" id="keys"[\s\S]*?<\/section>/.exec(html)?.[0] ?? assert.fail(path)
    assert.deepEqual([...legend.matchAll(/Alt ([A-Z])/g)].map(([, key]) => key), keys, path)
    for (const key of keys) assert.match(html, new RegExp(`accesskey="${key}"`, 'i'), `${path} ${key}`)
  }
})

test('turning away asks for its reason on a page that says what cannot be undone', async () => {
  const { number } = await aSubmittedCase(office)
  const asked = await pages.get(`/desk/cases/${number}/refuse-acceptance`, windowClerk)
  assert.deepEqual(wordsOf(asked.html, 'h1'), ['不予受理？'])
  assert.match(asked.html, /不能再打开/)
  const refused = await pages.post(`/desk/cases/${number}/refuse-acceptance`, windowClerk, { reason: '', legalBasis: '《行政许可法》第七十八条' })
  assert.equal(refused.status, 400)
  assert.match(refused.html, /<a href="#reason">理由：/)
  assert.match(refused.html, /value="《行政许可法》第七十八条"/)
})

test('the strip hands out a number, calls it, and reading the card begins the service', async () => {
  const handedOut = await pages.post('/desk/queue', windowClerk, { key: crypto.randomUUID(), act: 'hand-out:priority' })
  assert.equal(handedOut.location, '/desk?number=Y001')
  assert.match((await pages.get(handedOut.location ?? '', windowClerk)).html, /取了Y001号，请告诉来人/)
  await pages.post('/desk/queue', windowClerk, { key: crypto.randomUUID(), act: 'call' })
  assert.match((await pages.get('/desk', windowClerk)).html, /<b>Y001<\/b><span>已叫号，等了0分钟/)
  await pages.post('/desk', windowClerk, { act: 'card', card: 'zhang-xiaomei' })
  assert.match((await pages.get('/desk', windowClerk)).html, /<b>Y001<\/b><span>办理中/)
  const { location } = await pages.post('/desk/queue', windowClerk, { key: crypto.randomUUID(), act: 'finish-and-call' })
  const { html } = await pages.get(location ?? '', windowClerk)
  assert.match(html, /现在没有人在等/)
  assert.match(html, /手上没有号/)
})

test('an empty reader says so above the fields to type, and nobody is found', async () => {
  const { status, html } = await pages.post('/desk', windowClerk, { act: 'card', card: 'nobody' })
  assert.equal(status, 422)
  assert.match(html, /读卡器上没有读到身份证/)
})

test('what lies on the scanner becomes the file of its material', async () => {
  const address = await filingAddress()
  const { html } = await pages.get(address, windowClerk)
  assert.match(html, /<option value="scan">高拍仪扫描/)
  const { location } = await pages.post(address, windowClerk, { ...filledIn(html, 'yes', 'keep'), 'form-siteAddress': '花都区狮岭镇示例路3号', 'way-m3': 'scan' })
  const number = /cases\/(\w+)/.exec(location ?? '')?.[1] ?? assert.fail(location ?? 'no address')
  const { evidence } = await caseAs(office, windowClerk, number)
  assert.notEqual(evidence.find(({ requirement }) => requirement === 'm3')?.fileId, null)
})

test('D-08 an electronic certificate of whoever showed his card is preselected for the material that names its type, and for no other; of anybody else none is offered', async () => {
  const { person } = await aDecidedCase(office)
  const [granted] = (await office.call('certificates.list-mine', person, {})).items
  const address = await filingAddress({ handling: ['reissue'], 'applicant-kind': ['person'] })
  const { html } = await pages.get(address, windowClerk)
  assert.deepEqual([...html.matchAll(/<select[^>]*name="(certificate-[^"]+)"/g)].map(([, name]) => name), ['certificate-former-licence'])
  assert.match(html, new RegExp(`name="certificate-former-licence"[^>]*><option value="${granted?.identifier}"[^>]*>食品经营许可证`))
  const chosen = { ...filledIn(html, 'yes', 'keep'), 'form-formerLicenceNo': 'JY24401140000001', 'certificate-former-licence': granted?.identifier ?? '' }
  const { location } = await pages.post(address, windowClerk, Object.fromEntries(Object.entries(chosen).filter(([name]) => !['form-kitchenArea', 'form-cateringItems'].includes(name))))
  const number = /cases\/(\w+)/.exec(location ?? '')?.[1] ?? assert.fail(location ?? 'no address')
  const { evidence } = await caseAs(office, windowClerk, number)
  assert.deepEqual(evidence.filter(({ requirement }) => requirement === 'former-licence').map(({ certificate }) => certificate), [granted?.identifier])
  const absent = await personCaller(office, 'li-guoqiang')
  assert.deepEqual((await office.call('cases.list-usable-certificates', windowClerk, { applicantId: absent.id })).items, [])
})

test('several online applications are taken over at once; taking over moves no clock', async () => {
  const numbers = [(await aSubmittedCase(office)).number, (await aSubmittedCase(office)).number]
  const given = await pages.post('/desk/bulk', windowClerk, { act: 'receive', key: crypto.randomUUID(), pick: numbers.map((number) => `${number} accept`) })
  assert.deepEqual(wordsOf(given.html, 'h1'), ['办了2件，共2件'])
  for (const number of numbers) assert.equal((await caseAs(office, windowClerk, number)).state, 'received')
})
