import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { WorkingCalendar } from '#kernel/time/calendar.ts'
import { addCalendarDays, dayOf, instantAtEndOf, parseDay } from '#kernel/time/day.ts'
import { arm, dueOf, type Timer } from '#kernel/time/timer.ts'
import { must, refuse } from '#kernel/errors/refusal.ts'
import { publishedArrangements } from '#kernel/time/published-arrangements.ts'
import { caseErrors } from '../errors.ts'
import { caseSettings } from '../settings.ts'
import { checkServes } from './checklist.ts'
import { changeTogether } from './clock-changes.ts'
import { decisionLimit } from './clocks.ts'
import { checkOneTime } from './correction.ts'
import { gapClock, owedMaterials } from './gap.ts'
import { heldBy } from './held-by.ts'
import { isLateRenewal, lastRenewalDay, renewalClock } from './renewal.ts'
import { checkNotAskedTwice, type EarlierMaterial, reusable } from './reuse.ts'
import { checkRevocation } from './revocation.ts'
import { type CaseStep, isJoint, isPreExamination, stepsToOpen } from './route.ts'
import { closingSignatures } from './signatures.ts'
import { stopsClock, pauseCauses } from './suspension.ts'
import { allowedVisits } from './visits.ts'

const calendar = new WorkingCalendar({ version: 'test', arrangements: publishedArrangements, mode: 'provisional' })

function step(changes: Partial<CaseStep>): CaseStep {
  return { key: 'review', kind: 'REVIEW', unitId: 'a', role: 'reviewer', order: 2, countersign: false, officers: 1, state: 'waiting', personId: null, openedAt: null, doneAt: null, opinion: null, ...changes }
}

test('C-05 it is joint handling when two departments decide, not when others give opinions or countersign', () => {
  const approval = step({ key: 'approve', kind: 'APPROVE', role: 'approver', order: 9 })
  assert.equal(isJoint([step({}), step({ unitId: 'b', countersign: true }), approval]), false)
  assert.equal(isJoint([step({ unitId: 'b' }), approval]), false)
  assert.equal(isJoint([step({ unitId: 'b', role: 'approver' }), approval]), true)
  assert.equal(isJoint([step({ role: 'approver' }), approval]), false, 'two decisions of one department')
})

test('C-05 the limit and the rank that may extend it follow from joint handling', () => {
  const item = { itemType: '01', statutoryLimit: null, statutoryExtension: null, promisedLimit: { value: 5, unit: 'WORKING_DAY' }, legalBasis: [], marks: {} } as unknown as Parameters<typeof decisionLimit>[0]
  const acceptedAt = new Date('2026-09-07T09:00:00+08:00')
  const limitOf = (changes: Partial<typeof item>): ReturnType<typeof decisionLimit> => decisionLimit({ ...item, ...changes }, caseSettings.defaults, acceptedAt)
  assert.deepEqual([limitOf({ joint: false })?.limit.value, limitOf({ joint: false })?.approverRanks], [20, ['head', 'actingHead']])
  assert.deepEqual([limitOf({ joint: true })?.limit.value, limitOf({ joint: true })?.approverRanks], [45, ['governmentHead']])
  assert.equal(limitOf({ joint: false, itemType: '05' }), undefined)
})

test('C-06 a pre-examination is another authority’s review that is no countersigning', () => {
  assert.equal(isPreExamination(step({ unitId: 'town' }), 'a'), true)
  for (const other of [step({}), step({ unitId: 'town', countersign: true }), step({ unitId: 'b', role: 'approver' })]) assert.equal(isPreExamination(other, 'a'), false)
})

test('C-22 steps of the lowest order open together, the approval last and alone', () => {
  const first = [step({ key: 'x' }), step({ key: 'y', unitId: 'b' })]
  const later = step({ key: 'z', order: 3 })
  const approval = step({ key: 'approve', kind: 'APPROVE', order: 1 })
  const keys = (steps: readonly CaseStep[]): readonly string[] => stepsToOpen(steps).map((one) => one.key)
  assert.deepEqual(keys([...first, later, approval]), ['x', 'y'])
  assert.deepEqual(keys([{ ...step({ key: 'x' }), state: 'done' }, { ...step({ key: 'y' }), state: 'open' }, later, approval]), [])
  assert.deepEqual(keys([...first.map((one) => ({ ...one, state: 'done' as const })), later, approval]), ['z'])
  assert.deepEqual(keys([{ ...later, state: 'done' }, approval]), ['approve'])
})

test('C-02 only what was changed since the first notice may be told again', () => {
  const told = [{ material: 'm1', standard: 0 }]
  assert.equal(checkOneTime([], [], told).ok, true)
  assert.equal(checkOneTime(told, ['m1'], [{ material: 'm1', standard: 2 }]).ok, true)
  assert.equal(checkOneTime(told, ['m1'], [{ material: 'm2', standard: 0 }]).ok, false)
})

test('C-08 the eight special procedures and an agency’s report stop the clock, nothing else does', () => {
  assert.deepEqual(pauseCauses.filter((cause) => !stopsClock(cause)), ['publicity', 'payment', 'supplement'])
})

test('C-13 a renewal is in time up to the thirtieth day before expiry', () => {
  const expiry = parseDay('2026-10-11')
  const notice = caseSettings.defaults.renewalNotice
  assert.equal(lastRenewalDay(expiry, notice), '2026-09-11')
  assert.deepEqual([isLateRenewal(parseDay('2026-09-11'), expiry, notice), isLateRenewal(parseDay('2026-09-12'), expiry, notice)], [false, true])
})

test('C-13 whatever the day of acceptance, the clock of a renewal ends with the last instant of the certificate’s last day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_399 }), fc.integer({ min: 0, max: 400 }), (second, days) => {
      const accepted = new Date(Date.parse('2026-01-05T00:00:00+08:00') + second * 1000)
      const expiry = addCalendarDays(dayOf(accepted), days)
      const [clock] = renewalClock('t', accepted, expiry)
      assert.ok(clock)
      const due = dueOf(clock, calendar)
      assert.equal(due.stopped ? null : due.dueAt.getTime(), instantAtEndOf(expiry).getTime())
    }),
  )
  assert.deepEqual(renewalClock('t', new Date('2026-09-12T00:00:00+08:00'), parseDay('2026-09-11')), [])
})

test('C-18 the clock of the gaps ends with the latest day that is owed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }), (limits) => {
      const accepted = new Date('2026-09-07T09:00:00+08:00')
      const materials = limits.map((value, index) => ({ key: `m${index}`, name: `材料${index}`, supplyWithin: { value, unit: 'WORKING_DAY' } })) as unknown as Parameters<typeof owedMaterials>[0]
      const owed = owedMaterials(materials, materials.map((material) => material.key), { calendar, acceptedAt: accepted, within: caseSettings.defaults.gap })
      const [clock] = gapClock('t', owed, accepted)
      assert.ok(clock)
      const due = dueOf(clock, calendar)
      assert.equal(due.stopped ? null : due.dueAt.getTime(), Math.max(...owed.map((one) => one.due.at.getTime())))
    }),
  )
  assert.deepEqual(gapClock('t', [], new Date(0)), [])
})

test('C-19 a false pledge is a ground of revocation only after the time to rectify it', () => {
  assert.equal(checkRevocation('deception', null, false).ok, true)
  assert.deepEqual([checkRevocation('falsePledge', 'failed', false).ok, checkRevocation('falsePledge', 'failed', true).ok, checkRevocation('falsePledge', 'rectified', false).ok, checkRevocation('falsePledge', null, false).ok], [true, false, false, false])
})

test('D-08 a certificate stands only for a material that names its type, or names none', () => {
  const former = { key: 'm1', exempt: { by: 'CERTIFICATE_TYPE', certificateType: 'food-operation-licence' } } as const
  assert.equal(checkServes(former, { typeKey: 'food-operation-licence' }).ok, true)
  assert.deepEqual(checkServes(former, { typeKey: 'business-licence' }), refuse(caseErrors.certificateOfOtherType, { material: 'm1' }))
  assert.equal(checkServes({ key: 'm2', exempt: null }, { typeKey: 'business-licence' }).ok, true)
})

test('C-30 a certificate serves again anywhere, another paper only for the same place, a form never; the newest counts', () => {
  const earlier = (changes: Partial<EarlierMaterial>): EarlierMaterial => ({ name: '平面图', kind: 'OTHER', placeIndex: 'p', caseNumber: 'A', fileId: null, acceptedOn: '2026-01-01', ...changes })
  const names = (place: string | null, ...rows: EarlierMaterial[]): readonly string[] => [...reusable(rows, place).keys()]
  assert.deepEqual(names('p', earlier({})), ['平面图'])
  assert.deepEqual(names('q', earlier({}), earlier({ name: '健康证', kind: 'CERTIFICATE' })), ['健康证'])
  assert.deepEqual(names('p', earlier({ kind: 'FORM' }), earlier({ kind: 'COMMITMENT' })), [])
  assert.equal(reusable([earlier({ caseNumber: 'B', acceptedOn: '2026-05-01' }), earlier({})], 'p').get('平面图')?.caseNumber, 'B')
})

test('C-30 a verified material and the paper behind a certificate are not asked for; what he handed in anew may be', () => {
  const lines = [{ material: { key: 'm1' }, reason: 'VERIFIED_BEFORE' }] as unknown as Parameters<typeof checkNotAskedTwice>[0]
  const defects = [{ material: 'm1', standard: 0 }]
  const code = (source: string | null): string | undefined => {
    const verdict = checkNotAskedTwice(lines, defects, source === null ? [] : [{ requirement: 'm1', source }])
    return verdict.ok ? undefined : verdict.refusal.code
  }
  assert.deepEqual([code(null), code('shared'), code('certificate'), code('scan')], ['cases.material-asked-twice', 'cases.material-asked-twice', 'cases.paper-not-required', undefined])
})

test('C-32 whoever chooses the window may come once even where the item promises no visit', () => {
  assert.deepEqual([allowedVisits({ maxVisits: 0 }, 'online'), allowedVisits({ maxVisits: 0 }, 'window'), allowedVisits({ maxVisits: 2 }, 'window')], [0, 1, 2])
})

test('C-35 never more than two signatures, however long the route', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ unitId: fc.constantFrom('a', 'b'), personId: fc.constantFrom('s1', 's2', 's3') }), { maxLength: 8 }), fc.constantFrom('s1', 's9'), (rows, decider) => {
      const signatures = closingSignatures(rows.map((row) => step({ ...row, state: 'done' })), 'a', decider)
      assert.ok(signatures.length >= 1 && signatures.length <= 2)
      assert.deepEqual(signatures.at(-1), { staffId: decider, capacity: 'chiefRepresentative' })
      assert.equal(new Set(signatures.map((one) => one.staffId)).size, signatures.length)
    }),
  )
})

test('of clocks that change together the first one governs; one beside it that cannot stays as it is', () => {
  const timer = (name: string): Timer => must(arm({ id: name, purpose: 'legal', name, budget: { value: 1, unit: 'WORKING_DAY' }, anchorAt: new Date('2026-09-07T09:00:00+08:00'), party: { kind: 'unit' } }))
  const change = (refused: string) => (one: Timer) => (one.name === refused ? refuse(caseErrors.notLapsed) : { ok: true as const, value: one })
  const clocks = [timer('law'), timer('promise')]
  assert.deepEqual(must(changeTogether(clocks, change('promise'))).map((one) => one.name), ['law'])
  assert.equal(changeTogether(clocks, change('law')).ok, false)
})

test('who has a case is told from its state: the window before acceptance, the applicant while he must act, then the unit, then nobody', () => {
  assert.deepEqual((['submitted', 'correctionRequested', 'corrected', 'inReview', 'suspended', 'issued', 'delivered', 'withdrawn'] as const).map((state) => heldBy(state, [])), ['window', 'applicant', 'window', 'unit', 'unit', 'window', 'nobody', 'nobody'])
})
