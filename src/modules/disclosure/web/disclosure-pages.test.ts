import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { clerk, personCaller, staffCaller } from '#test/harness/callers.ts'
import { aMail, anAnnualReport, anOriginal, anUnclearRequest, aPublicationProposal, aRequest, askedUnit, disclosurePeople, seenRequest } from '#test/harness/disclosure.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { hiddenField, openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
const { person, officer, head } = await disclosurePeople(office)
after(async () => {
  await pages.close()
  await office.close()
})

test('anybody reads how to apply; who is signed in finds his applications there', async () => {
  assert.match((await pages.get('/disclosure')).html, /20个工作日内答复/)
  const number = await aRequest(office)
  assert.match((await pages.get('/disclosure', person)).html, new RegExp(`href="/disclosure/${number}"`))
})

test('a citizen applies on the page, and sending the form twice makes one application', async () => {
  const fields = { key: hiddenField(await pages.get('/disclosure/apply', person), 'key'), unitId: askedUnit, 'record-title': '食堂检查结果', wantedForm: 'online' }
  const first = await pages.post('/disclosure/apply', person, fields)
  assert.equal(first.status, 303)
  assert.equal((await pages.post('/disclosure/apply', person, fields)).location, first.location)
  const { html } = await pages.get(first.location ?? '', person)
  assert.match(html, /确认收到后开始计算/)
  assert.match(html, /食堂检查结果/)
})

test('an application without a name of the record or an agency comes back with what was typed', async () => {
  const noUnit = await pages.post('/disclosure/apply', person, { 'record-features': '去年那次' })
  assert.equal(noUnit.status, 400)
  assert.match(noUnit.html, /href="#unitId"/)
  const noTitle = await pages.post('/disclosure/apply', person, { unitId: askedUnit, 'record-features': '去年那次' })
  assert.equal(noTitle.status, 400)
  assert.match(noTitle.html, /href="#record-title"/)
  assert.match(noTitle.html, /去年那次/)
})

test('O-05 the applicant reads what is not clear and makes it clear on the page', async () => {
  const number = await anUnclearRequest(office)
  const path = `/disclosure/${number}`
  const page = await pages.get(path, person)
  assert.match(page.html, /请写明文件名称、文号或者形成时间/)
  assert.equal((await pages.post(path, person, { command: 'clarify', key: hiddenField(page, 'key'), 'record-title': '验收意见', 'record-docNo': '花市监验〔2025〕8号' })).status, 303)
  assert.equal((await seenRequest(office, person, number)).record.docNo, '花市监验〔2025〕8号')
})

test('the applicant reads the answer and opens its letter; before it is issued there is none', async () => {
  const number = await aRequest(office, 'drafted')
  assert.doesNotMatch((await pages.get(`/disclosure/${number}`, person)).html, /共3页/)
  await office.call('disclosure.issue-answer', head, { number })
  const { html } = await pages.get(`/disclosure/${number}`, person)
  assert.match(html, /验收意见全文，共3页/)
  assert.match(html, new RegExp(`/api/v1/disclosure/requests/${number}/documents/[0-9a-f-]{36}"`))
})

test('O-08 the letter of an answer is a sheet of paper to print, with its PDF beside it, for the applicant and the disclosure institution alone', async () => {
  const number = await aRequest(office, 'closed')
  const { html } = await pages.get(`/disclosure/${number}`, person)
  const [, path = '', id = ''] = new RegExp(`"(/disclosure/${number}/documents/([0-9a-f-]{36}))">答复告知书`).exec(html) ?? assert.fail('no letter')
  assert.match(html, new RegExp(`href="/api/v1/disclosure/requests/${number}/documents/${id}"><span class="vh">答复告知书 [^<]*告〔2026〕\\d+号 </span>PDF</a>`))
  const paper = await pages.get(path, person)
  assert.match(paper.html, /<article class="sheet"[^>]*>.*<h1[^>]*><span>政府信息公开申请告知书（予以公开）<\/span><\/h1>.*张晓梅.*验收意见全文，共3页.*class="seal">/)
  assert.match(paper.html, new RegExp(`href="/api/v1/disclosure/requests/${number}/documents/${id}"`))
  assert.match(paper.html, /<div class="wrap no-print"><nav class="crumbs"/)
  assert.match((await pages.get(`${path}?lang=en`, person)).html, /Print this page to get the sheet/)
  const inside = path.replace('/disclosure/', '/disclosure-office/requests/')
  assert.ok((await pages.get(`/disclosure-office/requests/${number}`, officer)).html.includes(`"${inside}"`))
  assert.match((await pages.get(inside, officer)).html, /验收意见全文，共3页/)
  assert.equal((await pages.get(path, await personCaller(office, 'tan-yongan'))).status, 404)
  for (const staffId of ['HD0013', 'HD0148']) assert.equal((await pages.get(inside, await staffCaller(office, staffId))).status, 404, staffId)
  assert.equal((await pages.get(path)).location, `/sign-in?back=${encodeURIComponent(path)}`)
  assert.equal((await pages.get(inside)).location, `/staff/sign-in?back=${encodeURIComponent(inside)}`)
})

test('O-06 the letter in which a third party was asked is a page for the disclosure institution, and for the applicant there is none', async () => {
  const number = await aRequest(office)
  const { documents } = await office.call('disclosure.consult-party', officer, { number, kind: 'thirdParty', party: '某商业公司', question: '是否同意公开？' })
  const { id } = documents.find(({ kind }) => kind === 'opinionRequest') ?? assert.fail('no letter')
  assert.match((await pages.get(`/disclosure-office/requests/${number}/documents/${id}`, officer)).html, /<article class="sheet".*某商业公司/)
  assert.equal((await pages.get(`/disclosure/${number}/documents/${id}`, person)).status, 404)
})

test('an application is taken back on the page', async () => {
  const number = await aRequest(office)
  await pages.post(`/disclosure/${number}`, person, { command: 'withdraw' })
  assert.equal((await seenRequest(office, person, number)).state, 'withdrawn')
})

test('the queue shows each stage, and the head finds first what waits for approval', async () => {
  const number = await aRequest(office, 'drafted')
  assert.match((await pages.get('/disclosure-office', head)).html, new RegExp(`href="/disclosure-office/requests/${number}"`))
  assert.doesNotMatch((await pages.get('/disclosure-office?view=toReceive', officer)).html, new RegExp(number))
})

test('O-07 a letter is registered on the page with the day on which receipt was confirmed; a window registers only what is handed in', async () => {
  const fields = { unitId: askedUnit, channel: 'ordinaryMail', applicantKind: 'business', wantedForm: 'post', 'applicant-name': '某商贸公司', 'applicant-idNumber': '91440101MA00000000', 'applicant-phone': '13800000002', 'record-title': '抽检名单', receivedOn: '2026-09-07' }
  assert.match((await pages.post('/disclosure-office/register', officer, fields)).html, /收到之日2026年9月7日/)
  const refused = await pages.post('/disclosure-office/register', await clerk(office), fields)
  assert.equal(refused.status, 422)
  assert.match(refused.html, /窗口登记当面申请/)
})

test('O-08 an incomplete answer comes back to its form with what is missing', async () => {
  const number = await aRequest(office)
  const path = `/disclosure-office/requests/${number}`
  const { status, html } = await pages.post(path, officer, { command: 'draft-answer', 'draft-answer-kind': 'withheld', 'draft-answer-reason': '内部讨论' })
  assert.equal(status, 400)
  assert.match(html, /href="#draft-answer-legalBasis"/)
  assert.match(html, /内部讨论/)
})

test('O-08 the kind of an answer is chosen first, and its form asks for what belongs to it alone', async () => {
  const path = `/disclosure-office/requests/${await aRequest(office)}`
  assert.doesNotMatch((await pages.get(path, officer)).html, /name="draft-answer-/)
  const { html } = await pages.get(`${path}?kind=otherAgency`, officer)
  assert.match(html, /name="draft-answer-told"/)
  assert.doesNotMatch(html, /name="draft-answer-(?:provided|ground|file)"/)
})

test('the officer drafts and the head issues on the page; who drafted is not offered to issue', async () => {
  const number = await aRequest(office)
  const path = `/disclosure-office/requests/${number}`
  assert.equal((await pages.post(path, officer, { command: 'draft-answer', 'draft-answer-kind': 'provided', 'draft-answer-provided': '全文' })).status, 303)
  assert.doesNotMatch((await pages.get(path, officer)).html, /value="issue-answer"/)
  assert.equal((await pages.post(path, head, { command: 'issue-answer' })).status, 303)
  assert.equal((await seenRequest(office, person, number)).state, 'closed')
})

test('O-08 a draft that was changed since the head read it is not issued unseen', async () => {
  const number = await aRequest(office, 'drafted')
  const path = `/disclosure-office/requests/${number}`
  const version = hiddenField(await pages.get(path, head), 'version')
  await office.call('disclosure.return-draft', head, { number, remark: '请改' })
  await office.call('disclosure.draft-answer', officer, { number, kind: 'alreadyPublic', told: '区政府网站' })
  assert.equal((await pages.post(path, head, { command: 'issue-answer', version })).status, 409)
  assert.equal((await pages.post(path, head, { command: 'issue-answer', version: hiddenField(await pages.get(path, head), 'version') })).status, 303)
})

test('the contact of an applicant is masked until somebody reads it for a purpose', async () => {
  const path = `/disclosure-office/requests/${await aRequest(office)}`
  assert.doesNotMatch((await pages.get(path, officer)).html, /13800005001/)
  assert.match((await pages.post(path, officer, { command: 'read-applicant', purpose: 'contact' })).html, /13800005001/)
})

test('O-09 an excerpt is made on the page: the original is uploaded, its text shown, a passage taken out', async () => {
  const number = await aRequest(office)
  const path = `/disclosure-office/requests/${number}/excerpt`
  const original = await anOriginal(office)
  const { bytes } = (await office.call('kernel.get-own-file', officer, { id: original })) as { readonly bytes: Uint8Array<ArrayBuffer> }
  const uploaded = await pages.post(path, officer, { file: new File([bytes], 'original.pdf', { type: 'application/pdf' }) })
  assert.equal(uploaded.status, 303)
  const page = await pages.get(uploaded.location ?? '', officer)
  assert.match(page.html, /三百二十万元/)
  const fields = { fileId: hiddenField(page, 'fileId'), passages: '三百二十万元\n' }
  assert.equal((await pages.post(path, officer, { ...fields, passages: '四百万元' })).status, 422)
  assert.equal((await pages.post(path, officer, fields)).status, 303)
  assert.match((await pages.get(`/disclosure-office/requests/${number}`, officer)).html, /删除1处文字、0页/)
})

test('O-16 the head decides on the page about what several applicants asked for', async () => {
  const id = await aPublicationProposal(office)
  const empty = await pages.post('/disclosure-office/proposals', head, { id })
  assert.equal(empty.status, 400)
  assert.equal((await pages.post('/disclosure-office/proposals', head, { id, [`accepted-${id}`]: 'true', [`reason-${id}`]: '民生关注' })).status, 303)
  assert.match((await pages.get('/disclosure-office/proposals', head)).html, /已纳入主动公开/)
})

test('O-13 the annual table stands on the page with its due day and leads to the report; supervisors see all units', async () => {
  const { html } = await pages.get('/disclosure-office/table?year=2026', officer)
  assert.match(html, /2026年度报告应于2027年1月31日前公布/)
  assert.match(html, /本年新收政府信息公开申请数量/)
  assert.match(html, /href="\/api\/v1\/reports\/disclosure-annual\?year=2026&amp;unitId=shichang-jianguan"/)
  assert.match((await pages.get('/disclosure-office/table', await staffCaller(office, 'HD0013'))).html, /全部机关/)
})

test('a step of an application that a colleague has taken meanwhile leaves what was typed on the page', async () => {
  const number = await aRequest(office, 'closed')
  const { status, html } = await pages.post(`/disclosure-office/requests/${number}`, officer, { command: 'request-clarification', 'request-clarification-reason': '指向不明', 'request-clarification-correction': '另一个窗口里写的补正要求。' })
  assert.equal(status, 409)
  assert.match(html, /这一步没有办成[\s\S]*另一个窗口里写的补正要求。/)
})

test('what was typed into a step that is gone is shown in words: no code, and no name of a file that only the program knows', async () => {
  const number = await aRequest(office, 'closed')
  const excerpt = crypto.randomUUID()
  const { html } = await pages.post(`/disclosure-office/requests/${number}`, officer, { command: 'draft-answer', 'draft-answer-kind': 'partlyProvided', 'draft-answer-provided': '可以公开的部分。', 'draft-answer-ground': 'stateSecret', 'draft-answer-fileIds': [excerpt] })
  const kept = /<section[^>]*id="not-given".*?<\/section>/s.exec(html)?.[0] ?? ''
  assert.match(kept, /可以公开的部分。[\s\S]*国家秘密/)
  for (const code of ['stateSecret', excerpt]) assert.ok(!kept.includes(code), code)
})

test('the excerpts that were ticked, and the pages that are left out, stand in the form again after a refusal', async () => {
  const number = await aRequest(office)
  const path = `/disclosure-office/requests/${number}`
  const original = await anOriginal(office)
  await office.call('disclosure.make-excerpt', officer, { number, fileId: original, passages: ['三百二十万元'] })
  const excerpt = (await seenRequest(office, officer, number)).excerpts[0]?.fileId ?? ''
  const drafted = await pages.post(`${path}?kind=partlyProvided`, officer, { command: 'draft-answer', 'draft-answer-kind': 'partlyProvided', 'draft-answer-provided': '', 'draft-answer-fileIds': [excerpt] })
  assert.equal(drafted.status, 400)
  assert.match(drafted.html, new RegExp(`value="${excerpt}"[^>]*checked|checked[^>]*value="${excerpt}"`))
  const left = await pages.post(`${path}/excerpt?file=${original}`, officer, { fileId: original, passages: '没有这一句', pages: ['1'] })
  assert.notEqual(left.status, 303)
  assert.match(left.html, /name="pages"[^>]*(?:value="1"[^>]*checked|checked[^>]*value="1")/)
})

test('a form of the disclosure institution that is sent after the session has ended waits on the sign-in page', async () => {
  const number = await aRequest(office)
  for (const path of [`/disclosure-office/requests/${number}`, '/disclosure-office/register', '/disclosure-office/proposals']) {
    assert.equal((await pages.post(path, anonymous, { command: 'receive' })).location, `/staff/sign-in?back=${encodeURIComponent(path)}&kept=form`)
  }
})

test('a mail is read on the page, registered with what it says, and one that is no application is set aside', async () => {
  const id = await aMail(office, { subject: '申请公开验收意见', text: '申请公开农贸市场验收意见。' })
  assert.match((await pages.get('/disclosure-office/mails', officer)).html, /申请公开验收意见/)
  const path = `/disclosure-office/mails/${id}`
  assert.match((await pages.get(path, officer)).html, /he-xiaoman@example\.com[\s\S]*申请公开农贸市场验收意见。/)
  const form = await pages.get(`/disclosure-office/register?mail=${id}`, officer)
  assert.match(form.html, /value="email" checked=""|checked="" value="email"/)
  const fields = { mailId: hiddenField(form, 'mailId'), key: crypto.randomUUID(), unitId: askedUnit, channel: 'email', applicantKind: 'person', wantedForm: 'email', 'applicant-name': '何小满', 'applicant-idNumber': '440114197001010014', 'applicant-phone': '13800000002', 'record-title': '农贸市场验收意见' }
  assert.match((await pages.post(`/disclosure-office/register?mail=${id}`, officer, fields)).html, /SQ\d{13}/)
  assert.match((await pages.get(path, officer)).html, /已登记为申请/)
  const other = `/disclosure-office/mails/${await aMail(office)}`
  assert.equal((await pages.post(other, officer, { reason: '' })).status, 400)
  assert.equal((await pages.post(other, officer, { reason: '广告邮件' })).status, 303)
  assert.match((await pages.post(other, officer, { reason: '又写了一次' })).html, /这一步没有办成[\s\S]*又写了一次/)
})

test('a supervisor reads that the subject of a mail is not shown, not that it has none', async () => {
  const id = await aMail(office, { subject: '何小满申请公开抽检结果' })
  const supervisor = await staffCaller(office, 'HD0013')
  for (const path of ['/disclosure-office/mails', `/disclosure-office/mails/${id}`]) {
    const { html } = await pages.get(path, supervisor)
    assert.match(html, /（主题不显示）/, path)
    assert.doesNotMatch(html, /（没有主题）|何小满/, path)
  }
})

test('O-13 the report of the year stands over its tables with its clock, and the head says on the page where it was published', async () => {
  const number = await anAnnualReport(office)
  const { location } = await pages.get(`/disclosure-office/annual-reports/${number}`, head)
  const path = location ?? assert.fail('no table')
  const page = await pages.get(path, head)
  assert.match(page.html, /公布期限：/)
  assert.doesNotMatch((await pages.get(path, officer)).html, /name="address"/)
  const fields = { key: hiddenField(page, 'key'), number }
  const wrong = await pages.post(path, head, { ...fields, address: '市政府网站首页' })
  assert.equal(wrong.status, 400)
  assert.match(wrong.html, /value="市政府网站首页"/)
  assert.equal((await pages.post(path, head, { key: crypto.randomUUID(), number, address: 'https://www.example.gov.cn/2025.html' })).location, `/disclosure-office/annual-reports/${number}`)
  assert.match((await pages.get(path, officer)).html, /登记公布：[\s\S]*https:\/\/www\.example\.gov\.cn\/2025\.html/)
})
