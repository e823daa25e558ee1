import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import readXlsxFile from 'read-excel-file/node'
import { buildApp } from '#app'
import { law } from '#kernel/access/caller.ts'
import { FileAnswer } from '#kernel/contract/operation.ts'
import { administrator, clerk, headOf, staffCaller } from '#test/harness/callers.ts'
import { aDecidedCase, anAcceptedCase, foodLicence, setTime } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { textOfXml, wordXml } from '#test/harness/word-document.ts'
import { publishLastMonth, writeReportJob } from './jobs.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const supervisor = () => staffCaller(office, 'HD0013')
const september = { from: '2026-09-01', to: '2026-09-30' } as const

before(async () => {
  await aDecidedCase(office)
  await anAcceptedCase(office)
  setTime(office, '2026-09-18')
})

async function ask(kind: 'half-year' | 'scorecards', format: 'docx' | 'xlsx'): Promise<string> {
  return (await office.call('reporting.request-report', await supervisor(), { kind, format, ...september })).id
}

async function bytesOf(id: string): Promise<Buffer> {
  const file = await office.call('reporting.get-report-file', await supervisor(), { id })
  assert.ok(file instanceof FileAnswer)
  return Buffer.from(file.bytes)
}

test('a report that was asked for is refused until the job has written it, and then stays as it was written', async () => {
  const id = await ask('half-year', 'xlsx')
  await assert.rejects(office.call('reporting.get-report-file', await supervisor(), { id }), { code: 'reporting.report-not-written' })
  await writeReportJob.run(office.app.jobContext(), { id })
  const first = await bytesOf(id)
  await anAcceptedCase(office)
  await writeReportJob.run(office.app.jobContext(), { id })
  assert.ok(first.equals(await bytesOf(id)))
  const { items } = await office.call('reporting.list-reports', await supervisor(), {})
  assert.deepEqual(items.map((item) => [item.id, item.sizeBytes]), [[id, first.length]])
})

test('to everyone else there is no such report', async () => {
  const id = await ask('scorecards', 'xlsx')
  await writeReportJob.run(office.app.jobContext(), { id })
  const head = await headOf(office, foodLicence.unit)
  await assert.rejects(office.call('reporting.get-report-file', head, { id }), { code: 'reporting.report-not-found' })
  assert.deepEqual((await office.call('reporting.list-reports', head, {})).items, [])
  await assert.rejects(office.call('reporting.request-report', await clerk(office), { kind: 'half-year', format: 'docx', ...september }))
})

test('scorecards are a workbook and nothing else', async () => {
  await assert.rejects(ask('scorecards', 'docx'))
})

test('a scorecard says of each unit what the figures say, with the parts and the month before', async () => {
  const { from, to, units } = await office.call('reporting.get-scorecards', await supervisor(), { month: '2026-09-15' })
  assert.deepEqual([from, to], ['2026-09-01', '2026-09-30'])
  const card = units.find(({ unitId }) => unitId === foodLicence.unit)
  const { figure } = await office.call('reporting.get-figure', await supervisor(), { metric: 'cases.on-time-rate', ...september, unitId: foodLicence.unit })
  const onTime = card?.figures.find(({ metric }) => metric === figure.metric)
  assert.deepEqual([onTime?.numerator, onTime?.denominator, onTime?.value], [figure.numerator, figure.denominator, figure.value])
  const october = await office.call('reporting.get-scorecards', await supervisor(), { month: '2026-10-01' })
  const kept = october.units.find(({ unitId }) => unitId === foodLicence.unit)?.figures.find(({ metric }) => metric === 'cases.received')
  assert.deepEqual([kept?.value, kept?.monthBefore], [null, '3'])
})

test('the workbook of scorecards has a sheet of all units and one for each', async () => {
  const id = await ask('scorecards', 'xlsx')
  await office.call('reporting.write-report', law, { id })
  const [all, ...each] = await readXlsxFile(await bytesOf(id))
  assert.equal(all?.sheet, '各部门')
  assert.equal((all?.data.length ?? 0) - 1, each.length)
  assert.ok(each.some(({ sheet }) => sheet === '市场监管'))
})

test('sentences that an official saves are those of the reports from that day on, and not of earlier ones', async () => {
  const admin = await administrator(office)
  const { text } = await office.call('reporting.get-template', admin, {})
  const changed = text.replace(/^.*\n/, '{机关}{统计期}简报\n')
  await office.call('reporting.save-template', admin, { validFrom: '2026-09-20', text: changed })
  assert.equal((await office.call('reporting.get-template', admin, { on: '2026-09-19' })).validFrom, null)
  const later = await office.call('reporting.get-template', admin, { on: '2026-09-20' })
  assert.deepEqual([later.validFrom, later.text], ['2026-09-20', changed])
  const preview = await office.call('reporting.preview-template', admin, { text: changed, ...september })
  assert.equal(preview.title, '花都区政务服务数据管理局9月简报')
  assert.ok(preview.sections.some(({ paragraphs }) => paragraphs.some((paragraph) => paragraph.includes('共受理业务3件'))))
})

test('what ships after an office has saved its sentences stands at the end of them, marked new, and in no report until the office saves it', async () => {
  const admin = await administrator(office)
  const body = { title: '{office}简报', sections: [{ title: '一、总体情况', paragraphs: [['共接件{cases.received}件']] }] }
  const shippedThen = ['一、总体情况', '二、深化“一窗受理、一网通办”', '三、服务企业和群众']
  await office.database.pool.query(`INSERT INTO report_templates (id, name, valid_from, body, shipped_titles, saved_at, saved_by) VALUES ('00000000-0000-7000-8000-000000000001', 'half-year', '2026-09-18', $1, $2, '2026-09-18', 'staff:HD0011')`, [JSON.stringify(body), shippedThen])
  const seen = () => office.call('reporting.get-template', admin, { on: '2026-09-18' })
  const offered = await seen()
  assert.deepEqual(offered.newSections, ['四、推动网格化和12345热线工作', '五、深化政务公开工作', '六、严格监督，改进窗口作风'])
  assert.match(offered.text, /共接件\{累计接件量\}件\n\n# 【新增】四、推动网格化和12345热线工作\n\n\{统计期\}/)
  const { id } = await office.call('reporting.request-report', await supervisor(), { kind: 'half-year', format: 'docx', ...september })
  await office.call('reporting.write-report', law, { id })
  const written = textOfXml(wordXml(await office.call('reporting.get-report-file', await supervisor(), { id })))
  assert.match(written, /一、总体情况共接件\d+件。/)
  assert.doesNotMatch(written, /新增|12345热线工作/)
  await office.call('reporting.save-template', admin, { validFrom: '2026-09-18', text: offered.text })
  const taken = await seen()
  assert.deepEqual(taken.newSections, [])
  assert.match(taken.text, /\n# 四、推动网格化和12345热线工作\n/)
  await office.call('reporting.save-template', admin, { validFrom: '2026-09-18', text: '{机关}简报\n\n# 一、总体情况\n\n共接件{累计接件量}件' })
  assert.deepEqual((await seen()).newSections, [], 'what the office leaves out on purpose is not offered again')
})

test('a template of a day that is over, or with a figure that does not exist, is refused', async () => {
  const admin = await administrator(office)
  const { text } = await office.call('reporting.get-template', admin, {})
  await assert.rejects(office.call('reporting.save-template', admin, { validFrom: '2026-09-17', text }), { code: 'reporting.template-not-from-today' })
  await assert.rejects(office.call('reporting.save-template', admin, { validFrom: '2026-09-18', text: `${text}\n{没有的指标}` }), { code: 'reporting.place-unknown' })
  await assert.rejects(office.call('reporting.save-template', await supervisor(), { validFrom: '2026-09-18', text }))
})

test('on the first of a month the figures of the month before are published, once', async () => {
  setTime(office, '2026-10-01', '06:10')
  await publishLastMonth.run(office.app.jobContext(), {})
  await publishLastMonth.run(office.app.jobContext(), {})
  const { items } = await office.call('reporting.list-published', law, { ...september, limit: 100 })
  assert.ok(items.length > 0)
  assert.equal(new Set(items.map(({ metric }) => metric)).size, items.length)
})

test('whatever leaves a simulated city with figures in it says that they are made up', async () => {
  const simulated = buildApp(office.app.db, { ...office.app.services, simulated: true })
  for (const kind of ['half-year', 'scorecards'] as const) {
    const id = await ask(kind, 'xlsx')
    await simulated.call('reporting.write-report', law, { id })
    const sheets = await readXlsxFile(await bytesOf(id))
    assert.ok(sheets.length > 1)
    for (const { data } of sheets) assert.match(String(data[0]?.[0]), /^由模拟城市的数据生成/)
  }
  const { items } = await simulated.call('reporting.list-published', law, { ...september, limit: 100 })
  assert.ok(items.length > 0)
  for (const { note } of items) assert.match(note ?? '', /^由模拟城市的数据生成/)
  const csv = async (app: typeof simulated): Promise<readonly string[]> => {
    const answer = await app.call('reporting.export-published', law, september)
    assert.ok(answer instanceof FileAnswer)
    return new TextDecoder().decode(answer.bytes).trim().split('\r\n').slice(1)
  }
  assert.ok((await csv(simulated)).every((row) => row.includes('由模拟城市的数据生成')))
  assert.ok((await csv(office.app)).every((row) => !row.includes('模拟')))
})
