import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous } from '#kernel/access/caller.ts'
import { FileAnswer } from '#kernel/contract/operation.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { loadCatalogue } from '../../../city/load-catalogue.ts'
import { clerk, editor, publisher } from '../sample-callers.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
await loadCatalogue(office.app)

async function exported(format: 'json' | 'csv' | 'xlsx', options: { readonly edition?: string; readonly table?: string; readonly department?: string } = {}): Promise<Uint8Array> {
  const file = await office.call('catalogue.export-exchange', publisher, { format, ...options })
  assert.ok(file instanceof FileAnswer)
  return file.bytes
}

async function drafts(): Promise<number> {
  return (await office.database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM item_versions WHERE state = 'DRAFT'`)).rows[0]?.n ?? -1
}

for (const [format, edition] of [['json', 'national-up'], ['xlsx', 'national-up'], ['json', 'national-down'], ['xlsx', 'national-down']] as const) {
  test(`every item goes out as ${format} of ${edition} and comes back unchanged and without an error`, async () => {
    const answer = await office.call('catalogue.import-exchange', editor, { bytes: await exported(format, { edition }), format, dryRun: true })
    assert.deepEqual(answer.errors, [])
    assert.deepEqual([answer.edition, answer.rejected, answer.accepted === answer.unchanged, answer.accepted >= 240], [edition, 0, true, true])
  })
}

test('one table as CSV comes back unchanged too', async () => {
  const answer = await office.call('catalogue.import-exchange', editor, { bytes: await exported('csv'), format: 'csv', dryRun: true })
  assert.deepEqual([answer.errors, answer.rejected, answer.accepted === answer.unchanged], [[], 0, true])
})

test('a dry run changes nothing, an import saves what differs as a draft, and a bad row stays out', async () => {
  const text = new TextDecoder().decode(await exported('json', { department: 'shichang-jianguan' }))
  const file = JSON.parse(text) as { tables: { up_task_general_basic: { task_name: string | null; limit_scene_num: string }[] } }
  const [better, bad] = file.tables.up_task_general_basic
  assert.ok(better && bad)
  better.task_name = `${better.task_name}（新名）`
  bad.task_name = null
  const bytes = new TextEncoder().encode(JSON.stringify(file))
  const before = await drafts()
  const told = await office.call('catalogue.import-exchange', editor, { bytes, dryRun: true })
  assert.equal(await drafts(), before)
  assert.deepEqual(told.errors.map((error) => [error.table, error.row, error.field, error.rule]), [['up_task_general_basic', 2, 'task_name', 'required']])
  const done = await office.call('catalogue.import-exchange', editor, { bytes })
  assert.deepEqual([done.accepted - done.unchanged, done.rejected], [1, 1])
  assert.equal(await drafts(), before + 1)
})

test('what is no file of the tables is refused and not a fault', async () => {
  const bytes = (content: string) => new TextEncoder().encode(content)
  for (const [content, format] of [['{', 'json'], ['[]', 'json'], ['{"tables":{"a":1}}', 'json'], ['"open', 'csv'], ['no zip', 'xlsx'], ['', 'xlsx']] as const) {
    await assert.rejects(office.call('catalogue.import-exchange', editor, { bytes: bytes(content), format }), { code: 'catalogue.exchange-unreadable' }, content)
  }
  await assert.rejects(office.call('catalogue.import-exchange', editor, { bytes: bytes('{"tables":{}}') }), { code: 'catalogue.exchange-edition-unknown' })
  await assert.rejects(office.call('catalogue.export-exchange', editor, { table: 'no_such_table' }), { code: 'catalogue.exchange-edition-unknown' })
})

test('only those who keep the catalogue exchange it', async () => {
  await assert.rejects(office.call('catalogue.export-exchange', clerk, {}), { code: 'contract.not-permitted' })
  await assert.rejects(office.call('catalogue.import-exchange', anonymous, { bytes: new Uint8Array() }), { code: 'contract.sign-in-required' })
})
