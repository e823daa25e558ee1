import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { clerk, staffCaller } from '#test/harness/callers.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { openTestPages } from '#test/harness/pages.ts'

const office = await openTestOffice({ with: 'city' })
const pages = await openTestPages(office)
after(async () => {
  await pages.close()
  await office.close()
})
const editor = await staffCaller(office, 'HD0003')
const path = '/catalogue-office/exchange'
const foodPermit = '11440114MB2C00144C4440114005000'

type Tables = Record<string, Record<string, string | null>[]>

/** What the export gives today, to be changed and sent back. */
async function exported(): Promise<{ edition: string; tables: Tables }> {
  const file = await office.call('catalogue.export-exchange', editor, { format: 'json', department: 'shichang-jianguan' })
  return JSON.parse(new TextDecoder().decode(file.bytes)) as { edition: string; tables: Tables }
}

test('a bad row is reported with its row, field, rule and edition, and keeps out its own item only', async () => {
  const file = await exported()
  const rows = file.tables['up_task_general_basic'] ?? assert.fail('the table of permits is there')
  const place = rows.findIndex((row) => Object.values(row).includes(foodPermit))
  const changed = rows.map((row, at) => (at === place ? { ...row, task_name: null } : row))
  const body = JSON.stringify({ ...file, tables: { ...file.tables, up_task_general_basic: changed } })
  const { status, html } = await pages.post(path, editor, { file: new File([body], 'items.json'), intent: 'check' })
  assert.equal(status, 200)
  assert.match(html, new RegExp(`第${place + 1}行</th>`))
  assert.match(html, /data-title="字段">[^<]*事项名称[^<]*<\/td>/)
  assert.match(html, /data-title="规则">必填<\/td>/)
  assert.match(html, /依据的版本：上报表/)
  assert.match(html, /<dt>不合格<\/dt><dd>1项<\/dd>/)
})

test('a checked file saves nothing, and what is saved becomes drafts that somebody else publishes', async () => {
  const file = await exported()
  const rows = file.tables['up_task_general_basic'] ?? []
  const changed = rows.map((row) => (Object.values(row).includes(foodPermit) ? { ...row, task_name: '食品经营许可证核发' } : row))
  const send = (intent: string) => pages.post(path, editor, { file: new File([JSON.stringify({ ...file, tables: { ...file.tables, up_task_general_basic: changed } })], 'items.json'), intent })
  const nameOf = async () => (await office.call('catalogue.get-office-item', editor, { implementCode: foodPermit })).item.name
  await send('check')
  assert.equal(await nameOf(), '食品经营许可')
  assert.match((await send('save')).html, /导入结果/)
  assert.equal(await nameOf(), '食品经营许可证核发')
  assert.match((await pages.get(`/services/${foodPermit}`)).html, /<h1>食品经营许可<\/h1>/)
})

test('no file, a strange one and one that cannot be read come back with the reason', async () => {
  const none = await pages.post(path, editor, { intent: 'check' })
  assert.equal(none.status, 400)
  assert.match(none.html, /<a href="#file">请选择文件<\/a>/)
  assert.match((await pages.post(path, editor, { intent: 'check', file: new File(['x'], 'items.pdf') })).html, /认不出这种文件/)
  assert.match((await pages.post(path, editor, { intent: 'check', file: new File(['{'], 'items.json') })).html, /文件读不出来/)
})

test('the export is a file of the chosen kind, and a window clerk gets none', async () => {
  const file = await pages.get('/catalogue-office/export?format=csv&table=up_task_general_basic&department=shichang-jianguan', editor)
  assert.equal(file.status, 200)
  assert.match(file.html, new RegExp(foodPermit))
  assert.equal((await pages.get('/catalogue-office/export?format=csv', await clerk(office))).status, 403)
  assert.equal((await pages.get(path, await clerk(office))).status, 403)
})
