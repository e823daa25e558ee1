import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openTestOffice } from '#test/harness/office.ts'
import { wordsOf } from '#test/harness/page-words.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice()
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})

const ask = (query: string) => pages.get(`/calculator?${query}`)

test('who opens the calculator finds a question with today in it, and no answer yet', async () => {
  const { status, html } = await pages.get('/calculator')
  assert.equal(status, 200)
  assert.deepEqual(wordsOf(html, 'label').slice(0, 3), ['收到或受理的那一天', '期限长度', '单位'])
  assert.equal(wordsOf(html, 'legend').length, 3)
  assert.doesNotMatch(html, /id="answer"|<script/)
})

test('T-08 every day of the answer has its own line with its weekday, and the make-up weekend counts', async () => {
  const { html } = await ask('from=2018-02-09&value=5&unit=WORKING_DAY')
  assert.ok(wordsOf(html, 'h2').includes('最后一天是2018年2月22日（周四）'))
  const lines = wordsOf(html.split('<details open')[1] ?? '', 'tr')
  assert.equal(lines.length, 15)
  assert.match(lines[3] ?? '', /^2月11日第1天周日，调休上班/)
  assert.match(html, /<em>班<\/em>/)
})

test('C-09 three stops are taken out in the order of time, and the answer names them', async () => {
  const { html } = await ask('from=2025-06-09&value=5&unit=WORKING_DAY&cause=publicity&stopFrom=2025-06-18&stopTo=2025-06-19&basis=某办法第三条&cause=expertReview&stopFrom=2025-06-11&stopTo=2025-06-17')
  assert.ok(wordsOf(html, 'h2').includes('最后一天是2025年6月23日（周一）'))
  assert.match(html, /专家评审期间停止计时，依据《行政许可法》第四十五条/)
  assert.match(html, /公示期间停止计时，依据某办法第三条/)
  assert.match(html, /专家评审：2025年6月11日起，2025年6月17日恢复；公示：2025年6月18日起/)
})

test('C-08 a pause without a special procedure and without a rule is sent back to its field', async () => {
  const { status, html } = await ask('from=2025-06-09&value=5&unit=WORKING_DAY&cause=supplement&stopFrom=2025-06-11&stopTo=2025-06-10')
  assert.equal(status, 400)
  assert.match(html, /<a href="#stop1-to">/)
  assert.match(html, /<a href="#stop1-basis">第1次停表：这种事由要写明依据<\/a>/)
  assert.match(html, /<details class="mt" open/)
})

test('C-08 stops that overlap are refused at the later one', async () => {
  const { status, html } = await ask('from=2025-06-09&value=5&unit=WORKING_DAY&cause=testing&stopFrom=2025-06-11&cause=hearing&stopFrom=2025-06-12')
  assert.equal(status, 409)
  assert.match(html, /<a href="#stop2-from">/)
})

test('a stop that is not over leaves no last day', async () => {
  const { status, html } = await ask('from=2025-06-09&value=5&unit=WORKING_DAY&cause=testing&stopFrom=2025-06-11')
  assert.equal(status, 200)
  assert.ok(wordsOf(html, 'h2').includes('还没有最后一天'))
})

test('T-14 a year without arrangement is refused with the offer of a provisional answer, and that answer is marked everywhere', async () => {
  const refused = await ask('from=2026-12-21&value=20&unit=WORKING_DAY')
  assert.equal(refused.status, 422)
  assert.match(refused.html, /class="errsum"/)
  const href = /href="\/calculator\?([^"]*provisional=yes)"/.exec(refused.html)?.[1] ?? assert.fail('no offer')
  const { status, html } = await ask(href.replaceAll('&amp;', '&'))
  assert.equal(status, 200)
  assert.match(html, /<span class="tag tag-near">暂定<\/span>/)
  assert.match(html, /<em>暂<\/em>/)
  assert.match(html, /该年度安排未公布，暂按周末推算/)
})

test('T-03 an end that falls on a holiday is moved, and the answer says from where and by which article', async () => {
  const { html } = await ask('from=2025-09-16&value=15&unit=CALENDAR_DAY')
  assert.match(html, /期限本来在2025年10月1日满，那天休息，顺延到下一个工作日（《民法典》第二百零三条）/)
})

test('a day that does not exist and a limit that is no number are both named at their fields', async () => {
  const { status, html } = await ask('from=2026-02-30&value=many&unit=MONTH')
  assert.equal(status, 400)
  assert.match(html, /<a href="#from">请填一个真实的日期<\/a>/)
  assert.match(html, /<a href="#limit-value">期限要填1到120之间的整数<\/a>/)
})

test('T-02 working hours run in the office hours that were given, from the time that was given, and each day says how many were used', async () => {
  const { html } = await ask('from=2018-04-27&value=9&unit=WORKING_HOUR&time=16:00&officeHours=09:00-12:00%2013:00-17:00')
  assert.ok(wordsOf(html, 'h2').includes('最迟到2018年5月2日（周三）10:00'))
  const lines = wordsOf(html.split('<details open')[1] ?? '', 'tr')
  assert.match(lines[1] ?? '', /^4月27日累计1小时/)
  assert.match(lines[3] ?? '', /^4月29日不算.*劳动节/)
})

test('C-04 an extension lengthens the limit and is named beside it', async () => {
  const { html } = await ask('from=2025-06-09&value=20&unit=WORKING_DAY&extension=10')
  assert.ok(wordsOf(html, 'h2').includes('最后一天是2025年7月21日（周一）'))
  assert.match(html, /10个工作日/)
})

test('T-02 hours without a time, nonsense for office hours and an extension that is no number are named at their fields', async () => {
  const { status, html } = await ask('from=2025-06-09&value=8&unit=WORKING_HOUR&officeHours=全天&extension=some')
  assert.equal(status, 400)
  for (const field of ['time', 'officeHours', 'extension']) assert.match(html, new RegExp(`<a href="#${field}">`))
})
