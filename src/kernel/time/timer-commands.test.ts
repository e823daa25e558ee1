import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must } from '#kernel/errors/refusal.ts'
import type { Verdict } from '#kernel/errors/refusal.ts'
import { WorkingCalendar } from './calendar.ts'
import { publishedArrangements } from './published-arrangements.ts'
import { arm, endOf, extend, handOver, parseTimer, resume, satisfy, stop, supersede, voidTimer, wait } from './timer.ts'
import type { Timer } from './timer.ts'

const calendar = new WorkingCalendar({ version: 'published', arrangements: publishedArrangements })
const unit = { kind: 'unit', id: 'housing' } as const
const panel = { kind: 'expertPanel' } as const
const head = { id: 'li', rank: 'agencyHead' }

function at(text: string): Date {
  return new Date(`${text}+08:00`)
}

/** A permit accepted on Monday 9 June 2025: twenty working days, due Monday 7 July. */
function permit(): Timer {
  const budget = { value: 20, unit: 'WORKING_DAY' } as const
  const extensible = { longest: { value: 10, unit: 'WORKING_DAY' }, approverRanks: ['agencyHead'] } as const
  return must(arm({ id: 't1', purpose: 'legal', name: 'decision', budget, anchorAt: at('2025-06-09T10:00'), party: unit, extensible }))
}

function refusalOf(verdict: Verdict<unknown>): string | undefined {
  return verdict.ok ? undefined : verdict.refusal.code
}

test('C-08 a special procedure stops the clock; another pause only with the rule that excludes it', () => {
  const pause = { at: at('2025-06-16T09:00'), party: panel }
  assert.equal(must(stop(permit(), calendar, { ...pause, cause: 'expertReview', documentId: 'd1' })).segments.at(-1)?.kind, 'stopped')
  assert.equal(refusalOf(stop(permit(), calendar, { ...pause, cause: 'supplement' })), 'time.cause-does-not-stop')
  assert.equal(refusalOf(stop(permit(), calendar, { ...pause, cause: 'agencyReport', legalReference: '优化营商环境办法第28条' })), undefined)
})

test('C-09 stops may not overlap, and what is paused is resumed before it is paused again', () => {
  const stopped = must(stop(permit(), calendar, { at: at('2025-06-16T09:00'), cause: 'hearing', party: unit }))
  assert.equal(refusalOf(stop(stopped, calendar, { at: at('2025-06-17T09:00'), cause: 'testing', party: unit })), 'time.already-paused')
  assert.equal(refusalOf(wait(stopped, { at: at('2025-06-17T09:00'), cause: 'payment', party: unit })), 'time.already-paused')
  assert.equal(refusalOf(handOver(stopped, { at: at('2025-06-17T09:00'), party: unit })), 'time.already-paused')
  assert.equal(refusalOf(resume(stopped, { at: at('2025-06-15T09:00'), party: unit })), 'time.not-chronological')
  assert.equal(refusalOf(resume(permit(), { at: at('2025-06-17T09:00'), party: unit })), 'time.not-paused')
})

test('a command changes nothing in the timer it was given, and segments follow each other without gap', () => {
  const before = permit()
  const copy = structuredClone(before)
  const waited = must(wait(before, { at: at('2025-06-11T09:00'), cause: 'payment', party: { kind: 'applicant' } }))
  const resumed = must(resume(waited, { at: at('2025-06-12T09:00'), party: unit }))
  const passed = must(handOver(resumed, { at: at('2025-06-13T09:00'), party: { kind: 'unit', id: 'fire' } }))
  assert.deepEqual(before, copy)
  assert.deepEqual(passed.segments.map((each) => [each.kind, each.endedAt?.getTime()]), [
    ['running', at('2025-06-11T09:00').getTime()],
    ['waiting', at('2025-06-12T09:00').getTime()],
    ['running', at('2025-06-13T09:00').getTime()],
    ['running', undefined],
  ])
})

test('an expired clock cannot be stopped: stopping does not cure being late', () => {
  const pause = { cause: 'expertReview', party: panel } as const
  assert.equal(refusalOf(stop(permit(), calendar, { ...pause, at: at('2025-07-07T23:59:59') })), undefined)
  // 24:00 of the due day is in time for the decision, but nothing is left of the clock that could be stopped.
  assert.equal(refusalOf(stop(permit(), calendar, { ...pause, at: at('2025-07-08T00:00') })), 'time.expired')
  assert.equal(refusalOf(stop(permit(), calendar, { ...pause, at: at('2025-07-08T09:00') })), 'time.expired')
})

test('C-04 a timer is extended once, within bounds, by the right rank, with a reason, before expiry', () => {
  const extension = { by: { value: 10, unit: 'WORKING_DAY' }, grantedAt: at('2025-07-04T09:00'), approver: head, reason: '案情复杂' } as const
  const extended = must(extend(permit(), calendar, extension))
  assert.equal(extended.extensions.length, 1)
  assert.equal(refusalOf(extend(extended, calendar, extension)), 'time.already-extended')
  assert.equal(refusalOf(extend(permit(), calendar, { ...extension, by: { value: 11, unit: 'WORKING_DAY' } })), 'time.extension-too-long')
  assert.equal(refusalOf(extend(permit(), calendar, { ...extension, by: { value: 1, unit: 'MONTH' } })), 'time.extension-too-long')
  assert.equal(refusalOf(extend(permit(), calendar, { ...extension, approver: { id: 'wu', rank: 'sectionHead' } })), 'time.rank-too-low')
  assert.equal(refusalOf(extend(permit(), calendar, { ...extension, reason: ' ' })), 'time.reason-missing')
  assert.equal(refusalOf(extend(permit(), calendar, { ...extension, grantedAt: at('2025-07-08T00:00:01') })), 'time.expired')
  const { extensible: _, ...rigid } = permit()
  assert.equal(refusalOf(extend(rigid, calendar, extension)), 'time.not-extensible')
})

test('a closed timer takes no more commands', () => {
  const done = must(satisfy(permit(), at('2025-06-20T09:00')))
  const later = at('2025-06-23T09:00')
  assert.equal(refusalOf(satisfy(done, later)), 'time.timer-closed')
  assert.equal(refusalOf(voidTimer(done, later, '撤回')), 'time.timer-closed')
  assert.equal(refusalOf(stop(done, calendar, { at: later, cause: 'hearing', party: unit })), 'time.timer-closed')
  assert.equal(refusalOf(resume(done, { at: later, party: unit })), 'time.timer-closed')
  assert.equal(refusalOf(voidTimer(permit(), later, '')), 'time.reason-missing')
})

test('a timer that is superseded names its successor, which keeps anchor and history under a new budget', () => {
  const given = { id: 't2', name: 'decision', budget: { value: 10, unit: 'WORKING_DAY' }, at: at('2025-06-12T09:00'), reason: '承诺时限缩短' } as const
  const { superseded, successor } = must(supersede(permit(), given))
  assert.equal(superseded.supersededBy, 't2')
  assert.deepEqual(endOf(superseded), given.at)
  assert.deepEqual(successor.segments, permit().segments)
  assert.deepEqual([successor.anchorAt, successor.budget.value, endOf(successor)], [permit().anchorAt, 10, undefined])
})

test('a timer survives being kept as JSON, and one with a gap between its segments is not read', () => {
  const timer = must(stop(permit(), calendar, { at: at('2025-06-16T09:00'), cause: 'expertReview', party: panel, documentId: 'd1', limit: { value: 30, unit: 'WORKING_DAY' } }))
  assert.deepEqual(parseTimer(JSON.parse(JSON.stringify(timer))), timer)
  const [first, ...rest] = timer.segments
  assert.throws(() => parseTimer({ ...timer, segments: [{ ...first, endedAt: at('2025-06-15T09:00') }, ...rest] }), /without gap/)
})

test('a budget that is no limit is refused', () => {
  assert.equal(refusalOf(arm({ ...permit(), party: unit, budget: { value: -1, unit: 'WORKING_DAY' } })), 'time.limit-out-of-range')
})
