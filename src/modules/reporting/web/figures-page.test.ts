import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, law } from '#kernel/access/caller.ts'
import { FileAnswer } from '#kernel/contract/operation.ts'
import { administrator } from '#test/harness/callers.ts'
import { anAcceptedCase } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})

test('before the first case the page shows the catalogue and no figure of cases, not even zero', async () => {
  const { status, html } = await pages.get('/figures')
  assert.equal(status, 200)
  assert.match(html, /服务事项/)
  assert.doesNotMatch(html, /受理量|按时办结率/)
})

test('an accepted case appears with numerator, denominator and definition', async () => {
  await anAcceptedCase(office)
  const { html } = await pages.get('/figures')
  assert.match(html, /受理量/)
  assert.match(html, /口径版本">第1版/)
  assert.doesNotMatch(html, /cases\./)
  assert.match(html, /1／1/)
})

test('a period that ends before it begins is refused', async () => {
  assert.equal((await pages.get('/figures?from=2026-09-02&to=2026-09-01')).status, 400)
})

test('what was published is read by anyone with its parts, its definition and the checkpoint that it rests on, and stays when more happens', async () => {
  assert.match((await pages.get('/figures/published')).html, /还没有公布过数据/)
  await office.call('kernel.make-checkpoint', law, {})
  const period = { from: '2026-09-01', to: '2026-09-07' } as const
  const { published } = await office.call('reporting.publish-period', await administrator(office), period)
  await anAcceptedCase(office)
  const { status, html } = await pages.get('/figures/published')
  assert.equal(status, 200)
  assert.equal(html.match(/data-title="账本检查点"/g)?.length, published)
  assert.match(html, /累计接件量<\/th><td[^>]*>1<\/td>/)
  assert.match(html, /检查点摘要：<code class="code-all">[0-9a-f]{64}<\/code>/)
  assert.match(html, /href="\/api\/v1\/published-figures\/csv\?from=2026-09-01&amp;to=2026-09-07"/)
})

test('the CSV of a period has a line for each published figure and says the same as the JSON', async () => {
  const period = { from: '2026-09-01', to: '2026-09-07' } as const
  const { items } = await office.call('reporting.list-published', anonymous, { ...period, limit: 100 })
  const file = await office.call('reporting.export-published', anonymous, period)
  assert.ok(file instanceof FileAnswer)
  const [head, ...lines] = new TextDecoder().decode(file.bytes).trim().split('\r\n')
  assert.match(head ?? '', /^指标（name）,指标标识（metric）,/)
  assert.equal(lines.length, items.length)
  for (const [place, { name, metric, value, checkpointRoot }] of items.entries()) {
    const line = lines[place] ?? ''
    assert.ok(line.startsWith(`${name},${metric},2026-09-01,2026-09-07,${value},`), line)
    assert.ok(line.includes(checkpointRoot ?? 'none'))
  }
  const other = await office.call('reporting.list-published', anonymous, { from: '2026-08-01', limit: 100 })
  assert.deepEqual(other.items, [])
})
