import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymous, type Caller, type PersonCaller } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { aPerson, makeReviewHandler, serve, staffOf } from '#test/harness/served-persons.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())

const unit = 'fazhan-gaige'
const evaluated = await makeReviewHandler(office, 'HD0017', unit)
const colleague = await makeReviewHandler(office, 'HD0018', unit)
const reviewing = await staffOf(office, 'HD0009')
const supervisor = await staffOf(office, 'HD0013')
const head = await staffOf(office, 'HD0015')
const stranger = await staffOf(office, 'HD0019')

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

let cases = 0
async function aBadReview(options: { readonly anonymous?: boolean; readonly staffId?: string; readonly unitId?: string } = {}): Promise<{ number: string; caseNumber: string; reviewId: string; person: PersonCaller }> {
  const person = await aPerson(office)
  const caseNumber = `RECT${String((cases += 1)).padStart(6, '0')}`
  await serve(office, { caseNumber, person, staffId: options.staffId ?? 'HD0017', unitId: options.unitId ?? unit })
  const { rectificationNumber, reviewId } = await office.call('evaluations.rate', person, { number: caseNumber, grade: 1, reasons: ['115'], text: '窗口让我跑了三趟', anonymous: options.anonymous ?? false })
  assert.ok(rectificationNumber)
  return { number: rectificationNumber, caseNumber, reviewId, person }
}

const see = (caller: Caller, number: string) => office.call('evaluations.get-rectification', caller, { number })
const contact = (caller: Caller, number: string) => office.call('evaluations.record-contact', caller, { number, result: 'reached', note: '已电话核实' })
const verify = (caller: Caller, number: string) => office.call('evaluations.verify-review', caller, { number, finding: 'clear', note: '情况属实' })
const rectify = (caller: Caller, number: string) => office.call('evaluations.rectify-cause', caller, { number, measure: '重新培训', reply: '已改为一次告知，向您致歉' })
const callBack = (caller: Caller, number: string, result: 'satisfied' | 'dissatisfied' | 'anonymous' | 'unreachable') => office.call('evaluations.call-back', caller, { number, result, note: '已回访' })
const close = (caller: Caller, number: string) => office.call('evaluations.close-rectification', caller, { number })

test('E-02 who gave a name is contacted by the end of the next working day, and before anything is found', async () => {
  const { number } = await aBadReview()
  const opened = await see(colleague, number)
  assert.equal(opened.contactDueAt, '2026-09-09T00:00:00+08:00')
  assert.deepEqual(opened.commands, ['contact'])
  await assert.rejects(verify(colleague, number), refused('evaluations.contact-first'))
  const contacted = await contact(colleague, number)
  assert.equal(contacted.state, 'contacted')
  assert.equal(contacted.contactDueAt, null)
  const { timers } = await office.call('evaluations.get-rectification-clock', colleague, { number })
  assert.deepEqual(timers.map(({ name, overdue, end }) => [name, overdue, end?.kind]), [['rectify', false, undefined], ['contact', false, 'satisfied']])
})

test('E-02 a contact after the next working day is recorded as late', async () => {
  const { number } = await aBadReview()
  const late = { now: new Date('2026-09-09T09:00:00+08:00') }
  await office.call('evaluations.record-contact', colleague, { number, result: 'reached', note: '迟了' }, late)
  const { timers } = await office.call('evaluations.get-rectification-clock', colleague, { number }, late)
  assert.deepEqual(timers.filter(({ overdue }) => overdue).map(({ name }) => name), ['contact'])
})

test('E-02 an anonymous evaluator has no contact clock and nobody is contacted', async () => {
  const { number } = await aBadReview({ anonymous: true })
  const opened = await see(colleague, number)
  assert.equal(opened.contactDueAt, null)
  assert.deepEqual(opened.commands, ['verify'])
  await assert.rejects(contact(colleague, number), refused('evaluations.nobody-to-contact'))
})

test('E-03 rectification is due on the fifteenth working day, make-up Sunday and holiday counted as the calendar says', async () => {
  const { number } = await aBadReview()
  const { timers } = await office.call('evaluations.get-rectification-clock', colleague, { number })
  const clock = timers.find(({ name }) => name === 'rectify')
  assert.equal(clock?.dueDay, '2026-09-28')
  const day = (date: string) => clock?.explanation.find((row) => row.day === date)
  assert.deepEqual([day('2026-09-07')?.counted, day('2026-09-08')?.number, day('2026-09-20')?.counted, day('2026-09-25')?.counted, day('2026-09-28')?.number], [false, 1, true, false, 15])
  assert.match(day('2026-09-20')?.words ?? '', /2026-09-20（.+）：计入/)
})

test('E-03 nothing closes without the call back, and a dissatisfied evaluator has it taken up once more', async () => {
  const { number } = await aBadReview()
  await contact(colleague, number)
  await verify(colleague, number)
  await assert.rejects(close(colleague, number), refused('lifecycle.command-not-allowed'))
  await rectify(colleague, number)
  await assert.rejects(close(colleague, number), refused('lifecycle.command-not-allowed'))
  await assert.rejects(callBack(colleague, number, 'anonymous'), refused('evaluations.callback-missing'))
  assert.deepEqual((await callBack(colleague, number, 'dissatisfied')).commands, ['reopen'])
  await assert.rejects(close(colleague, number), refused('evaluations.still-dissatisfied'))
  const reopened = await office.call('evaluations.reopen-rectification', colleague, { number, reason: '再整改一次' })
  assert.equal(reopened.rectifyDueAt, '2026-09-29T00:00:00+08:00')
  await rectify(colleague, number)
  await callBack(colleague, number, 'satisfied')
  const closed = await close(colleague, number)
  assert.deepEqual([closed.state, closed.outcome, closed.commands, closed.closedAt !== null], ['closed', 'satisfied', [], true])
})

test('E-06 who was evaluated sees neither the anonymous evaluator nor the case, and the ledger does not tell', async () => {
  const { number, person, caseNumber } = await aBadReview({ anonymous: true })
  const shown = await see(evaluated, number)
  const ledger = await office.call('evaluations.get-rectification-ledger', evaluated, { number })
  const clock = await office.call('evaluations.get-rectification-clock', evaluated, { number })
  const queue = await office.call('evaluations.list-rectifications', evaluated, { limit: 100 })
  for (const answer of [shown, ledger, clock, queue]) {
    assert.ok(!JSON.stringify(answer).includes(person.id))
    assert.ok(!JSON.stringify(answer).includes(caseNumber))
  }
  for (const other of [colleague, reviewing, supervisor, head]) assert.equal((await see(other, number)).evaluatorId, null)
  assert.equal((await see(person, number)).evaluatorId, person.id)
})

test('E-06 nobody handles a rectification about himself, whatever role he holds', async () => {
  const { number, reviewId } = await aBadReview()
  assert.deepEqual((await see(evaluated, number)).commands, [])
  for (const attempt of [contact, verify, rectify, close]) await assert.rejects(attempt(evaluated, number), refused('evaluations.own-review'))
  await assert.rejects(office.call('evaluations.exclude-review', evaluated, { reviewId, ground: 'untrue', reason: '不属实' }), refused('evaluations.own-review'))
})

test('E-06 it goes to the handlers of the unit that served, and to the office where the unit has nobody but the evaluated', async () => {
  assert.equal((await see(colleague, (await aBadReview()).number)).handlingUnitId, unit)
  await makeReviewHandler(office, 'HD0022', 'ziran-ziyuan')
  const { number } = await aBadReview({ unitId: 'ziran-ziyuan', staffId: 'HD0022' })
  assert.equal((await see(reviewing, number)).handlingUnitId, 'zhengwu-shuju')
  assert.equal((await contact(reviewing, number)).state, 'contacted')
})

test('E-08 only the office finds a review invalid, and that ends its rectification', async () => {
  const { number } = await aBadReview()
  const findInvalid = (caller: Caller) => office.call('evaluations.find-invalid', caller, { number, ground: 'untrue', reason: '录像与评价不符' })
  await assert.rejects(findInvalid(colleague), refused('evaluations.office-decides'))
  const invalid = await findInvalid(reviewing)
  assert.deepEqual([invalid.state, invalid.excluded, invalid.commands], ['invalid', true, []])
  const { timers } = await office.call('evaluations.get-rectification-clock', reviewing, { number })
  assert.ok(timers.every(({ end }) => end?.kind === 'voided'))
})

test('others are told that there is no such rectification; a supervisor and the head of the unit read and change nothing', async () => {
  const { number, person } = await aBadReview()
  for (const caller of [stranger, await aPerson(office)]) {
    await assert.rejects(see(caller, number), refused('evaluations.rectification-unknown'))
    await assert.rejects(office.call('evaluations.get-rectification-ledger', caller, { number }), refused('evaluations.rectification-unknown'))
  }
  await assert.rejects(see(anonymous, number), refused('contract.sign-in-required'))
  for (const caller of [supervisor, head, person]) {
    assert.deepEqual((await see(caller, number)).commands, [])
    await assert.rejects(contact(caller, number), refused('contract.not-permitted'))
  }
})

test('the queue shows a handler what is open for his unit, oldest first, page by page', async () => {
  const all = await office.call('evaluations.list-rectifications', reviewing, { limit: 100 })
  const numbers = all.items.map((item) => item.number)
  assert.deepEqual(numbers, numbers.toSorted())
  const first = await office.call('evaluations.list-rectifications', reviewing, { limit: 2 })
  const second = await office.call('evaluations.list-rectifications', reviewing, { limit: 2, cursor: first.nextCursor ?? undefined })
  assert.deepEqual([...first.items, ...second.items].map((item) => item.number), numbers.slice(0, 4))
  const own = await office.call('evaluations.list-rectifications', colleague, { limit: 100 })
  assert.ok(own.items.length > 0 && own.items.every((item) => item.unitId === unit))
  assert.deepEqual((await office.call('evaluations.list-rectifications', stranger, {})).items.map((item) => item.unitId), ['ziran-ziyuan'])
  const closed = await office.call('evaluations.list-rectifications', reviewing, { closed: true })
  assert.deepEqual(new Set(closed.items.map((item) => item.state)), new Set(['closed', 'invalid']))
})

test('the ledger of a rectification holds every step with its hash, and says when one was touched', async () => {
  const { number } = await aBadReview()
  await contact(colleague, number)
  const ledger = await office.call('evaluations.get-rectification-ledger', colleague, { number })
  assert.deepEqual(ledger.events.map(({ command, from, to }) => [command, from, to]), [['open', null, 'opened'], ['contact', 'opened', 'contacted']])
  assert.equal(ledger.intact, true)
  assert.equal(ledger.events.at(-1)?.hash, ledger.headHash)
  const { default: pg } = await import('pg')
  const owner = new pg.Client({ connectionString: office.ownerUrl, options: '-c search_path=yimen' })
  await owner.connect()
  await owner.query('UPDATE matter_events SET actor = $1 WHERE matter_id = $2 AND seq = 2', ['staff:HD0001', ledger.matterId])
  await owner.end()
  assert.equal((await office.call('evaluations.get-rectification-ledger', colleague, { number })).intact, false)
})
