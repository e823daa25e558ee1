import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must } from '#kernel/errors/refusal.ts'
import { WorkingCalendar } from '#kernel/time/calendar.ts'
import { publishedArrangements } from '#kernel/time/published-arrangements.ts'
import { dueOf, extend, type Timer } from '#kernel/time/timer.ts'
import { answerClock, clarifyClock, extendingRank, noticeEnds, pausedForOpinion, resumed } from './clocks.ts'

const calendar = new WorkingCalendar({ version: 'published', arrangements: publishedArrangements })
const at = (day: string) => new Date(`${day}T10:00:00+08:00`)
const dueDay = (timer: Timer): string | undefined => dueOf(timer, calendar).dueDay
const clock = (receivedOn: `${number}-${number}-${number}`, extended = false) => answerClock({ id: 't1', unitId: 'minzheng', at: at(receivedOn) }, { receivedOn, extended })

test('O-03 an application of 14 May 2019 is answered in 15 working days, one of 15 May 2019 in 20', () => {
  assert.deepEqual(clock('2019-05-14').budget, { value: 15, unit: 'WORKING_DAY' })
  assert.deepEqual(clock('2019-05-15').budget, { value: 20, unit: 'WORKING_DAY' })
  assert.match(clock('2019-05-14').legalReference ?? '', /第492号/)
})

test('O-03 twenty working days after Monday 7 September 2026 end after the holidays of October', () => {
  assert.equal(dueDay(clock('2026-09-07')), '2026-10-10')
})

test('O-04 one extension, at most as long as the limit of the law of that day, by the head of the disclosure institution', () => {
  const extension = (days: number, rank: string = extendingRank) => ({ by: { value: days, unit: 'WORKING_DAY' as const }, grantedAt: at('2026-09-10'), approver: { id: 'staff:1', rank }, reason: '需要检索大量档案' })
  const running = clock('2026-09-07')
  assert.equal(extend(running, calendar, extension(20, 'reviewer')).ok, false)
  assert.equal(extend(running, calendar, extension(21)).ok, false)
  const extended = must(extend(running, calendar, extension(20)))
  assert.equal(extend(extended, calendar, extension(1)).ok, false)
  assert.equal(extend(clock('2019-05-14'), calendar, { ...extension(16), grantedAt: at('2019-05-20') }).ok, false)
})

test('O-04 a clock that starts again after an extension cannot be extended a second time', () => {
  assert.equal(clock('2026-09-07', true).extensible, undefined)
})

test('O-05 the notice is due seven working days after receipt, the applicant has until the day that it sets', () => {
  const start = { id: 't1', unitId: 'minzheng', at: at('2026-09-07') }
  assert.equal(noticeEnds(calendar, '2026-09-07', { value: 7, unit: 'WORKING_DAY' }).toISOString(), '2026-09-16T16:00:00.000Z')
  assert.equal(dueDay(clarifyClock(start, '2026-09-21')), '2026-09-21')
})

test('O-06 the days in which a third party is asked are not counted', () => {
  const [paused] = pausedForOpinion(clock('2026-09-07'), calendar, { at: at('2026-09-09'), asked: 'thirdParty', documentId: 'd1' })
  assert.ok(paused)
  assert.equal(dueDay(paused), undefined)
  assert.deepEqual(pausedForOpinion(paused, calendar, { at: at('2026-09-10'), asked: 'coMaker', documentId: 'd2' }), [])
  const [running] = resumed(paused, 'minzheng', at('2026-09-14'))
  assert.equal(running && dueDay(running), '2026-10-14')
})

test('O-06 asking a third party does not cure a clock that ran out', () => {
  assert.deepEqual(pausedForOpinion(clock('2026-06-01'), calendar, { at: at('2026-09-09'), asked: 'thirdParty', documentId: 'd1' }), [])
})
