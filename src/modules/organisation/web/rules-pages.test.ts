import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { administrator, clerk } from '#test/harness/callers.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { wordsOf } from '#test/harness/page-words.ts'
import { type FormFields, hiddenField, openTestPages, type Page } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const admin = await administrator(office)
const list = '/administration/rules'
const notice = `${list}/cases.acceptance-notice`

async function post(path: string, fields: FormFields): Promise<Page> {
  return pages.post(path, admin, { key: hiddenField(await pages.get(path, admin), 'key'), ...fields })
}

const change = { intent: 'change', value: '3', validFrom: '2026-10-09', reason: '压缩受理时限', document: '穗花政数〔2026〕12号' }

test('the administrator sees every local rule by business, with the law’s bound and the mark that it is local', async () => {
  const { status, html } = await pages.get(list, admin)
  assert.equal(status, 200)
  assert.match(html, /本地规定，可调整/)
  for (const words of ['办件', '好差评', '期限的提醒和预警']) assert.ok(wordsOf(html, 'h2').includes(words), words)
  assert.match(html, /<a href="\/administration\/rules\/cases.acceptance-notice">受理或一次性告知<\/a>/)
  assert.match(html, /不得超过5个工作日<\/span> <span class="meta">《行政许可法》第三十二条第一款第四项/)
  assert.match(html, /承诺期限用去90%时/)
  assert.match(html, /承诺期限到期前1个工作日/)
  for (const words of ['法定期限（没有承诺期限的）用去90%时', '超过法定期限（没有承诺期限的）时', '超过内部期限时']) assert.ok(html.includes(words), words)
  assert.match(html, /参照《安阳市政务服务条例》第五十二条/)
})

test('a rule is found by its words, and those that were changed are told from the rest', async () => {
  const found = await pages.get(`${list}?q=${encodeURIComponent('一次性告知')}`, admin)
  assert.match(found.html, /受理或一次性告知/)
  assert.doesNotMatch(found.html, /差评首次联系|id="signals"/)
  assert.match((await pages.get(`${list}?q=${encodeURIComponent('行政许可法')}`, admin)).html, /受理或一次性告知/, 'by the law that bounds it')
  assert.match((await pages.get(`${list}?q=${encodeURIComponent('没有这样的规定')}`, admin)).html, /没有找到这样的规定/)
  assert.doesNotMatch((await pages.get(`${list}?changed=on`, admin)).html, /差评首次联系/)
})

test('a clerk is let into none of the pages, and a rule that nobody made is not found', async () => {
  const caller = await clerk(office)
  for (const path of [list, notice, `${list}/signals`]) assert.equal((await pages.get(path, caller)).status, 403, path)
  assert.equal((await pages.get(`${list}/cases.no-such-rule`, admin)).status, 404)
})

test('a limit beyond the law comes back with the article at its field, and what was filled in stays', async () => {
  const { status, html } = await post(notice, { ...change, value: '6' })
  assert.equal(status, 422)
  assert.match(html, /<a href="#value">不得超过5个工作日（《行政许可法》第三十二条第一款第四项），本地规定只能对群众更有利/)
  assert.match(html, /压缩受理时限<\/textarea>/)
})

test('what was left empty or cannot be meant is named field by field', async () => {
  const { status, html } = await post(notice, { intent: 'change', value: '', validFrom: '', reason: ' ', document: '' })
  assert.equal(status, 400)
  for (const [field, words] of [['value', '请填整数'], ['validFrom', '请填日期'], ['reason', '请写理由'], ['document', '请写文号或名称']]) assert.match(html, new RegExp(`<a href="#${field}">${words}`))
  assert.match((await post(notice, { ...change, validFrom: '2026-09-07' })).html, /<a href="#validFrom">只能从明天或以后的日期起调整/)
})

test('a change is announced before its day, holds from it, and stands in the history with its document', async () => {
  const { status, location } = await post(notice, change)
  assert.deepEqual([status, location], [303, `${notice}#history`])
  assert.match((await pages.get(list, admin)).html, /2026年10月9日起改为3个工作日/)
  const { html } = await pages.get(notice, admin)
  assert.match(html, /尚未施行/)
  assert.match(html, /穗花政数〔2026〕12号/)
  assert.match(html, new RegExp(`工号${admin.id}`))
})

test('a change that has not begun is withdrawn with a reason, and the history says so', async () => {
  assert.match((await post(notice, { intent: 'withdraw', validFrom: '2026-10-09', reason: '' })).html, /<a href="#withdraw-2026-10-09">请写理由/)
  assert.equal((await post(notice, { intent: 'withdraw', validFrom: '2026-10-09', reason: '文件暂缓施行' })).status, 303)
  const { html } = await pages.get(notice, admin)
  assert.match(html, /已撤销：文件暂缓施行（2026年9月7日，工号/)
  assert.doesNotMatch(html, /撤销尚未施行的调整/)
})

test('reminder and yellow signal are set from a day on; red stays', async () => {
  const path = `${list}/signals`
  const refused = await post(path, { reminder: '0', yellow: '101', from: '' })
  assert.equal(refused.status, 400)
  for (const field of ['reminder', 'yellow', 'from']) assert.match(refused.html, new RegExp(`<a href="#${field}">`))
  assert.match((await post(path, { reminder: '2', yellow: '80', from: '2026-09-06' })).html, /<a href="#from">预警设置只能从今天或以后开始生效/)
  assert.equal((await post(path, { reminder: '2', yellow: '80', from: '2026-09-07' })).status, 303)
  const { html } = await pages.get(list, admin)
  assert.match(html, /承诺期限到期前2个工作日/)
  assert.match(html, /承诺期限用去80%时/)
  assert.match(html, /超过承诺期限时/)
})

test('a rule that is a choice offers its ways, each in words, and is changed like any other', async () => {
  const path = `${list}/evaluations.texts-shown`
  const { html } = await pages.get(path, admin)
  assert.match(html, /value="atOnce"[^>]*checked|checked[^>]*value="atOnce"/)
  for (const words of ['评价后立即公开', '与单位的回复一起公开']) assert.match(html, new RegExp(words))
  assert.match((await post(path, { ...change, value: 'never' })).html, /<a href="#value">请选一种做法/)
  assert.equal((await post(path, { ...change, value: 'withReply' })).status, 303)
  assert.match((await pages.get(list, admin)).html, /2026年10月9日起改为与单位的回复一起公开/)
})
