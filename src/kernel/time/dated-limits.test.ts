import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#kernel/errors/refusal.ts'
import { isDay } from './day.ts'
import { datedLimits, limitOn, newestLimit, versionOn } from './dated-limits.ts'
import { TimeLimit } from './limits.ts'

test('the law of the day applies: disclosure is answered in 15 working days before 15 May 2019 and in 20 from that day', () => {
  assert.deepEqual(limitOn('disclosure.answer', '2019-05-14').limit, { value: 15, unit: 'WORKING_DAY' })
  assert.deepEqual(limitOn('disclosure.answer', '2019-05-15').limit, { value: 20, unit: 'WORKING_DAY' })
  assert.match(limitOn('disclosure.answer', '2026-01-01').source, /第711号.*第三十三条/)
  assert.match(limitOn('disclosure.answer', '2008-05-01').source, /第492号/)
})

test('a missing limit is refused, never one day', () => {
  assert.throws(() => limitOn('disclosure.answer', '2008-04-30'), (error) => error instanceof Refusal && error.code === 'time.limit-not-in-force' && error.details['rule'] === 'disclosure.answer')
  assert.throws(() => versionOn([], '2026-01-01', 'nothing'), Refusal)
})

test('every version of every rule is a limit with a source, and each begins after the one before', () => {
  for (const versions of Object.values(datedLimits)) {
    for (const [index, version] of versions.entries()) {
      assert.ok(isDay(version.from) && TimeLimit.safeParse(version.limit).success && version.source.startsWith('《'))
      if (index > 0) assert.ok(version.from > (versions[index - 1]?.from ?? ''))
    }
  }
})

test('what holds now is the newest version of a rule', () => {
  assert.deepEqual([newestLimit('disclosure.answer').limit.value, newestLimit('permit.delivery').limit.value], [20, 10])
})
