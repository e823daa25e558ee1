import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { FileAnswer } from '#kernel/contract/operation.ts'
import { administrator, approverOf, headOf, holderOf, staffCaller } from '#test/harness/callers.ts'
import { aDecidedCase, aReviewedCase, foodLicence, publishItem } from '#test/harness/cases.ts'
import { aRequest, askedUnit, disclosurePeople } from '#test/harness/disclosure.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { aRecord, policy } from '#test/harness/publication.ts'
import { textOfXml, wordXml } from '#test/harness/word-document.ts'
import annual from './locales/disclosure-annual.zh-CN.json' with { type: 'json' }

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { officer } = await disclosurePeople(office)
const supervisor = () => staffCaller(office, 'HD0013')

before(async () => {
  const number = await aRequest(office, 'closed')
  await office.call('disclosure.record-remedy', officer, { number, kind: 'review', filedOn: '2026-09-07', result: 'pending' })
  const charged = await aRequest(office)
  await office.call('disclosure.demand-fee', officer, { number: charged, method: 'pages', pages: 131 })
  await aRecord(office, 'published', policy)
  const { number: permit } = await aReviewedCase(office)
  await office.call('cases.decide-case', await approverOf(office, foodLicence.unit), { number: permit, result: 'approve' })
})

/** The texts of the cells of each row of each table. */
const tablesIn = (xml: string): readonly (readonly (readonly string[])[])[] =>
  [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => [...table.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOfXml(cell))))

const ofMarketBureau = async (year = 2026) => wordXml(await office.call('reporting.get-disclosure-report', officer, { year, unitId: askedUnit }))

test('O-13 the annual report has the six parts of the form in their order, under the name of the unit and with the law that asks for it', async () => {
  const text = textOfXml(await ofMarketBureau())
  assert.match(text, /^花都区市场监督管理局2026年政府信息公开工作年度报告/)
  const places = Object.values(annual.parts).map((title) => text.indexOf(title))
  assert.ok(places.every((place, at) => place > (places[at - 1] ?? 0)), places.join())
  assert.match(text, /国办公开办函〔2021〕30号/)
  assert.match(text, /本年度尚未结束/)
})

test('O-13 the government reports on the whole district, through those who answer for disclosure there', async () => {
  const head = await holderOf(office, 'disclosureHead', 'qu-zhengfu')
  const text = textOfXml(wordXml(await office.call('reporting.get-disclosure-report', head, { year: 2026, unitId: 'qu-zhengfu' })))
  assert.match(text, /^广州市花都区人民政府2026年政府信息公开工作年度报告/)
  const table = await office.call('disclosure.get-annual-table', head, { year: 2026, unitId: 'qu-zhengfu' })
  assert.deepEqual([table.rows, table.dueOn], [(await office.call('disclosure.get-annual-table', await supervisor(), { year: 2026 })).rows, '2027-03-31'])
  await assert.rejects(office.call('disclosure.get-annual-table', head, { year: 2026 }), { code: 'disclosure.request-unknown' })
})

test('O-13 the statutory tables say what the ledger says, with their zeros, and leave empty what the office keeps no account of', async () => {
  const [active, requests, remedies] = tablesIn(await ofMarketBureau())
  const row = (table: readonly (readonly string[])[] | undefined, label: string) => table?.find((cells) => cells.includes(label))
  assert.deepEqual(row(active, '规章'), ['规章', '0', '0', '0'])
  const [, made, repealed, inForce] = row(active, '行政规范性文件') ?? []
  assert.ok(Number(made) > 0 && Number(inForce) >= Number(made))
  assert.equal(repealed, '0')
  assert.deepEqual(row(active, '行政许可'), ['行政许可', '1'])
  assert.deepEqual(row(active, '行政处罚'), ['行政处罚', ''])
  const { rows } = await office.call('disclosure.get-annual-table', officer, { year: 2026, unitId: askedUnit })
  for (const [key, label] of [['received', '一、本年新收政府信息公开申请数量'], ['disclosed', '（一）予以公开'], ['stateSecret', '1.属于国家秘密'], ['results', '（七）总计'], ['carriedOut', '四、结转下年度继续办理']] as const) {
    const counted = rows.find((one) => one.key === key)
    assert.deepEqual(row(requests, label)?.slice(-7), [...(counted?.counts ?? []), counted?.total].map(String), label)
  }
  assert.equal(requests?.length, 3 + rows.length)
  assert.deepEqual(remedies?.at(-1), ['0', '0', '0', '1', '1', ...Array.from({ length: 10 }, () => '0')])
})

test('O-13 decisions on a permit are counted in the year in which they were made, also when its item has ended since', async () => {
  const decisions = async () => tablesIn(await ofMarketBureau())[0]?.find(([label]) => label === '行政许可')?.[1]
  const implementCode = await publishItem(office, 71, {})
  await aDecidedCase(office, { result: 'approve' }, { implementCode })
  assert.equal(await decisions(), '2')
  await office.call('catalogue.cancel-item', await holderOf(office, 'cataloguePublisher', 'zhengwu-shuju'), { implementCode, from: '2026-09-07', reason: '国务院决定取消' })
  assert.equal(await decisions(), '2')
})

test('O-13 a sentence whose figure has no data is left out, and the processing fees are told in any year', async () => {
  const text = textOfXml(await ofMarketBureau())
  assert.match(text, /共收到政府信息公开申请2件，已答复的1件中/)
  assert.doesNotMatch(text, /按时答复率|政务微博|回应社会关注|\{/)
  assert.match(text, /本年度发出信息处理费收费通知1件，总金额1320\.00元，实际收取0\.00元。/)
  const earlier = textOfXml(await ofMarketBureau(2024))
  assert.match(earlier, /一、总体情况本年度没有可以由账本得出的数据。/)
  assert.match(earlier, /没有收取信息处理费/)
  assert.doesNotMatch(earlier, /本年度尚未结束/)
})

test('O-13 the report of all units together bears the name of the government and is for supervisors; the report of a foreign unit is not there', async () => {
  const whole = textOfXml(wordXml(await office.call('reporting.get-disclosure-report', await supervisor(), { year: 2026 })))
  assert.match(whole, /^广州市花都区人民政府2026年政府信息公开工作年度报告/)
  await assert.rejects(office.call('reporting.get-disclosure-report', officer, { year: 2026 }), { code: 'disclosure.request-unknown' })
  const stranger = await holderOf(office, 'disclosureOfficer', 'minzheng')
  await assert.rejects(office.call('reporting.get-disclosure-report', stranger, { year: 2026, unitId: askedUnit }), { code: 'disclosure.request-unknown' })
})

test('O-13 the report that was asked for is that of the year in which the period begins, as Word and for who may read all tables', async () => {
  const asked = { kind: 'disclosure-annual', format: 'docx', from: '2026-01-01', to: '2026-12-31' } as const
  const { id } = await office.call('reporting.request-report', await supervisor(), asked)
  await office.call('reporting.write-report', law, { id })
  const file = await office.call('reporting.get-report-file', await supervisor(), { id })
  assert.match(textOfXml(wordXml(file)), /^广州市花都区人民政府2026年/)
  assert.ok(file instanceof FileAnswer)
  assert.equal(file.fileName, 'disclosure-annual-2026.docx')
  await assert.rejects(office.call('reporting.request-report', await supervisor(), { ...asked, format: 'xlsx' }), { code: 'contract.invalid-input' })
  await assert.rejects(office.call('reporting.request-report', await headOf(office, askedUnit), asked), { code: 'disclosure.request-unknown' })
})

test('the sentences of the annual report are edited like those of the half-year report, but its six parts stay', async () => {
  const admin = await administrator(office)
  const { text } = await office.call('reporting.get-template', admin, { report: 'disclosure-annual' })
  assert.doesNotMatch(text, /\{[\w.:-]+\}/)
  await assert.rejects(office.call('reporting.save-template', admin, { report: 'disclosure-annual', validFrom: '2026-09-07', text: text.replace('五、存在的主要问题及改进情况', '五、展望') }), { code: 'reporting.template-parts' })
  await office.call('reporting.save-template', admin, { report: 'disclosure-annual', validFrom: '2026-09-07', text: text.replace(/（存在的其他问题.*）/, '两件答复的理由写得不全，已逐件说明') })
  assert.match(textOfXml(await ofMarketBureau()), /五、存在的主要问题及改进情况[^六]*两件答复的理由写得不全，已逐件说明。/)
  assert.equal((await office.call('reporting.get-template', admin, {})).validFrom, null, 'the half-year report keeps its own')
})
