import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { must } from '#kernel/errors/refusal.ts'
import type { Verdict } from '#kernel/errors/refusal.ts'
import { WorkingCalendar } from './calendar.ts'
import { systemClock } from './clock-source.ts'
import { dayFromNumber, dayNumber, dayOf } from './day.ts'
import { publishedArrangements } from './published-arrangements.ts'
import { arm, attribute, changedDueDates, dueOf, endOf, extend, handOver, resume, satisfy, stop, supersede, usedOf, wait } from './timer.ts'
import type { Timer } from './timer.ts'

const minute = 60_000
const unit = { kind: 'unit', id: 'u' } as const
const first = dayNumber('2014-01-01')
const last = dayNumber('2026-12-31')

/** A calendar beside the plain list of its working days, which the naive walk reads. */
interface Known {
  readonly calendar: WorkingCalendar
  readonly worked: readonly boolean[]
}

/** Calendars as they may follow each other: the shipped one, and others with closures declared later, long and short, all over the years. */
const calendars: readonly Known[] = Array.from({ length: 16 }, (_, version) => {
  const closures = Array.from({ length: version * 20 }, (__, index) => {
    const from = first + ((version * 7_919 + index * 211) % (last - first - 20))
    return { from: dayFromNumber(from), to: dayFromNumber(from + ((version + index) % 9)), name: '停工', source: '令' }
  })
  const calendar = new WorkingCalendar({ version: String(version), arrangements: publishedArrangements, closures })
  return { calendar, worked: Array.from({ length: last - first + 1 }, (__, index) => calendar.kindOf(dayFromNumber(first + index)).working) }
})

type Act = 'stop' | 'wait' | 'resume' | 'extend' | 'supersede' | 'handOver' | 'publish'

interface History {
  readonly unit: 'WORKING_DAY' | 'HOUR'
  readonly budget: number
  readonly anchor: number
  readonly acts: readonly { readonly act: Act; readonly after: number; readonly size: number }[]
  readonly ends: boolean
}

const history: fc.Arbitrary<History> = fc.record({
  unit: fc.constantFrom('WORKING_DAY', 'WORKING_DAY', 'HOUR'),
  budget: fc.integer({ min: 1, max: 40 }),
  anchor: fc.integer({ min: Date.UTC(2014, 1, 1) / minute, max: Date.UTC(2024, 5, 1) / minute }),
  acts: fc.array(
    fc.record({ act: fc.constantFrom<Act>('stop', 'stop', 'wait', 'resume', 'resume', 'extend', 'supersede', 'handOver', 'publish'), after: fc.integer({ min: 0, max: 12_000 }), size: fc.integer({ min: 0, max: 15 }) }),
    { maxLength: 9 },
  ),
  ends: fc.boolean(),
})

interface Lived {
  readonly timer: Timer
  readonly known: Known
  readonly now: Date
}

/** Lives a history through the commands; what they refuse does not happen. */
function live({ unit: budgetUnit, budget, anchor, acts, ends }: History): Lived {
  let now = new Date(anchor * minute)
  let known = calendars[0] as Known
  const extensible = { longest: { value: 15, unit: budgetUnit }, approverRanks: ['head'] }
  let timer = must(arm({ id: 't0', purpose: 'legal', name: 'n', budget: { value: budget, unit: budgetUnit }, anchorAt: now, party: unit, extensible }))
  for (const { act, after, size } of acts) {
    now = new Date(now.getTime() + after * minute)
    if (act === 'publish') known = calendars[size] as Known
    else timer = taken(timer, change(timer, known.calendar, { act, now, size, extensible }))
  }
  return { timer: ends ? taken(timer, satisfy(timer, now)) : timer, known, now }
}

interface Step {
  readonly act: Exclude<Act, 'publish'>
  readonly now: Date
  readonly size: number
  readonly extensible: NonNullable<Timer['extensible']>
}

function change(timer: Timer, calendar: WorkingCalendar, { act, now, size, extensible }: Step): Verdict<Timer> {
  const pause = { at: now, cause: 'testing', party: { kind: 'intermediary' } } as const
  const { unit: budgetUnit } = timer.budget
  switch (act) {
    case 'stop':
      return stop(timer, calendar, pause)
    case 'wait':
      return wait(timer, pause)
    case 'resume':
      return resume(timer, { at: now, party: unit })
    case 'handOver':
      return handOver(timer, { at: now, party: { kind: 'unit', id: `u${size}` } })
    case 'extend':
      return extend(timer, calendar, { by: { value: size + 1, unit: budgetUnit }, grantedAt: now, approver: { id: 'h', rank: 'head' }, reason: 'r' })
    case 'supersede': {
      const done = supersede(timer, { id: `${timer.id}+`, name: 'n', budget: { value: size + 5, unit: budgetUnit }, extensible, at: now, reason: 'r' })
      return done.ok ? { ok: true, value: done.value.successor } : done
    }
  }
}

function taken(timer: Timer, verdict: Verdict<Timer>): Timer {
  return verdict.ok ? verdict.value : timer
}

/** The due date without any of the arithmetic under test: days or milliseconds are ticked off one stretch after the other. */
function dueNaively(timer: Timer, { worked }: Known): string {
  const budget = timer.budget.value + timer.extensions.reduce((sum, each) => sum + each.by.value, 0)
  return timer.budget.unit === 'HOUR' ? hoursNaively(timer, budget * 60 * minute) : daysNaively(timer, worked, budget)
}

function daysNaively(timer: Timer, worked: readonly boolean[], budget: number): string {
  const stops = timer.segments.filter(({ kind }) => kind === 'stopped').map(({ startedAt, endedAt }) => ({ from: dayNumber(dayOf(startedAt)), to: endedAt === undefined ? Infinity : dayNumber(dayOf(endedAt)) }))
  let left = budget
  for (let number = dayNumber(dayOf(timer.anchorAt)) + 1; ; number++) {
    const stop = stops.find(({ from, to }) => from <= number && number < to)
    if (stop?.to === Infinity) return 'stopped'
    if (stop === undefined && worked[number - first] === true) left -= 1
    if (left === 0) return dayFromNumber(number)
  }
}

function hoursNaively(timer: Timer, budget: number): string {
  let left = budget
  for (const { kind, startedAt, endedAt } of timer.segments) {
    if (kind === 'stopped') {
      if (endedAt === undefined) return 'stopped'
      continue
    }
    const length = (endedAt?.getTime() ?? Infinity) - startedAt.getTime()
    if (left <= length) return new Date(startedAt.getTime() + left).toISOString()
    left -= length
  }
  // It ended before the budget was used: as if it had gone on running.
  return new Date((timer.segments.at(-1)?.endedAt?.getTime() ?? 0) + left).toISOString()
}

function dueInText(timer: Timer, { calendar }: Known): string {
  const due = dueOf(timer, calendar)
  if (due.stopped) return 'stopped'
  return timer.budget.unit === 'HOUR' ? due.dueAt.toISOString() : due.dueDay
}

/** Seeds of histories that failed once. */
const keptSeeds: readonly number[] = []

function forEachHistory(options: { readonly numRuns: number; readonly seed: number }, check: (lived: Lived) => void): void {
  fc.assert(fc.property(history, (each) => check(live(each))), options)
}

for (const seed of [...keptSeeds, systemClock.now().getTime() % 2 ** 31]) {
  test(`C-09 T-16 100,000 lives with stops, extensions, successors and new calendars are due when the naive walk says (seed ${seed})`, () => {
    forEachHistory({ numRuns: 100_000, seed }, ({ timer, known }) => assert.equal(dueInText(timer, known), dueNaively(timer, known)))
  })

  test(`T-16 a new calendar names exactly the open clocks whose date it moves (seed ${seed})`, () => {
    forEachHistory({ numRuns: 10_000, seed }, ({ timer, known }) => {
      for (const next of [calendars[3], calendars[11]] as readonly Known[]) {
        const moved = changedDueDates([timer], known.calendar, next.calendar).length === 1
        assert.equal(moved, endOf(timer) === undefined && dueNaively(timer, known) !== dueNaively(timer, next))
      }
    })
  })

  test(`running, waiting and stopped time add up to wall time in every life, and used and left to the budget (seed ${seed})`, () => {
    forEachHistory({ numRuns: 10_000, seed }, ({ timer, known, now }) => {
      const { wallMs, byKind, shares } = attribute(timer, known.calendar, now)
      assert.equal(byKind.running + byKind.waiting + byKind.stopped, wallMs)
      assert.equal(shares.reduce((sum, { ms }) => sum + ms, 0), wallMs)
      const { used, remaining, budget } = usedOf(timer, known.calendar, now)
      assert.ok(Math.abs(used + remaining - budget) < 1e-9)
    })
  })
}

test('the naive walk itself knows the Spring Festival of 2018', () => {
  const timer = must(arm({ id: 't', purpose: 'legal', name: 'n', budget: { value: 5, unit: 'WORKING_DAY' }, anchorAt: new Date('2018-02-09T10:00:00+08:00'), party: unit }))
  assert.equal(daysNaively(timer, (calendars[0] as Known).worked, 5), '2018-02-22')
})
