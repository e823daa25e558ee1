import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { administrator, clerk, staffCaller } from '#test/harness/callers.ts'
import { anAcceptedCase } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { hiddenField, openTestPages } from '#test/harness/pages.ts'
import { law } from '#kernel/access/caller.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
before(async () => void (await anAcceptedCase(office)))
const supervisor = () => staffCaller(office, 'HD0013')
const september = { from: '2026-09-01', to: '2026-09-30' } as const

test('a report is asked for on the page, is being written, and can then be downloaded', async () => {
  const caller = await supervisor()
  const page = await pages.get('/reports', caller)
  const { status, location } = await pages.post('/reports', caller, { key: hiddenField(page, 'key'), what: 'scorecards.xlsx', ...september })
  assert.deepEqual([status, location], [303, '/reports#mine'])
  assert.match((await pages.get('/reports', caller)).html, /正在写/)
  const { items } = await office.call('reporting.list-reports', caller, {})
  await office.call('reporting.write-report', law, { id: items[0]?.id ?? '' })
  assert.match((await pages.get('/reports', caller)).html, new RegExp(`href="/api/v1/report-requests/${items[0]?.id}/file">下载`))
})

test('a period that ends before it begins comes back with the form', async () => {
  const caller = await supervisor()
  const page = await pages.get('/reports', caller)
  const answer = await pages.post('/reports', caller, { key: hiddenField(page, 'key'), what: 'half-year.docx', from: '2026-09-30', to: '2026-09-01' })
  assert.equal(answer.status, 400)
  assert.match(answer.html, /统计期的止要在起之后/)
})

test('a scorecard shows the figures of a unit and leads to the list of each', async () => {
  const { status, html } = await pages.get('/reports/scorecards?month=2026-09', await supervisor())
  assert.equal(status, 200)
  assert.match(html, /市场监管/)
  assert.match(html, /href="\/figures\/cases\.received\?from=2026-09-01&amp;to=2026-09-30&amp;unitId=shichang-jianguan"/)
  const one = await pages.get('/reports/scorecards?month=2026-09&unit=shichang-jianguan', await supervisor())
  assert.match(one.html, /<h2 id="unit-shichang-jianguan">市场监管<\/h2>.*上月/)
  assert.match(one.html, /href="\/figures\/cases\.on-time-rate\?from=2026-09-01&amp;to=2026-09-30&amp;unitId=shichang-jianguan"/)
  assert.match((await pages.get('/reports/scorecards?month=2026-05', await supervisor())).html, /这个月没有部门有办件/)
})

test('the scorecards of all units stand side by side and are sorted by any figure', async () => {
  const rowsOf = async (sort: string) => [...(await pages.get(`/reports/scorecards?month=2026-09&sort=${sort}`, await supervisor())).html.matchAll(/<th scope="row"><a href="[^"]*unit=([a-z-]+)">/g)].map(([, unit]) => unit)
  const [up, down] = [await rowsOf('cases.received'), await rowsOf('-cases.received')]
  assert.ok(up.length > 0 && up.length === down.length)
  assert.match((await pages.get('/reports/scorecards?month=2026-09&sort=-cases.received', await supervisor())).html, /aria-sort="descending"/)
})

test('an official sees what a changed sentence would say before saving it', async () => {
  const caller = await administrator(office)
  const page = await pages.get('/reports/template', caller)
  assert.match(page.html, /\{累计接件量\}/)
  assert.doesNotMatch(page.html, /cases\./)
  const form = { key: hiddenField(page, 'key'), text: '{机关}{统计期}简报\n\n# 总体\n\n一共受理了{受理量}件', validFrom: '2026-09-10', ...september }
  const preview = await pages.post('/reports/template', caller, { ...form, do: 'preview' })
  assert.equal(preview.status, 200)
  assert.match(preview.html, /<p>一共受理了1件。<\/p>/)
  assert.match((await pages.get('/reports/template', caller)).html, /系统自带的版本/)
  const saved = await pages.post('/reports/template', caller, { ...form, do: 'save' })
  assert.equal(saved.location, '/reports/template?saved=2026-09-10')
  assert.match((await pages.get(saved.location ?? '', caller)).html, /已保存/)
})

test('the sentences of the annual report on disclosure stand on a tab of their own, and sections that shipped since are marked new on the page', async () => {
  const caller = await administrator(office)
  const annual = await pages.get('/reports/template?report=disclosure-annual', caller)
  assert.match(annual.html, /# 六、其他需要报告的事项/)
  const form = { key: hiddenField(annual, 'key'), report: 'disclosure-annual', text: '标题\n\n# 一、总体情况\n\n有', validFrom: '2026-09-10', ...september, do: 'save' }
  const refused = await pages.post('/reports/template?report=disclosure-annual', caller, form)
  assert.equal(refused.status, 422)
  assert.match(refused.html, /年度报告须依次保留六个部分的标题/)
  await office.database.pool.query(`INSERT INTO report_templates (id, name, valid_from, body, saved_at, saved_by) VALUES (gen_random_uuid(), 'half-year', '2026-09-01', '{"title": "简报", "sections": [{"title": "一、总体情况", "paragraphs": [["有"]]}]}', '2026-09-01T09:00:00+08:00', 'staff:HD0011')`)
  const { html } = await pages.get('/reports/template', caller)
  assert.match(html, /新增了5节/)
  assert.match(html, /# 【新增】六、严格监督，改进窗口作风/)
})

test('a place that names no figure comes back with its line', async () => {
  const caller = await administrator(office)
  const page = await pages.get('/reports/template', caller)
  const answer = await pages.post('/reports/template', caller, { key: hiddenField(page, 'key'), text: '标题\n# 一\n{没有的指标}', validFrom: '2026-09-10', ...september, do: 'save' })
  assert.equal(answer.status, 422)
  assert.match(answer.html, /第3行：没有的指标/)
  assert.match(answer.html, /标题\n# 一\n\{没有的指标\}<\/textarea>/)
})

test('an administrator publishes the figures of a period, and anyone reads them', async () => {
  const caller = await administrator(office)
  const page = await pages.get('/reports/publish', caller)
  const { location } = await pages.post('/reports/publish', caller, { key: hiddenField(page, 'key'), ...september })
  assert.match(location ?? '', /published=\d+/)
  assert.match((await pages.get('/figures/published')).html, /2026年9月1日至2026年9月30日的数据/)
})

test('a clerk finds none of these pages; a supervisor reads the sentences, edits none and publishes nothing', async () => {
  const atWindow = await clerk(office)
  for (const path of ['/reports', '/reports/scorecards', '/reports/template', '/reports/publish', '/figures/cases.received']) assert.equal((await pages.get(path, atWindow)).status, 403, path)
  const sentences = await pages.get('/reports/template', await supervisor())
  assert.equal(sentences.status, 200)
  assert.doesNotMatch(sentences.html, /value="save"|name="validFrom"/)
  assert.equal((await pages.get('/reports/publish', await supervisor())).status, 404)
})
