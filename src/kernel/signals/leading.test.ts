import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must } from '#kernel/errors/refusal.ts'
import { arm, handOver, type Timer, wait } from '#kernel/time/timer.ts'
import { isWatched, leads, unitAt } from './leading.ts'

const at = (text: string): Date => new Date(`${text}+08:00`)

function clock(partyKind: 'unit' | 'applicant' | 'payment', id?: string): Timer {
  const party = { kind: partyKind, ...(id !== undefined && { id }) }
  return must(arm({ id: 't', purpose: 'legal', name: 'n', budget: { value: 5, unit: 'WORKING_DAY' }, anchorAt: at('2026-09-07T09:00'), party }))
}

test('S-02 a promise speaks for its matter, the law where nothing is promised, and the office’s own limit where neither runs', () => {
  const beside = (...purposes: readonly string[]) => purposes.map((purpose) => ({ purpose, partyKind: 'unit' }))
  assert.deepEqual(
    [leads({ purpose: 'promised' }, beside('legal', 'internal')), leads({ purpose: 'legal' }, beside('promised')), leads({ purpose: 'legal' }, beside('internal', 'legal')), leads({ purpose: 'internal' }, beside('legal')), leads({ purpose: 'internal' }, [])],
    [true, false, true, false, true],
  )
  assert.equal(leads({ purpose: 'signal' }, []), false)
})

test('S-02 time that is the applicant’s own takes nobody the word, and nobody is warned of it', () => {
  assert.equal(leads({ purpose: 'internal' }, [{ purpose: 'legal', partyKind: 'payment' }]), true)
  assert.deepEqual([clock('unit'), clock('applicant'), clock('payment')].map(isWatched), [true, false, false])
})

test('S-03 whose time it was is the last unit that had the clock, also while the applicant had to act', () => {
  const passed = must(handOver(clock('unit', 'first'), { at: at('2026-09-08T10:00'), party: { kind: 'unit', id: 'second' } }))
  const waiting = must(wait(passed, { at: at('2026-09-09T10:00'), cause: 'supplement', party: { kind: 'applicant' } }))
  assert.deepEqual(['2026-09-08T09:59', '2026-09-08T10:00', '2026-09-10T10:00'].map((text) => unitAt(waiting, at(text))), ['first', 'second', 'second'])
  assert.equal(unitAt(clock('unit'), at('2026-09-10T10:00')), undefined)
})
