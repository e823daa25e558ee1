import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { findSubjectByNumber, getSubject, openSubject } from '#modules/subjects/index.ts'
import { administrator, clerk, personCaller, reviewerOf, subjectId } from '#test/harness/callers.ts'
import { testCtx } from '#test/harness/matters.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { db } = office.database

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** A citizen number that nobody of the demo city has, valid by GB 11643. */
function numberOf(place: number): string {
  const body = `44011419700101${String(place).padStart(3, '0')}`
  return body + '10X98765432'[weights.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0) % 11]
}
const read = (place: number, name = '何小满') => ({ name, idNumber: numberOf(place), phone: '13800007001', regionCode: '440114001', address: '广东省广州市花都区新华街道宝华路1号' })

test('a clerk registers who shows a document, and finds the same record the next time', async () => {
  const caller = await clerk(office)
  const first = await office.call('subjects.find-or-register-person', caller, read(1))
  const again = await office.call('subjects.find-or-register-person', caller, read(1))
  assert.deepEqual([first.registered, again.registered, again.id === first.id], [true, false, true])
  assert.deepEqual([first.maskedName, first.maskedNumber], ['何**', `440114********${numberOf(1).slice(-4)}`])
  const facts = await openSubject(testCtx(office.app, db), first.id, { purpose: 'test' })
  assert.ok(facts.kind === 'person')
  assert.deepEqual([facts.birthOn, facts.sex, facts.phone], ['1970-01-01', 'male', '13800007001'])
})

test('two clerks who register one number at the same time make one record', async () => {
  const caller = await clerk(office)
  const outcomes = await Promise.allSettled([office.call('subjects.find-or-register-person', caller, read(2)), office.call('subjects.find-or-register-person', caller, read(2))])
  assert.ok(outcomes.some((outcome) => outcome.status === 'fulfilled' && outcome.value.registered))
  for (const outcome of outcomes) if (outcome.status === 'rejected') assert.equal((outcome.reason as { code: string }).code, 'subjects.already-registered')
  const found = await findSubjectByNumber(testCtx(office.app, db), numberOf(2))
  assert.equal(found?.maskedNumber, `440114********${numberOf(2).slice(-4)}`)
})

test('a number that is registered under another name is refused, and the answer tells nothing about the other', async () => {
  const caller = await clerk(office)
  await office.call('subjects.find-or-register-person', caller, read(3))
  await assert.rejects(office.call('subjects.find-or-register-person', caller, read(3, '冒名者')), (error: { code: string; details: object }) => {
    assert.deepEqual([error.code, error.details], ['subjects.name-differs', {}])
    return true
  })
})

test('D-04 a wrong number and one that contradicts the record are refused', async () => {
  const caller = await clerk(office)
  const last = numberOf(4).endsWith('1') ? '2' : '1'
  await assert.rejects(office.call('subjects.find-or-register-person', caller, { ...read(4), idNumber: numberOf(4).slice(0, 17) + last }), { code: 'subjects.id-number-invalid' })
  await assert.rejects(office.call('subjects.find-or-register-person', caller, { ...read(4), birthOn: '1971-01-01' }), { code: 'subjects.id-number-contradicts' })
  await assert.rejects(office.call('subjects.find-or-register-person', caller, { ...read(4), idKind: 'passport', idNumber: 'E12345678' }), { code: 'subjects.not-stated-by-number' })
})

test('D-04 an organisation is registered once, under its own representative', async () => {
  const caller = await clerk(office)
  const organisation = { name: '广州穗汇连供应链管理有限公司', tradeName: '穗汇连', creditCode: '91440114MA5Y000238', establishedOn: '2016-06-01', phone: '13800006002', regionCode: '440114105', address: '物流大道1号' } as const
  const legalRepresentativeId = await subjectId(office, 'li-guoqiang')
  await assert.rejects(office.call('subjects.register-organisation', caller, { ...organisation, legalRepresentativeId }), { code: 'subjects.already-registered' })
  await assert.rejects(office.call('subjects.register-organisation', caller, { ...organisation, creditCode: '91440114MA5Y000239', legalRepresentativeId }), { code: 'subjects.credit-code-invalid' })
  const itself = await subjectId(office, 'suihuilian-gongyinglian')
  await assert.rejects(office.call('subjects.register-organisation', caller, { ...organisation, legalRepresentativeId: itself }), { code: 'subjects.unknown' })
})

test('SQL, HTML and rare characters are kept as the text that they are', async () => {
  const caller = await clerk(office)
  const texts = ["'; DROP TABLE subjects; --", '<script>alert(1)</script>', '买买提·吐尔逊', '𬱖\u{20000}强', '{{name}} $1 %s \\']
  for (const [place, text] of texts.entries()) {
    const { id } = await office.call('subjects.find-or-register-person', caller, { ...read(100 + place, text), address: text })
    const facts = await openSubject(testCtx(office.app, db), id, { purpose: 'test' })
    assert.deepEqual([facts.name, facts.address], [text, text])
  }
})

test('ten thousand characters and control characters are refused in every field of text', async () => {
  const caller = await clerk(office)
  for (const field of ['name', 'idNumber', 'phone', 'regionCode', 'address']) {
    for (const text of ['甲'.repeat(10_000), '甲\u0000乙丙', '甲\n乙丙']) {
      await assert.rejects(office.call('subjects.find-or-register-person', caller, { ...read(5), [field]: text }), { code: 'contract.invalid-input' }, field)
    }
  }
})

test('whatever is typed, the answer is a record or a refusal, never a fault', async () => {
  const caller = await clerk(office)
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(fc.record({ name: text, idNumber: text, phone: text, regionCode: text, address: text }), async (input) => {
      await assert.rejects(office.call('subjects.find-or-register-person', caller, input), (error: Error) => error.name === 'Refusal')
    }),
    { numRuns: 50 },
  )
})

test('nothing personal stands in the table in the clear', async () => {
  const { rows } = await office.database.pool.query<{ row: string }>('SELECT to_jsonb(s)::text AS row FROM subjects s')
  const told = (row: string): boolean => ['张晓梅', '440114198805160020', '13800005001', '建设北路', '穗汇连', '91440114MA5Y000238', '13800006002'].some((fact) => row.includes(fact))
  assert.ok(rows.length >= 32)
  assert.deepEqual(rows.filter(({ row }) => told(row)), [])
})

test('staff see a subject masked, a stranger does not see it at all', async () => {
  const id = await subjectId(office, 'zhang-xiaomei')
  for (const caller of [await clerk(office), await reviewerOf(office, 'shichang-jianguan'), await administrator(office), await personCaller(office, 'zhang-xiaomei')]) {
    const seen = await office.call('subjects.get-subject', caller, { id })
    assert.deepEqual([seen.maskedName, seen.maskedNumber], ['张**', '440114********0020'])
  }
  await assert.rejects(office.call('subjects.get-subject', await personCaller(office, 'li-guoqiang'), { id }), { code: 'subjects.unknown' })
  await assert.rejects(office.call('subjects.get-subject', await clerk(office), { id: '01999999-0000-7000-8000-000000000000' }), { code: 'subjects.unknown' })
})

test('the getter answers with references and masks', async () => {
  const subject = await getSubject(db, await subjectId(office, 'suihuilian-gongyinglian'))
  assert.deepEqual([subject.kind, subject.maskedName, subject.legalRepresentativeId], ['organisation', '广州**供应链管理有限公司', await subjectId(office, 'li-guoqiang')])
})
