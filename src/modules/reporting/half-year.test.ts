import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import readXlsxFile from 'read-excel-file/node'
import { law } from '#kernel/access/caller.ts'
import { FileAnswer } from '#kernel/contract/operation.ts'
import { approverOf } from '#test/harness/callers.ts'
import { aReviewedCase, anAcceptedCase, foodLicence } from '#test/harness/cases.ts'
import { aRequest } from '#test/harness/disclosure.ts'
import { anEvent } from '#test/harness/grid.ts'
import { anOrder } from '#test/harness/hotline.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { aRecord } from '#test/harness/publication.ts'
import { aFinding } from '#test/harness/supervision.ts'
import { textOfXml, wordXml } from '#test/harness/word-document.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const september = { from: '2026-09-01', to: '2026-09-30' } as const

async function figure(metric: string, asOf?: string): Promise<{ readonly numerator: number; readonly denominator: number | null; readonly value: string | null } | undefined> {
  const { items } = await office.call('reporting.list-figures', law, { ...september, ...(asOf !== undefined && { asOf }) })
  const found = items.find((item) => item.metric === metric)
  return found && { numerator: found.numerator, denominator: found.denominator, value: found.value }
}

test('C-24 a case left open after its due day stands below the line of the on-time rate, and as of an earlier day it does not', async () => {
  const { number } = await aReviewedCase(office)
  await office.call('cases.decide-case', await approverOf(office, foodLicence.unit), { number, result: 'approve' })
  await anAcceptedCase(office)
  assert.deepEqual(await figure('cases.on-time-rate'), { numerator: 1, denominator: 1, value: '100.00%' })
  office.clock.set(new Date('2026-09-16T10:00:00+08:00'))
  assert.deepEqual(await figure('cases.on-time-rate'), { numerator: 1, denominator: 2, value: '50.00%' })
  assert.equal((await figure('cases.overdue-open'))?.numerator, 1)
  assert.deepEqual(await figure('cases.on-time-rate', '2026-09-14T20:00:00+08:00'), { numerator: 1, denominator: 1, value: '100.00%' })
})

test('E-04 without an evaluation there is no satisfaction, neither whole nor none', async () => {
  assert.deepEqual(await figure('evaluations.satisfaction-rate'), { numerator: 0, denominator: 0, value: null })
})

const report = (format: 'docx' | 'xlsx') => office.call('reporting.get-half-year-report', law, { ...september, format })

async function sheetsOf() {
  const answer = await report('xlsx')
  assert.ok(answer instanceof FileAnswer)
  return readXlsxFile(Buffer.from(answer.bytes))
}

test('the Word report says what the figures say and leaves out what has no data', async () => {
  const xml = wordXml(await report('docx'))
  const text = textOfXml(xml)
  assert.match(text, /2026年9月政务服务运行情况报告/)
  assert.match(text, /共受理业务2件/)
  assert.match(text, /按时办结率50\.00%/)
  assert.doesNotMatch(text, /同比|满意率|网格|依申请公开方面|巡查|\{/)
})

test('the Word report draws what came in and went out, and says the same in words under the drawing', async () => {
  const answer = await report('docx')
  const xml = wordXml(answer)
  assert.match(xml, /descr="实线为收件，本期共2件；虚线为办结，本期共1件"/)
  assert.match(textOfXml(xml), /虚线为办结，本期共1件/)
  assert.ok(answer instanceof FileAnswer && Buffer.from(answer.bytes).includes('word/media/'))
})

test('the workbook holds every figure with its definition and a list as long as the figure', async () => {
  const sheets = await sheetsOf()
  const [definitions, ...lists] = sheets
  assert.equal((definitions?.data.length ?? 0) - 1, lists.length)
  const accepted = lists.find(({ sheet }) => sheet === '受理量')
  assert.equal((accepted?.data.length ?? 0) - 1, 2)
})

test('the hotline, the grid, what is published and asked for, and supervision have their sections as soon as there is something to say', async () => {
  office.clock.set(new Date('2026-09-16T11:00:00+08:00'))
  await anOrder(office, 'replied')
  await anEvent(office)
  await aRecord(office, 'published')
  await aRequest(office, 'handling')
  await aFinding(office)
  const xml = wordXml(await report('docx'))
  const text = textOfXml(xml)
  const drawn = [...xml.matchAll(/descr="([^"]+)"/g)].map(([, words = '']) => words)
  for (const words of ['受理量：本期共2，最多的是9/7，2', '网上申请率：实线为分母，本期共2；虚线为分子，本期共', '12345工单数：本期共1，最多的是9/16，1', '主动公开政府信息：本期共', '监察发现件数：本期共1，']) assert.ok(drawn.some((one) => one.startsWith(words)), `${words}: ${drawn.join()}`)
  for (const words of drawn) assert.ok(text.includes(words), 'what is drawn is said in words under it')
  assert.match(text, /12345热线受理工单共1宗。其中咨询类占0\.00%/)
  assert.match(text, /共采集上报网格事件1件/)
  assert.match(text, /四、深化政务公开工作9月，全区已主动公开政府信息\d+条，其中规范性文件\d+条/)
  assert.match(text, /共收到政府信息公开申请1份。/)
  assert.match(text, /登记监察发现1件/)
  assert.match(text, /各部门其他业务情况部门12345工单数网格事件上报数主动公开政府信息政府信息公开申请件数监察发现件数/)
  assert.doesNotMatch(text, /巡查达标率|\{/)
  const sheets = await sheetsOf()
  const findings = sheets.find(({ sheet }) => sheet === '监察发现件数')
  assert.equal((findings?.data.length ?? 0) - 1, 1)
})
