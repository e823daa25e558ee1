import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { OutputOf } from '#app'
import { applyWalk } from '#test/harness/apply-walk.ts'
import { clerk, personCaller } from '#test/harness/callers.ts'
import { aDecidedCase, anAcceptedCase, aSubmittedCase, foodApplication } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { type FormFields, hiddenField, openTestPages, type Page } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
const owner = await personCaller(office, 'zhang-xiaomei')
const stranger = await personCaller(office, 'li-guoqiang')
after(async () => {
  await pages.close()
  await office.close()
})

const foodPermit = '11440114MB2C00144C4440114005000'
const applyPath = `/apply/${foodPermit}`
const situation = { 'answers-handling': 'new', 'answers-applicant-kind': 'person', 'answers-business-form': 'catering', 'answers-online': 'no', 'answers-cold-or-raw': 'neither' }

const { send, take } = applyWalk(pages, foodPermit, owner)

type Field = OutputOf<'catalogue.get-guide'>['form']['sections'][number]['fields'][number]

function filled(field: Field): string {
  const first = field.options[0]?.key
  if (first !== undefined) return first
  switch (field.type) {
    case 'yesno':
      return 'yes'
    case 'date':
      return '2026-12-01'
    case 'phone':
      return '13800005001'
    case 'identityNumber':
      return '440114198805160020'
    case 'number':
    case 'integer':
    case 'money':
    case 'area':
      return '42'
    default:
      return '花都区新华街道建设北路12号之一'
  }
}

const storedDraft = (page: Page) => office.call('cases.get-draft', owner, { id: hiddenField(page, 'draft') })

async function filledForm(): Promise<FormFields> {
  const answers = Object.fromEntries(Object.entries(situation).map(([name, value]) => [name.replace('answers-', ''), [value]]))
  const guide = await office.call('catalogue.get-guide', owner, { implementCode: foodPermit, answers })
  return Object.fromEntries(guide.form.sections.flatMap((section) => section.fields.filter((field) => field.required).map((field) => [`form-${field.key}`, filled(field)])))
}

const plan = (): File => new File([new TextEncoder().encode('%PDF-1.4\n%%EOF')], '平面图.pdf', { type: 'application/pdf' })

describe('applying', () => {
  let page: Page
  let receipt: Page

  test('whoever is not signed in is sent to sign in and comes back here', async () => {
    const { status, location } = await pages.get(applyPath)
    assert.equal(status, 302)
    assert.equal(location, `/sign-in?back=${encodeURIComponent(applyPath)}`)
  })

  test('answers given in the guide are taken over, and the applicant may be a company that the person represents', async () => {
    page = await pages.get(`${applyPath}?a.handling=new`, owner)
    assert.match(page.html, /<h1>你的情况<\/h1>/)
    assert.match(page.html, /name="answers-handling" checked="" value="new"|value="new" checked=""/)
    assert.match(page.html, /name="applicantId"/)
  })

  test('a question that only an answer brought up was not forgotten; one that was on the page was', async () => {
    const fresh = await pages.get(applyPath, owner)
    const more = await take(fresh, 'on', { 'answers-handling': 'new', 'answers-applicant-kind': 'person' })
    assert.equal(more.status, 200)
    assert.match(more.html, /主体业态是哪一种/)
    const forgotten = await send(more, 'on', { 'answers-handling': 'new', 'answers-applicant-kind': 'person' })
    assert.equal(forgotten.status, 422)
    assert.match(forgotten.html, /role="alert"/)
    assert.match(forgotten.html, /<a href="#answers-business-form">请回答：主体业态是哪一种？<\/a>/)
  })

  test('a form without its required fields comes back with a summary that leads to each of them', async () => {
    // Each answer may bring up further questions: the page comes back until none is open.
    for (let round = 0; round < 3 && /<h1>你的情况/.test(page.html); round += 1) page = await take(page, 'on', situation)
    assert.match(page.html, /<h1>申请人<\/h1>/)
    assert.match(page.html, /<input[^>]*id="form-applicantName"[^>]*readOnly=""[^>]*>/i)
    assert.match(page.html, /来自实名登记/)
    page = await take(page, 'on', await filledForm())
    assert.match(page.html, /<h1>经营场所<\/h1>/)
    const refused = await send(page, 'on')
    assert.equal(refused.status, 422)
    const ids = [...refused.html.matchAll(/<a href="#(form-[\w-]+)">/g)].map(([, id]) => id)
    assert.deepEqual(ids, ['form-siteAddress', 'form-floorArea', 'form-kitchenArea'])
    for (const id of ids) assert.match(refused.html, new RegExp(`id="${id}"`))
  })

  test('a material may be a file, a promise to bring it later, or a pledge, as far as the item allows', async () => {
    for (let part = 2; part <= 4; part += 1) page = await take(page, 'on', await filledForm())
    assert.match(page.html, /<h1>材料<\/h1>/)
    assert.match(page.html, /enctype="multipart\/form-data"/i)
    assert.match(page.html, /受理后5个工作日内补上/)
    const missing = await send(page, 'on')
    assert.match(missing.html, /<a href="#material-m3">经营场所布局和操作流程图：请选择文件/)
    page = await take(page, 'on', { 'material-m3': plan(), 'way-m4': 'gap', 'material-m6': plan() })
    assert.match(page.html, /<h1>确认提交<\/h1>/)
    assert.match(page.html, /平面图\.pdf/)
  })

  test('nothing is filed before the applicant declares that it is true', async () => {
    const refused = await send(page, 'submit', { delivery: 'electronic' })
    assert.equal(refused.status, 422)
    assert.match(refused.html, /<a href="#declare">/)
  })

  test('a refusal of the operation leads back to the page that it is about, and from there to the review', async () => {
    const form = await filledForm()
    const [idField] = Object.entries(form).find(([, value]) => value === '440114198805160020') ?? assert.fail('no identity number on the form')
    const { implementCode, id, version, step: _, ...draft } = await storedDraft(page)
    const wrong = { ...draft.content, form: { ...draft.content.form, [idField.replace('form-', '')]: '123' } }
    await office.call('cases.save-draft', owner, { id, implementCode, step: 'review', expectedVersion: version, content: wrong })
    const broken = await pages.get(`${applyPath}?draft=${id}&step=review`, owner)
    const refused = await send(broken, 'submit', { delivery: 'electronic', declare: '1' })
    assert.equal(refused.status, 400)
    assert.match(refused.html, /<h1>申请人<\/h1>/)
    assert.equal(hiddenField(refused, 'to'), 'review')
    assert.match(refused.html, new RegExp(`<a href="#${idField}">[^<]*18位`))
    await office.call('cases.save-draft', owner, { id, implementCode, step: 'review', expectedVersion: (await storedDraft(page)).version, content: draft.content })
    page = await pages.get(`${applyPath}?draft=${id}&step=review`, owner)
  })

  test('what was typed is there on another device, and under my matters, and nothing is saved by looking', async () => {
    const id = hiddenField(page, 'draft')
    const elsewhere = await pages.get(`${applyPath}?draft=${id}`, owner)
    assert.match(elsewhere.html, /<h1>确认提交<\/h1>/)
    assert.match(elsewhere.html, /平面图\.pdf/)
    assert.match((await pages.get('/matters', owner)).html, new RegExp(`/apply/${foodPermit}\\?draft=${id}`))
    assert.match((await pages.get(applyPath, owner)).html, /你存过一份没填完的申请/)
    assert.equal((await office.call('cases.list-drafts', owner, {})).items.filter((draft) => draft.step === 'review').length, 1)
    assert.equal((await pages.get(`${applyPath}?draft=${id}`, stranger)).status, 404)
  })

  test('of two open pages the second keeps what was typed on it and says that the draft was changed elsewhere', async () => {
    const id = hiddenField(page, 'draft')
    const [one, other] = [await pages.get(`${applyPath}?draft=${id}&step=form&part=premises`, owner), await pages.get(`${applyPath}?draft=${id}&step=form&part=premises`, owner)]
    const form = await filledForm()
    await send(one, 'on', { ...form, 'form-shopName': '第一页的店名' })
    const told = await send(other, 'on', { ...form, 'form-shopName': '第二页的店名' })
    assert.equal(told.status, 409)
    assert.match(told.html, /刚才在别的页面改过/)
    assert.match(told.html, /value="第二页的店名"/)
    assert.equal((await storedDraft(page)).content.form['shopName'], '第一页的店名')
    const again = await send(told, 'on', { ...form, 'form-shopName': '第二页的店名' })
    assert.match(again.location ?? '', /step=form&part=business/)
    page = await pages.get(`${applyPath}?draft=${id}&step=review`, owner)
  })

  test('filing twice with one draft files once and leads to the receipt', async () => {
    const fields = { delivery: 'electronic', declare: '1' }
    const filed = await send(page, 'submit', fields)
    const again = await send(page, 'submit', fields)
    assert.equal(filed.status, 302)
    assert.equal(again.location, filed.location)
    const code = /yimen_receipt=(\d{6});/.exec(filed.cookies[0] ?? '')?.[1] ?? assert.fail('no query code')
    receipt = await pages.get(filed.location ?? '', owner, { cookie: `yimen_receipt=${code}` })
    assert.match(receipt.html, /<h1>申请已提交<\/h1>/)
    assert.match(receipt.html, new RegExp(code))
    assert.match(receipt.html, /下载收件回执/)
  })
})

describe('a matter', () => {
  let number: string
  before(async () => {
    const { items } = await office.call('cases.list-cases', owner, {})
    number = items[0]?.number ?? assert.fail('nothing was filed')
  })

  test('the list shows the person his own cases', async () => {
    const mine = (await pages.get('/matters', owner)).html
    assert.match(mine, new RegExp(number))
    assert.match(mine, /综合窗口/)
    assert.match(mine, /9月14日 周一/)
    assert.match((await pages.get('/matters', stranger)).html, /你现在没有办件/)
  })

  test('C-31 the page says who has it, by when and what to do, and explains every day', async () => {
    const { html } = await pages.get(`/matters/${number}`, owner)
    for (const heading of ['现在由谁办', '最迟什么时候答复', '办到哪一步', '交了哪些材料', '文书', '存证']) assert.match(html, new RegExp(`>${heading}</h2>`))
    assert.match(html, /<table class="cal">/)
    assert.match(html, />申请人声明<\/h2><\/div><p>以上内容真实.*声明人：张晓梅/)
  })

  test('C-03 each document is a sheet of paper to print, with its PDF beside it, for nobody but whoever may see the case', async () => {
    const { html } = await pages.get(`/matters/${number}`, owner)
    const path = new RegExp(`"(/matters/${number}/documents/[^"]+)"`).exec(html)?.[1] ?? assert.fail('no document')
    const paper = await pages.get(path, owner)
    assert.match(paper.html, /<article class="sheet"[^>]*>.*<h1[^>]*><span>行政许可申请材料收件回执<\/span><\/h1>.*张晓梅：.*class="seal">/)
    assert.match(paper.html, new RegExp(`/api/v1/cases/${number}/documents/`))
    assert.equal((await pages.get(path, stranger)).status, 404)
  })

  test('somebody else is told that there is no such case', async () => {
    assert.equal((await pages.get(`/matters/${number}`, stranger)).status, 404)
  })

  test('progress is shown without sign-in to whoever knows the phone of the applicant, and to nobody else', async () => {
    const wrong = await pages.get(`/progress?no=${number}&code=000000`)
    assert.equal(wrong.status, 404)
    assert.match(wrong.html, /role="alert"/)
    const right = await pages.post('/progress', { kind: 'anonymous' }, { no: number, code: '13800005001' })
    assert.equal(right.status, 200)
    assert.match(right.html, /待受理/)
    assert.doesNotMatch(right.html, /张/)
  })

  test('a correction asks for all files of the notice in one go', async () => {
    const window = await clerk(office)
    await office.call('cases.request-correction', window, { number, defects: [{ material: 'm3', standard: 1 }] })
    const page = await pages.get(`/matters/${number}/correct`, owner)
    assert.match(page.html, /请在图上补标各功能区的位置和面积/)
    const refused = await pages.post(`/matters/${number}/correct`, owner, { key: hiddenField(page, 'key'), version: hiddenField(page, 'version') })
    assert.equal(refused.status, 422)
    assert.match(refused.html, /<a href="#material-m3">/)
    assert.match(page.html, /请在10月\d+日[^<]*前补齐/)
    const corrected = await pages.post(`/matters/${number}/correct`, owner, { key: hiddenField(page, 'key'), version: hiddenField(page, 'version'), 'material-m3': plan() })
    assert.equal(corrected.location, `/matters/${number}`)
    assert.match((await pages.get(`/matters/${number}`, owner)).html, /状态：已补正/)
  })

  test('a file that was taken need not be chosen again when another one was refused', async () => {
    const other = await aSubmittedCase(office)
    await office.call('cases.request-correction', await clerk(office), { number: other.number, defects: [{ material: 'm3', standard: 1 }, { material: 'm6', standard: null }] })
    const path = `/matters/${other.number}/correct`
    const page = await pages.get(path, owner)
    const fields = { key: hiddenField(page, 'key'), version: hiddenField(page, 'version') }
    const refused = await pages.post(path, owner, { ...fields, 'material-m3': plan(), 'material-m6': new File(['MZ'], 'a.exe') })
    assert.equal(refused.status, 422)
    assert.match(refused.html, /已上传：平面图\.pdf/)
    assert.match(refused.html, /<a href="#material-m6">/)
    const corrected = await pages.post(path, owner, { ...fields, 'kept-m3': hiddenField(refused, 'kept-m3'), 'material-m6': plan() })
    assert.equal(corrected.location, `/matters/${other.number}`)
  })

  test('withdrawing wants a reason and cannot be done by a link', async () => {
    const page = await pages.get(`/matters/${number}/withdraw`, owner)
    assert.match(page.html, /<form class="dialog"/)
    const fields = { key: hiddenField(page, 'key'), version: hiddenField(page, 'version') }
    assert.equal((await pages.post(`/matters/${number}/withdraw`, owner, { ...fields, reason: ' ' })).status, 422)
    assert.equal((await pages.post(`/matters/${number}/withdraw`, owner, { ...fields, reason: '计划有变' })).location, `/matters/${number}`)
    assert.match((await pages.get(`/matters/${number}`, owner)).html, /已撤回/)
    assert.equal((await pages.get(`/matters/${number}/withdraw`, owner)).location, `/matters/${number}`)
  })
})

test('C-18 what was promised at acceptance is supplied on a page of its own', async () => {
  const { number } = await anAcceptedCase(office, { form: { ...foodApplication().form, siteAddress: '花都区赤坭镇示例路11号' }, materials: [{ material: 'm3', by: 'paper', copies: 1 }, { material: 'm4', by: 'gap' }, { material: 'm6', by: 'paper', copies: 1 }] })
  const matter = () => pages.get(`/matters/${number}`, owner)
  const button = (kind: string, words: string) => new RegExp(`<a class="${kind}" href="/matters/${number}/supply">${words}</a>`)
  assert.match((await matter()).html, /请补交你承诺后补的材料/)
  assert.match((await matter()).html, button('btn', '补交材料'))
  const page = await pages.get(`/matters/${number}/supply`, owner)
  assert.match(page.html, /id="material-m4"/)
  const fields = { key: hiddenField(page, 'key') }
  assert.equal((await pages.post(`/matters/${number}/supply`, owner, fields)).status, 422)
  assert.equal((await pages.post(`/matters/${number}/supply`, owner, { ...fields, 'material-m4': plan() })).location, `/matters/${number}`)
  const { evidence } = await office.call('cases.get-case', owner, { number })
  assert.deepEqual(evidence.filter((one) => one.requirement === 'm4').map(({ source, state }) => [source, state]), [['upload', 'submitted']])
  assert.match((await matter()).html, /现在不用你做什么；有要补充的材料，随时可以交/)
  assert.match((await matter()).html, button('btn btn-plain', '补充材料'), 'no button calls louder than the sentence')
})

test('C-28 grants are public with a masked applicant', async () => {
  const { number } = await aDecidedCase(office)
  const { html } = await pages.get('/decisions')
  assert.match(html, new RegExp(number))
  assert.match(html, /张\*\*/)
  assert.doesNotMatch(html, /张晓梅|shichang-jianguan/)
})

test('C-19 nobody is asked for what his pledge stands for until he takes the pledge back', async () => {
  const { number, person } = await anAcceptedCase(office, { pledge: true, form: { ...foodApplication().form, siteAddress: '花都区赤坭镇示例路12号' }, materials: [{ material: 'm3', by: 'pledge' }, { material: 'm4', by: 'paper', copies: 1 }, { material: 'm6', by: 'paper', copies: 1 }] })
  const supply = async () => (await pages.get(`/matters/${number}/supply`, person)).html
  assert.doesNotMatch(await supply(), /份材料要你补交/)
  assert.match((await pages.get(`/matters/${number}`, person)).html, />告知承诺</)
  await office.call('cases.withdraw-pledge', person, { number })
  assert.match(await supply(), /还有1份材料要你补交/)
})
