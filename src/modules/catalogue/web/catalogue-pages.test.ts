import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})

const foodPermit = '11440114MB2C00144C4440114005000'

test('the home page counts what can be done, leads to one-stop themes and names the halls', async () => {
  const { status, html } = await pages.get('/')
  assert.equal(status, 200)
  assert.match(html, /<dt>能办的事项<\/dt><dd>\d+项/)
  assert.match(html, /<a href="\/themes\/th-01"><b>我要开饭店<\/b>/)
  assert.match(html, /<a href="\/themes\/th-19"><b>出生一件事<\/b>/, 'one of people beside those of business')
  assert.match(html, /<b>花都区政务服务中心<\/b>/)
  assert.doesNotMatch(html, /今年评价/, 'nobody has evaluated yet, so there is no figure')
})

test('plain words lead to the item that they mean', async () => {
  const { html } = await pages.get(`/services?q=${encodeURIComponent('开饭店')}`)
  assert.match(html, /<h1>和“开饭店”有关的事项<\/h1>/)
  assert.match(html, new RegExp(`<ul class="rows rows-3"><li><a href="/services/${foodPermit}">`))
})

test('whoever searches for a life event finds it above its items, and no list of departments below them', async () => {
  const { html } = await pages.get(`/services?q=${encodeURIComponent('我想开一家饭店')}`)
  const [theme, item] = [html.indexOf('href="/themes/th-01"'), html.indexOf(`href="/services/${foodPermit}"`)]
  assert.ok(theme > 0 && item > theme, `${theme} ${item}`)
  assert.doesNotMatch(html, /id="departments"/)
  assert.doesNotMatch((await pages.get(`/services?q=${encodeURIComponent('食品经营许可')}`)).html, /id="meant"/, 'whoever names an item is not asked about events')
})

test('the life events stand in two groups: those of people and those of business', async () => {
  const { html } = await pages.get('/themes')
  const [person, business] = [html.indexOf('id="person-title"'), html.indexOf('id="organisation-title"')]
  const at = (key: string) => html.indexOf(`/themes/${key}"`)
  assert.ok(person < at('th-19') && at('th-19') < business && business < at('th-01'))
})

test('words that nobody uses say so and tell where else to look', async () => {
  const { status, html } = await pages.get('/services?q=zzzzqqqq')
  assert.equal(status, 200)
  assert.match(html, /没有找到这样的事项/)
  assert.match(html, /打12345问/)
  assert.match(html, /id="departments"/, 'the other ways in are there')
})

test('the list of a department has its name and its items', async () => {
  const { html } = await pages.get('/services?department=gongan')
  assert.match(html, /<h1>广州市公安局花都区分局的事项<\/h1>/)
})

test('the guide asks for the situation first and lists materials for the answers given', async () => {
  const open = await pages.get(`/services/${foodPermit}`)
  assert.match(open.html, /<h1>食品经营许可<\/h1>/)
  assert.match(open.html, /还有\d+个问题没有回答/)
  assert.equal(open.html.split('<summary>对决定不服怎么办？</summary>').length, 2, 'the question of remedies stands once')
  assert.match(open.html, /<dt>你要准备<\/dt><dd>先回答问题<small>答完下面的问题/, 'no number is true before the answers')
  assert.match((await pages.get(`/services/${foodPermit}?lang=en`)).html, /<dt>What you need<\/dt><dd>Questions first</)
  const answered = await pages.get(`/services/${foodPermit}?a.handling=new&a.applicant-kind=person&a.business-form=catering&a.online=no&a.cold-or-raw=neither`)
  assert.match(answered.html, /经营场所布局和操作流程图<\/h3>.*?<span class="tag tag-need">要准备<\/span>/)
  assert.match(answered.html, /<dt>你要准备<\/dt><dd>\d+份材料</)
  assert.match(answered.html, /营业执照<\/h3>.*?<span class="tag tag-free">免提交<\/span>/)
  assert.match(answered.html, new RegExp(`href="/apply/${foodPermit}\\?a\\.handling=new&amp;`))
})

test('a limit that was not read in a law is shown as 待核 and never drawn as 法定', async () => {
  const { html } = await pages.get(`/services/${foodPermit}`)
  assert.match(html, /法定10个工作日（待核）/)
  assert.match(html, /<b>待核<\/b>/)
  assert.doesNotMatch(html, /<b>法定<\/b>/)
})

test('the flow chart has the same steps in words beside it', async () => {
  const { html } = await pages.get(`/services/${foodPermit}`)
  assert.match(html, /<title id="flow-chart-label">流程图：受理、/)
  assert.match(html, /<ol class="timeline timeline-s"><li><h3>你提交申请<\/h3>/)
})

test('an item that does not exist is answered 404', async () => {
  assert.equal((await pages.get('/services/11440114MB2C00144C4440114999000')).status, 404)
})

test('a theme lists its steps, and an answer changes them', async () => {
  assert.match((await pages.get('/themes')).html, /<h1>一件事一次办<\/h1>/)
  const { html } = await pages.get('/themes/th-01')
  assert.match(html, /<h1>我要开饭店<\/h1>/)
  assert.match(html, /第1步，可以同时办/)
  assert.match(html, /材料合成多少/)
})
