import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { composeDocument } from '#kernel/documents/compose.ts'
import { documentText } from '#kernel/documents/plain-text.ts'
import { listDocuments, readDocument } from '#kernel/documents/read.ts'
import { findMatter } from '#kernel/matter/store.ts'
import { headOf, reviewerOf } from '#test/harness/callers.ts'
import { aSubmittedCase } from '#test/harness/cases.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { aFinding, supervisionPeople } from '#test/harness/supervision.ts'
import { measureLetters } from './documents/templates.ts'
import { supervisionSettings } from './settings.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { inspector, other } = await supervisionPeople(office)
const unitId = 'fazhan-gaige'
const head = await headOf(office, unitId)
const concerned = await reviewerOf(office, unitId)
const { persistentFrom } = supervisionSettings.defaults

test('S-05 a letter with recordings carries the files of every finding of the unit in that month that stands, and names them', async () => {
  const matter = (await aSubmittedCase(office)).number
  const withoutFile = await aFinding(office, { unitId, fileIds: [], matterNumbers: [matter] })
  const overturned = await aFinding(office, { unitId })
  await office.call('supervision.appeal-finding', head, { number: overturned.number, reason: '当时在窗口内取件。' })
  await office.call('supervision.decide-finding-appeal', other, { number: overturned.number, upheld: false, reasoning: '录像证实当时在窗口内。' })
  const found: string[] = []
  let measures: readonly string[] = []
  for (let place = 1; place < persistentFrom; place += 1) {
    const finding = await aFinding(office, { unitId, staffId: concerned.id })
    found.push(finding.number)
    measures = finding.measures
  }
  const shown = await Promise.all(measures.map((number) => office.call('supervision.get-measure', head, { number })))
  const letter = shown.find(({ measure }) => measure === 'letterWithRecordings') ?? assert.fail('persistently many findings lead to the letter')
  assert.deepEqual(letter.recordings.map(({ finding }) => finding), found)
  assert.ok(![withoutFile.number, overturned.number].some((number) => letter.recordings.some(({ finding }) => finding === number)))

  const [recording] = letter.recordings
  assert.ok(recording)
  assert.ok(await office.call('supervision.get-finding-file', head, { number: recording.finding, fileId: recording.fileId }))
  assert.deepEqual((await office.call('supervision.get-measure', concerned, { number: letter.number })).recordings, [], 'whom one finding is about learns nothing of those about others')

  const { db } = office.database
  const [issued] = await listDocuments(db, (await findMatter(db, 'measure', letter.number, false))?.id ?? '')
  const { data } = await readDocument(db, office.app.services, issued?.id ?? '')
  const words = documentText(composeDocument(measureLetters.letterWithRecordings, data))
  for (const number of found) assert.ok(words.includes(`${number}（1份）`), number)
  assert.ok(!words.includes(`${overturned.number}（`))
  const { recordings: _recordings, ...before } = data
  assert.doesNotMatch(documentText(composeDocument(measureLetters.letterWithRecordings, before)), /附件/, 'a letter of before is made again as it was')
})

test('S-05 no other measure carries recordings', async () => {
  const { measures } = await aFinding(office, { unitId: 'gongdian', grade: 'serious', source: 'inspection' })
  assert.ok(measures.length > 0)
  for (const number of measures) assert.deepEqual((await office.call('supervision.get-measure', inspector, { number })).recordings, [])
})
