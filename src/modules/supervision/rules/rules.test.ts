import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FINDING_GRADES, FINDING_SOURCES, MEASURES, VIOLATIONS } from '../schema.ts'
import { supervisionSettings } from '../settings.ts'
import { checkFinding, checkMeasure, type FindingFacts } from './handling.ts'
import { type Graded, losesGround, measuresDue, type MonthTally, pointsOf } from './ladder.ts'
import { plannedTimes, timesOf } from './patrol-plan.ts'
import { gradeOf, scoreOf } from './score.ts'

const rules = supervisionSettings.defaults
const place = { findingId: 'f', who: 'HD0148', unitId: 'u', month: '2026-09' }
const one: MonthTally = { obvious: 1, ofUnit: 1, points: 3 }
const graded = (part: Partial<Graded>): Graded => ({ grade: 'obvious', violation: 'appearance', source: 'patrol', ...part })
const due = (finding: Partial<Graded>, tally: Partial<MonthTally> = {}) => measuresDue(graded(finding), { ...one, ...tally }, place, rules).map(({ measure }) => measure)

test('S-03 a limit that was exceeded takes five points off the month of the unit', () => {
  assert.equal(pointsOf(graded({ source: 'signal', violation: 'overdue' }), rules), 5)
  assert.equal(pointsOf(graded({ source: 'complaint', violation: 'attitude' }), rules), 5)
})

test('S-05 a minor finding is only reminded of, whatever else stands in the register', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FINDING_SOURCES), fc.constantFrom(...VIOLATIONS), fc.nat(100), (source, violation, many) => {
      const finding = { grade: 'minor', source, violation } as const
      assert.equal(pointsOf(finding, rules), 0)
      assert.deepEqual(measuresDue(finding, { obvious: many, ofUnit: many, points: many }, place, rules), [])
    }),
  )
})

test('S-05 an obvious finding takes points, the third about one person in a month leads to a talk by the section, the sixth to another', () => {
  assert.equal(pointsOf(graded({}), rules), 3)
  assert.deepEqual([1, 2, 3, 4, 5, 6].map((obvious) => measuresDue(graded({}), { ...one, obvious }, place, rules).map(({ once }) => once)), [
    [], [], ['talkBySection HD0148 2026-09 1'], ['talkBySection HD0148 2026-09 1'], ['talkBySection HD0148 2026-09 1'], ['talkBySection HD0148 2026-09 2'],
  ])
})

test('S-05 a serious finding leads to a talk by the leader of the division, in a great inspection also to a letter to the sending unit', () => {
  assert.deepEqual(due({ grade: 'serious' }), ['talkByDivision'])
  assert.deepEqual(due({ grade: 'serious', source: 'inspection' }), ['talkByDivision', 'letter'])
})

test('S-05 a unit with persistently many findings is sent a letter with the recordings, once a month', () => {
  assert.deepEqual(due({}, { ofUnit: 7 }), [])
  assert.deepEqual(due({}, { ofUnit: 8 }), ['letterWithRecordings'])
  const [first, later] = [8, 11].map((ofUnit) => measuresDue(graded({}), { ...one, ofUnit }, place, rules))
  assert.deepEqual(first, later)
})

test('S-05 points of a month bring the yellow card, then the red one with a written advice', () => {
  assert.deepEqual(due({}, { points: 14 }), [])
  assert.deepEqual(due({}, { points: 15 }), ['yellowCard'])
  assert.deepEqual(due({}, { points: 30 }), ['yellowCard', 'redCard', 'advice'])
})

test('S-05 more in the register never makes less of a measure', () => {
  const tally = fc.record({ obvious: fc.nat(20), ofUnit: fc.nat(20), points: fc.nat(60) })
  fc.assert(
    fc.property(fc.constantFrom(...FINDING_GRADES), tally, fc.nat(10), (grade, less, more) => {
      const kinds = (of: MonthTally) => new Set(measuresDue(graded({ grade }), of, place, rules).map(({ measure }) => measure))
      assert.ok(kinds(less).isSubsetOf(kinds({ obvious: less.obvious + more, ofUnit: less.ofUnit + more, points: less.points + more })))
    }),
  )
})

test('S-06 a measure loses its ground with its finding, a card with the points that it rested on', () => {
  assert.equal(losesGround({ measure: 'talkByDivision', findingId: 'f' }, 'f', { ofUnit: 9, points: 40 }, rules), true)
  assert.equal(losesGround({ measure: 'talkByDivision', findingId: 'g' }, 'f', { ofUnit: 0, points: 0 }, rules), false)
  assert.equal(losesGround({ measure: 'yellowCard', findingId: 'g' }, 'f', { ofUnit: 4, points: 14 }, rules), true)
  assert.equal(losesGround({ measure: 'yellowCard', findingId: 'f' }, 'f', { ofUnit: 4, points: 15 }, rules), false)
})

const facts: FindingFacts = { state: 'opened', grade: 'obvious', explanationOverdue: false, appealOpen: true, appealed: false, ownWork: false }

test('S-06 the unit and the person concerned appeal in time and once; nobody decides on a finding of his own', () => {
  for (const reach of ['head', 'concerned'] as const) assert.equal(checkFinding('appeal', reach, facts).ok, true)
  assert.equal(checkFinding('appeal', 'head', { ...facts, appealOpen: false }).ok, false)
  assert.equal(checkFinding('appeal', 'head', { ...facts, appealed: true }).ok, false)
  assert.equal(checkFinding('appeal', 'office', facts).ok, false)
  assert.equal(checkFinding('decide-appeal', 'office', { ...facts, state: 'appealed' }).ok, true)
  assert.equal(checkFinding('decide-appeal', 'office', { ...facts, state: 'appealed', ownWork: true }).ok, false)
  assert.equal(checkFinding('decide-appeal', 'concerned', { ...facts, state: 'appealed' }).ok, false)
})

test('S-03 a finding is closed after the unit was heard, or when it let its time pass', () => {
  assert.equal(checkFinding('close', 'office', facts).ok, false)
  assert.equal(checkFinding('close', 'office', { ...facts, state: 'explained' }).ok, true)
  assert.equal(checkFinding('close', 'office', { ...facts, explanationOverdue: true }).ok, true)
})

test('S-06 no caller lifts a measure, and whoever is reader or stranger gives no command', () => {
  for (const measure of MEASURES) {
    for (const reach of ['office', 'head', 'concerned', 'reader', 'none'] as const) assert.equal(checkMeasure('lift', reach, measure).ok, false)
    for (const command of ['answer', 'settle', 'hold-talk'] as const) for (const reach of ['reader', 'none'] as const) assert.equal(checkMeasure(command, reach, measure).ok, false)
  }
})

test('S-07 S-12 the score of a month is a hundred less the points, never below nothing; 80 is qualified, 60 nearly', () => {
  assert.deepEqual([0, 20, 21, 40, 41, 130].map((points) => [scoreOf(points), gradeOf(scoreOf(points))]), [
    [100, 'qualified'], [80, 'qualified'], [79, 'nearlyQualified'], [60, 'nearlyQualified'], [59, 'unqualified'], [0, 'unqualified'],
  ])
})

test('S-04 patrols are drawn among every five minutes of the opening hours of that day, morning and afternoon apart', () => {
  const open = [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' }, { weekdays: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' }, { weekdays: [1, 6], from: '09:00', to: '11:00' }]
  assert.deepEqual([timesOf('morning', 1, open).at(0), timesOf('morning', 1, open).at(-1), timesOf('morning', 1, open).length], ['09:00', '11:45', 34])
  assert.deepEqual([timesOf('afternoon', 1, open).at(0), timesOf('afternoon', 1, open).at(-1)], ['13:00', '16:45'])
  assert.deepEqual(timesOf('afternoon', 7, open), [])
  assert.deepEqual(timesOf('afternoon', 2, [{ weekdays: [2], from: '09:00', to: '17:30' }]).at(0), '12:00')
})

test('S-04 whatever the order of the draw, a half-day gets as many patrols as are asked for, apart from each other where there is room', () => {
  const times = timesOf('morning', 1, [{ weekdays: [1], from: '09:00', to: '12:00' }])
  fc.assert(
    fc.property(fc.shuffledSubarray([...times], { minLength: times.length }), fc.integer({ min: 4, max: 8 }), (order, asked) => {
      const planned = plannedTimes(order, asked, 20)
      assert.equal(new Set(planned).size, asked)
      const minutes = planned.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
      if (asked === 4) for (const [place, minute] of minutes.entries()) assert.ok(place === 0 || minute - (minutes[place - 1] ?? 0) >= 20)
    }),
  )
  assert.deepEqual(plannedTimes(['09:00', '09:05', '09:10'], 3, 20), ['09:00', '09:05', '09:10'])
})
