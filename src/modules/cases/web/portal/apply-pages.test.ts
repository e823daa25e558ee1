import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { applyWalk } from '#test/harness/apply-walk.ts'
import { personCaller } from '#test/harness/callers.ts'
import { caseAs, foodApplication, foodLicence } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { hiddenField, openTestPages, type Page } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const owner = await personCaller(office, 'zhang-xiaomei')
const { send, take } = applyWalk(pages, foodLicence.implementCode, owner)

type Draft = Parameters<typeof office.call<'cases.save-draft'>>[2]
type Content = Draft['content']

const { answers = {}, form: everything = {} } = foodApplication()
/** The form without what is chosen at its end. */
const { deliveryWay: _way, ...form } = everything
const premises = { 'form-shopName': '小梅小吃店', 'form-siteAddress': '花都区新华街示例路1号', 'form-floorArea': '42.5', 'form-kitchenArea': '15' }
const fileId = (await office.call('kernel.upload-file', owner, { name: '平面图.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF') })).id
const materials = Object.fromEntries(['m3', 'm4', 'm6'].map((key) => [key, { by: 'file' as const, fileId, name: '平面图.pdf' }]))

const headingOf = (page: Page): string => /<h1>([^<]*)<\/h1>/.exec(page.html)?.[1] ?? assert.fail('no heading')
const whereOf = (page: Page): string => /第\d步，共4步( · 第\d页，共\d页)?/.exec(page.html)?.[0] ?? assert.fail('no place')

/** A draft with some content, opened where the rest of the address says. */
async function opened(content: Content, where: string): Promise<Page> {
  const id = crypto.randomUUID()
  await office.call('cases.save-draft', owner, { id, implementCode: foodLicence.implementCode, step: 'form', content: { answers, ...content } })
  return pages.get(`/apply/${foodLicence.implementCode}?draft=${id}${where}`, owner)
}

const storedForm = async (page: Page) => (await office.call('cases.get-draft', owner, { id: hiddenField(page, 'draft') })).content.form

test('each section of the form is a page of its own, and each says where it is', async () => {
  let page = await opened({ form }, '&step=situation')
  assert.equal(whereOf(page), '第1步，共4步')
  page = await take(page, 'on', { 'answers-handling': 'new', 'answers-applicant-kind': 'person', 'answers-business-form': 'catering', 'answers-online': 'yes', 'answers-cold-or-raw': 'neither' })
  const seen: string[] = []
  for (; hiddenField(page, 'step') === 'form'; page = await take(page, 'on', { ...fieldsOf(form), 'form-platform': '示例外卖', 'form-shopUrl': '小梅小吃店' })) seen.push(`${headingOf(page)} ${whereOf(page)}`)
  assert.deepEqual(seen, ['申请人', '经营场所', '经营项目', '网络经营', '食品安全人员'].map((title, at) => `${title} 第2步，共4步 · 第${at + 1}页，共5页`))
  assert.equal(headingOf(page), '材料')
})

function fieldsOf(values: typeof form): Record<string, string | readonly string[]> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`form-${key}`, Array.isArray(value) ? value.map(String) : String(value)]))
}

test('what the office knows already stands on the first page of the form and on no other', async () => {
  assert.match((await opened({ form }, '&step=form&part=applicant')).html, />我们已经知道的<\/h2>.*>请核对和填写<\/h2>/s)
  assert.doesNotMatch((await opened({ form }, '&step=form&part=premises')).html, /我们已经知道的/)
})

test('a page asks for its own fields only, and saving it leaves those of the other pages as they were', async () => {
  const page = await opened({ form: { staffNames: '张晓梅、李某' } }, '&step=form&part=premises')
  const on = await send(page, 'on', { ...premises, 'form-staffNames': '别的页的栏目' })
  assert.match(on.location ?? '', /step=form&part=business/)
  assert.deepEqual(await storedForm(page), { staffNames: '张晓梅、李某', shopName: '小梅小吃店', siteAddress: '花都区新华街示例路1号', floorArea: '42.5', kitchenArea: '15' })
})

test('a page says what filing would refuse of it, at the field and in words that help, and keeps what was typed', async () => {
  const page = await opened({ form }, '&step=form&part=people')
  const people = { 'form-foodSafetyOfficer': '张小梅', 'form-staff': '3.5', 'form-staffNames': '张小梅、李某', 'form-foodSafetyOfficerPhone': '12345' }
  const wrong = await send(page, 'on', people)
  assert.equal(wrong.status, 422)
  const lines = [...(/<div class="errsum".*?<\/ul>/s.exec(wrong.html)?.[0] ?? '').matchAll(/<a href="#([^"]*)">([^<]*)</g)].map(([, id, text]) => `${id} ${text}`)
  assert.deepEqual(lines, ['form-foodSafetyOfficerPhone 食品安全人员电话：请填11位手机号，或者区号加座机号', 'form-staff 从业人员：请填整数，例如3'])
  assert.match(wrong.html, /id="form-staff-error">从业人员：请填整数/)
  assert.match(wrong.html, /value="12345"/)
  assert.equal((await storedForm(wrong))['staff'], '3.5', 'the draft keeps it as well')
  assert.equal(headingOf(await take(wrong, 'on', { ...people, 'form-staff': '3', 'form-foodSafetyOfficerPhone': '13800000001' })), '材料')
})

test('a form with something wrong on a page is gone on with on that page', async () => {
  assert.equal(headingOf(await opened({ form: { ...form, contactPhone: '12345' }, materials }, '&step=form')), '申请人')
})

test('the window title names the page that is shown, and begins with an error where there is one', async () => {
  const titleOf = ({ html }: Page): string => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? assert.fail('no title')
  const page = await opened({ form }, '&step=form&part=premises')
  assert.match(titleOf(page), /^经营场所 · 申请/)
  assert.match(titleOf(await send(page, 'on', { ...premises, 'form-floorArea': '' })), /^错误：经营场所 · 申请/)
  const review = await opened({ form, materials }, '&step=review')
  assert.match(titleOf(await send(review, 'submit', { delivery: 'post', 'delivery-name': '张晓梅', 'delivery-phone': '138', 'delivery-address': '花都区新华街道' })), /^错误：确认提交 · 申请/)
})

test('numbers that a program saved stand in the form and are kept when the page is saved', async () => {
  const page = await opened({ form: { ...form, floorArea: 42.5 } }, '&step=form&part=premises')
  assert.match(page.html, /name="form-floorArea"[^>]*value="42.5"|value="42.5"[^>]*name="form-floorArea"/)
  const { 'form-floorArea': _area, ...others } = premises
  await send(page, 'later', others)
  assert.equal((await storedForm(page))['floorArea'], '42.5')
})

test('back leads to the page before and keeps what was typed, though it is not complete', async () => {
  const page = await opened({}, '&step=form&part=premises')
  const before = await take(page, 'back', { 'form-shopName': '小梅小吃店' })
  assert.equal(headingOf(before), '申请人')
  assert.deepEqual(await storedForm(page), { shopName: '小梅小吃店' })
  assert.equal(headingOf(await take(before, 'back')), '你的情况')
  assert.equal(headingOf(await take(await opened({ form }, '&step=materials'), 'back')), '食品安全人员')
})

test('a form that was left is gone on with at its first page that is not complete', async () => {
  const { cateringItems: _items, ...begun } = form
  const page = await opened({ form: begun }, '')
  assert.equal(headingOf(page), '经营项目')
  assert.equal((await send(page, 'later', { 'form-cateringItems': 'hot' })).location, '/matters#drafts')
  const elsewhere = await pages.get(`/apply/${foodLicence.implementCode}?draft=${hiddenField(page, 'draft')}`, owner)
  assert.equal(headingOf(elsewhere), '食品安全人员')
})

test('a section that an answer hid keeps what was typed in it until another answer brings it back', async () => {
  const situation = { 'answers-handling': 'new', 'answers-applicant-kind': 'person', 'answers-business-form': 'catering', 'answers-cold-or-raw': 'neither' }
  const typed = { ...form, platform: '示例外卖', shopUrl: '小梅小吃店' }
  let page = await opened({ answers: { ...answers, online: ['yes'] }, form: typed, materials }, '&step=situation')
  page = await take(page, 'on', { ...situation, 'answers-online': 'no' })
  page = await take(page, 'on', fieldsOf(form))
  assert.doesNotMatch((await pages.get(`/apply/${foodLicence.implementCode}?draft=${hiddenField(page, 'draft')}&step=review`, owner)).html, /示例外卖/)
  page = await pages.get(`/apply/${foodLicence.implementCode}?draft=${hiddenField(page, 'draft')}&step=situation`, owner)
  await take(page, 'on', { ...situation, 'answers-online': 'yes' })
  const back = await pages.get(`/apply/${foodLicence.implementCode}?draft=${hiddenField(page, 'draft')}&step=form&part=online`, owner)
  assert.match(back.html, /value="示例外卖"/)
})

test('a page that was open while its section was hidden is not taken for another one', async () => {
  const page = await opened({ answers: { ...answers, online: ['yes'] }, form }, '&step=form&part=online')
  const { id, version, content } = await office.call('cases.get-draft', owner, { id: hiddenField(page, 'draft') })
  await office.call('cases.save-draft', owner, { id, implementCode: foodLicence.implementCode, step: 'form', expectedVersion: version, content: { ...content, answers } })
  const told = await send(page, 'on', { 'form-platform': '示例外卖' })
  assert.equal(told.status, 409)
  assert.match(told.html, /已经不用填了/)
  assert.deepEqual(await storedForm(page), content.form)
})

test('from the review each section has its own page to change it, and saving leads back to the review', async () => {
  const review = await opened({ form, materials }, '&step=review')
  for (const part of ['applicant', 'premises', 'business', 'people']) assert.match(review.html, new RegExp(`href="[^"]*step=form&amp;part=${part}&amp;to=review[^"]*" aria-describedby="review-form-${part}"`))
  const page = await pages.get(`/apply/${foodLicence.implementCode}?draft=${hiddenField(review, 'draft')}&step=form&part=premises&to=review`, owner)
  const wrong = await send(page, 'on', { ...premises, 'form-floorArea': '' })
  assert.equal(wrong.status, 422)
  const again = await take(wrong, 'on', { ...premises, 'form-floorArea': '88' })
  assert.equal(headingOf(again), '确认提交')
  assert.match(again.html, /88平方米/)
})

test('a changed answer that asks for more leads to what is missing, and from there back to the review', async () => {
  const review = await opened({ form, materials }, '&step=review')
  const situation = await pages.get(`/apply/${foodLicence.implementCode}?draft=${hiddenField(review, 'draft')}&step=situation&to=review`, owner)
  const missing = await take(situation, 'on', { 'answers-handling': 'new', 'answers-applicant-kind': 'person', 'answers-business-form': 'catering', 'answers-online': 'yes', 'answers-cold-or-raw': 'neither' })
  assert.equal(headingOf(missing), '网络经营')
  assert.equal(headingOf(await take(missing, 'on', { 'form-platform': '示例外卖', 'form-shopUrl': '小梅小吃店' })), '确认提交')
})

test('how the result comes is asked once, at the end, and stands in the form of the case as well', async () => {
  const page = await opened({ form }, '&step=form&part=people')
  assert.doesNotMatch(page.html, /领取方式|结果送达/)
  const review = await opened({ form: { ...form, deliveryWay: 'a' }, materials }, '&step=review')
  const address = '花都区新华街道建设北路12号之一'
  const filed = await send(review, 'submit', { delivery: 'post', 'delivery-name': '张晓梅', 'delivery-phone': '13800005001', 'delivery-address': address, declare: '1' })
  const number = /^\/matters\/(\w+)\/receipt$/.exec(filed.location ?? '')?.[1] ?? assert.fail(filed.html)
  const { form: kept } = await caseAs(office, owner, number)
  assert.deepEqual([kept['deliveryWay'], kept['deliveryAddress'], kept['siteAddress']], ['b', address, '花都区新华街示例路1号'])
})

test('the receiver’s region is chosen menu by menu, goes along with the draft, and stands before the address when the case is filed', async () => {
  const receiver = { delivery: 'post', 'delivery-name': '张晓梅', 'delivery-phone': '13800005001' }
  const menusOf = ({ html }: Page): readonly string[] => [...html.matchAll(/<label for="delivery-region-\d">([^<]*)</g)].map(([, label]) => label ?? '')
  let page = await opened({ form, materials }, '&step=review')
  assert.deepEqual(menusOf(page), ['省'])
  const asked = await send(page, 'region', { ...receiver, 'delivery-region': ['440000'], 'delivery-address': '示例路1号' })
  assert.match(asked.location ?? '', /step=review.*#delivery-region$/)
  page = await pages.get(asked.location ?? '', owner)
  assert.deepEqual(menusOf(page), ['省', '市'])
  assert.match(page.html, /value="示例路1号"/)
  const regions = ['440000', '440100', '440114', '440114001']
  const bare = await send(page, 'submit', { ...receiver, 'delivery-region': regions, 'delivery-address': '', declare: '1' })
  assert.equal(bare.status, 422)
  assert.deepEqual(menusOf(bare), ['省', '市', '区县', '镇街', '村居'], 'what was chosen is kept')
  assert.match(bare.html, /<a href="#delivery-address">/)
  const filed = await send(bare, 'submit', { ...receiver, 'delivery-region': regions, 'delivery-address': '示例路1号', declare: '1' })
  const number = /^\/matters\/(\w+)\/receipt$/.exec(filed.location ?? '')?.[1] ?? assert.fail(filed.html)
  assert.equal((await caseAs(office, owner, number)).form['deliveryAddress'], '广东省广州市花都区新华街道示例路1号')
})
