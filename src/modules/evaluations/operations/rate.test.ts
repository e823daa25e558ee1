import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, law, type PersonCaller } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { aPerson, serve, staffOf } from '#test/harness/served-persons.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

async function countRectifications(caseNumber: string): Promise<number> {
  const { rows } = await office.database.pool.query<{ count: number }>(
    'SELECT count(*) FROM rectifications t JOIN service_reviews r ON r.id = t.review_id JOIN service_events e ON e.id = r.event_id WHERE e.case_number = $1',
    [caseNumber],
  )
  return rows[0]?.count ?? 0
}

let cases = 0
async function aServedPerson(more: Partial<Parameters<typeof serve>[1]> = {}): Promise<{ number: string; person: PersonCaller }> {
  const person = more.person ?? (await aPerson(office))
  const number = `RATE${String((cases += 1)).padStart(6, '0')}`
  await serve(office, { caseNumber: number, person, ...more })
  return { number, person }
}

test('E-01 grades 1 and 2 each open exactly one rectification in the same moment, grades 3, 4 and 5 none', async () => {
  for (const grade of [1, 2, 3, 4, 5]) {
    const { number, person } = await aServedPerson()
    const given = await office.call('evaluations.rate', person, { number, grade })
    assert.equal(given.rectificationNumber !== null, grade <= 2, `grade ${grade}`)
    assert.equal(await countRectifications(number), grade <= 2 ? 1 : 0, `grade ${grade}`)
    if (given.rectificationNumber !== null) assert.match(given.rectificationNumber, /^HPZG20260907\d{4}$/)
  }
})

test('E-01 a grade outside 1 to 5 is no evaluation', async () => {
  const { number, person } = await aServedPerson()
  for (const grade of [0, 6, 2.5, -1]) await assert.rejects(office.call('evaluations.rate', person, { number, grade }), refused('contract.invalid-input'))
})

test('E-01 of two bad evaluations sent at the same moment one is kept, with one rectification', async () => {
  const { number, person } = await aServedPerson()
  const sent = await Promise.allSettled([1, 2, 3, 4].map(() => office.call('evaluations.rate', person, { number, grade: 1, serviceNumber: 1 })))
  assert.equal(sent.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const answer of sent) if (answer.status === 'rejected') assert.equal((answer.reason as Refusal).code, 'evaluations.already-evaluated')
  assert.equal(await countRectifications(number), 1)
})

test('E-04 one service is evaluated once; a later service of the same case may be evaluated again', async () => {
  const { number, person } = await aServedPerson()
  assert.equal((await office.call('evaluations.rate', person, { number, grade: 5 })).serviceNumber, 1)
  await assert.rejects(office.call('evaluations.rate', person, { number, grade: 4, serviceNumber: 1 }), refused('evaluations.already-evaluated'))
  await assert.rejects(office.call('evaluations.rate', person, { number, grade: 4 }), refused('evaluations.already-evaluated'))
  assert.equal(await serve(office, { caseNumber: number, person, kind: 'close' }), 2)
  assert.equal((await office.call('evaluations.rate', person, { number, grade: 3 })).serviceNumber, 2)
})

test('E-04 a repeat with the same idempotency key gets the same answer and stores nothing more', async () => {
  const { number, person } = await aServedPerson()
  const first = await office.call('evaluations.rate', person, { number, grade: 1 }, { idempotencyKey: 'once' })
  assert.deepEqual(await office.call('evaluations.rate', person, { number, grade: 1 }, { idempotencyKey: 'once' }), first)
  assert.equal(await countRectifications(number), 1)
})

test('E-05 a service that is not on record, or has not happened yet, cannot be evaluated', async () => {
  const { number, person } = await aServedPerson({ at: new Date('2026-09-07T10:00:00+08:00') })
  await assert.rejects(office.call('evaluations.rate', person, { number, grade: 5 }), refused('evaluations.event-not-happened'))
  await assert.rejects(office.call('evaluations.rate', person, { number, grade: 5, serviceNumber: 2 }), refused('evaluations.event-unknown'))
  await assert.rejects(office.call('evaluations.rate', person, { number: 'RATE-NOWHERE', grade: 5 }), refused('evaluations.event-unknown'))
  assert.equal((await office.call('evaluations.rate', person, { number, grade: 5 }, { now: new Date('2026-09-07T10:00:01+08:00') })).grade, 5)
})

test('E-10 item types 01, 05, 07, 08, 09, 10, 20 and 99 are evaluated, the others are not', async () => {
  for (const itemType of ['01', '05', '07', '08', '09', '10', '20', '99']) {
    const { number, person } = await aServedPerson({ itemType })
    assert.equal((await office.call('evaluations.rate', person, { number, grade: 5 })).grade, 5)
  }
  for (const itemType of ['02', '03', '04', '06']) {
    const { number, person } = await aServedPerson({ itemType })
    await assert.rejects(office.call('evaluations.rate', person, { number, grade: 5 }), refused('evaluations.item-type-not-covered'))
  }
})

test('nobody evaluates for the person: not a program, not a member of staff, not somebody without a name or a query code', async () => {
  const { number } = await aServedPerson()
  for (const caller of [law, await staffOf(office, 'HD0009'), anonymous]) {
    await assert.rejects(office.call('evaluations.rate', caller, { number, grade: 5 }), refused('evaluations.evaluator-missing'))
  }
})

test('another person is told that there is nothing to evaluate, and sees nothing', async () => {
  const { number } = await aServedPerson()
  const other = await aPerson(office)
  await assert.rejects(office.call('evaluations.rate', other, { number, grade: 1 }), refused('evaluations.event-unknown'))
  await assert.rejects(office.call('evaluations.list-for-case', other, { number }), refused('evaluations.event-unknown'))
  await assert.rejects(office.call('evaluations.list-for-case', anonymous, { number }), refused('evaluations.event-unknown'))
})

test('the query code of the receipt evaluates without signing in, a wrong one does not', async () => {
  const { number, person } = await aServedPerson({ queryCode: '7KQ2-90XM' })
  await assert.rejects(office.call('evaluations.rate', anonymous, { number, grade: 5, queryCode: '7KQ2-90XN' }), refused('evaluations.event-unknown'))
  await office.call('evaluations.rate', anonymous, { number, grade: 5, reasons: ['510'], queryCode: '7KQ2-90XM' })
  const { items } = await office.call('evaluations.list-for-case', person, { number })
  assert.deepEqual(items.map(({ serviceNumber, mayEvaluate, review }) => [serviceNumber, mayEvaluate, review?.grade]), [[1, false, 5]])
})

test('a reason belongs to its grade', async () => {
  const { number, person } = await aServedPerson()
  await assert.rejects(
    office.call('evaluations.rate', person, { number, grade: 5, reasons: ['108'] }),
    (error: unknown) => error instanceof Refusal && error.fields.some((field) => field.code === 'evaluations.reason-of-other-grade' && field.pointer === '/reasons'),
  )
  assert.equal((await office.call('evaluations.rate', person, { number, grade: 1, reasons: ['108', '115'] })).grade, 1)
})

test('what is written stays sealed in the database and comes back as it was, without numbers', async () => {
  const { number, person } = await aServedPerson()
  const text = `<b>好</b>'; DROP TABLE service_reviews; -- 13800001234`
  await office.call('evaluations.rate', person, { number, grade: 4, text })
  const { items } = await office.call('evaluations.list-for-case', person, { number })
  assert.equal(items[0]?.review?.text, text.replace('13800001234', '****'))
  const { rows } = await office.database.pool.query<{ row: string }>('SELECT r::text AS row FROM service_reviews r')
  assert.ok(rows.every(({ row }) => !row.includes(Buffer.from('DROP TABLE').toString('hex'))))
  await assert.rejects(office.call('evaluations.rate', person, { number, grade: 4, text: '长'.repeat(10_000) }), refused('contract.invalid-input'))
})
