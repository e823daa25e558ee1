import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { must } from '#kernel/errors/refusal.ts'
import { WorkingCalendar } from './calendar.ts'
import { addCalendarDays, dayOf } from './day.ts'
import type { Day } from './day.ts'
import { addWorkingDays } from './limits.ts'
import { publishedArrangements } from './published-arrangements.ts'
import { arm, attribute, dueOf, explain, isOverdue, parseTimer, resume, stop, usedOf, wait } from './timer.ts'
import type { Timer } from './timer.ts'

const calendar = new WorkingCalendar({ version: 'published', arrangements: publishedArrangements })
const unit = { kind: 'unit', id: 'u' } as const
const minute = 60_000

interface Pause {
  readonly gap: number
  readonly length: number
  readonly stops: boolean
}

/** A random life: a budget, an anchor, and pauses given by the minutes before and during each. */
const history = fc.record({
  budget: fc.integer({ min: 0, max: 60 }),
  anchor: fc.integer({ min: Date.UTC(2014, 1, 1) / minute, max: Date.UTC(2024, 11, 1) / minute }),
  pauses: fc.array(fc.record({ gap: fc.integer({ min: 0, max: 30_000 }), length: fc.integer({ min: 0, max: 30_000 }), stops: fc.boolean() }), { maxLength: 6 }),
})

interface History {
  readonly budget: number
  readonly anchor: number
  readonly pauses: readonly Pause[]
}

/** Lives the history through the commands, as far as they allow; returns the timer and the minute at which it stands. */
function live({ budget, anchor, pauses }: History): { readonly timer: Timer; readonly now: Date } {
  let now = new Date(anchor * minute)
  let timer = must(arm({ id: 't', purpose: 'legal', name: 'n', budget: { value: budget, unit: 'WORKING_DAY' }, anchorAt: now, party: unit }))
  for (const { gap, length, stops } of pauses) {
    now = new Date(now.getTime() + gap * minute)
    const pause = { at: now, cause: 'expertReview', party: { kind: 'expertPanel' } } as const
    const paused = stops ? stop(timer, calendar, pause) : wait(timer, pause)
    if (!paused.ok) continue
    now = new Date(now.getTime() + length * minute)
    timer = must(resume(paused.value, { at: now, party: unit }))
  }
  return { timer, now }
}

const stopsOf = (timer: Timer): Timer['segments'] => timer.segments.filter((each) => each.kind === 'stopped')

function isStoppedOn(timer: Timer, day: Day): boolean {
  return stopsOf(timer).some(({ startedAt, endedAt }) => endedAt !== undefined && dayOf(startedAt) <= day && day < dayOf(endedAt))
}

/** The due day found by walking the calendar one day at a time. */
function dueNaively(timer: Timer): Day {
  const isOnTheSpot = timer.budget.value === 0
  let day = addCalendarDays(dayOf(timer.anchorAt), isOnTheSpot ? -1 : 0)
  for (let left = isOnTheSpot ? 1 : timer.budget.value; left > 0; ) {
    day = addCalendarDays(day, 1)
    if (calendar.kindOf(day).working && !isStoppedOn(timer, day)) left -= 1
  }
  return day
}

function forEachHistory(numRuns: number, check: (timer: Timer, now: Date) => void): void {
  fc.assert(fc.property(history, (each) => { const { timer, now } = live(each); check(timer, now) }), { numRuns })
}

test('C-09 the due date is that of walking day by day past the stopped days, and the base plus exactly the working days of each stop', () => {
  forEachHistory(20_000, (timer) => {
    const due = dueOf(timer, calendar)
    assert.equal(due.dueDay, dueNaively(timer))
    const base = dueOf({ ...timer, segments: timer.segments.filter((each) => each.kind !== 'stopped') }, calendar)
    assert.ok(base.dueDay)
    assert.equal(due.dueDay, addWorkingDays(calendar, base.dueDay, due.postponements.reduce((sum, each) => sum + each.by, 0)).day)
    assert.equal(due.postponements.length, stopsOf(timer).length)
  })
})

test('whoever resumes a clock still has that day', () => {
  forEachHistory(5_000, (timer) => {
    const resumedAt = stopsOf(timer).at(-1)?.endedAt
    const due = dueOf(timer, calendar)
    if (resumedAt !== undefined && due.dueDay !== undefined) assert.ok(due.dueDay >= dayOf(resumedAt))
  })
})

test('running, waiting and stopped time add up to wall time, and so do the shares of the parties, to the millisecond', () => {
  forEachHistory(20_000, (timer, now) => {
    const { wallMs, byKind, shares } = attribute(timer, calendar, now)
    assert.equal(wallMs, now.getTime() - timer.anchorAt.getTime())
    assert.equal(byKind.running + byKind.waiting + byKind.stopped, wallMs)
    assert.equal(shares.reduce((sum, share) => sum + share.ms, 0), wallMs)
    assert.ok(shares.every((share) => share.ms >= 0))
  })
})

test('on the due day exactly the budget is used, the explanation ends there with that number, and only after it is the timer overdue', () => {
  forEachHistory(2_000, (timer) => {
    const due = dueOf(timer, calendar)
    assert.ok(!due.stopped)
    const lastMoment = new Date(due.dueAt.getTime() - 1)
    const usage = usedOf(timer, calendar, lastMoment)
    assert.deepEqual([usage.used, usage.remaining], [usage.budget, 0])
    assert.equal(isOverdue(timer, calendar, due.dueAt), false)
    assert.equal(isOverdue(timer, calendar, new Date(due.dueAt.getTime() + 1)), true)
    const last = explain(timer, calendar, lastMoment).at(-1)
    assert.deepEqual([last?.day, last?.number], [due.dueDay, usage.budget])
  })
})

test('T-15 a larger budget is due later, and a longer last stop never earlier', () => {
  forEachHistory(5_000, (timer) => {
    const { dueDay } = dueOf(timer, calendar)
    const larger = dueOf({ ...timer, budget: { unit: 'WORKING_DAY', value: Math.max(1, timer.budget.value) + 1 } }, calendar)
    assert.ok(dueDay !== undefined && larger.dueDay !== undefined && larger.dueDay > dueDay)
    const longer = { ...timer, segments: timer.segments.map((each) => (each === stopsOf(timer).at(-1) && each.endedAt ? { ...each, endedAt: new Date(each.endedAt.getTime() + 5_000 * minute) } : each)) }
    const { dueDay: laterDay } = dueOf(longer, calendar)
    assert.ok(laterDay !== undefined && laterDay >= dueDay)
  })
})

test('every life survives being kept as JSON', () => {
  forEachHistory(1_000, (timer) => assert.deepEqual(parseTimer(JSON.parse(JSON.stringify(timer))), timer))
})
