import assert from 'node:assert/strict'
import { test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { figureValue } from '#kernel/metrics/figure-value.ts'
import { addMonths } from '#kernel/time/day.ts'
import { judgeFigures } from '#test/oracle/judge-figures.ts'
import { livedOffice } from '#test/oracle/lived-office.ts'
import { getProfile } from './profiles.ts'

// A Thursday and a Friday of each city that no other test lives, with a few applications a day.

test('two days of Zhaotong in 2014 are lived with one application in three hundred and every call, and every figure equals its list', async (t) => {
  const days = { from: '2014-05-29', to: '2014-05-30' } as const
  const zhaotong = getProfile('zhaotong-2014')
  const volumes = zhaotong.volumes.map((volume) => ({ ...volume, count: Math.round(volume.count / 300) }))
  const { office, lived } = await livedOffice({ profile: { ...zhaotong, volumes }, ...days })
  t.after(() => office.close())
  assert.equal(lived.livedUntil, days.to)
  const { cases = 0, calls = 0, ...others } = lived.begun
  assert.ok(cases > 4 && calls > 20, JSON.stringify(lived.begun))
  assert.deepEqual(others, {})
  assert.deepEqual(await judgeFigures(office, days), [])
})

test('two days of Changzhou in the year before are lived, and the growth of 2015 stands on them', async (t) => {
  const days = { from: '2014-05-29', to: '2014-05-30' } as const
  const { office, lived } = await livedOffice({ profile: getProfile('changzhou-2015'), ...days, scale: 0.002 })
  t.after(() => office.close())
  const cases = lived.begun['cases'] ?? 0
  assert.ok(cases > 4, JSON.stringify(lived.begun))
  assert.deepEqual(await judgeFigures(office, days), [])
  office.clock.set(new Date('2015-06-01T09:00:00+08:00'))
  const { figure } = await office.call('reporting.get-figure', law, { metric: 'cases.received-growth', from: addMonths(days.from, 12), to: addMonths(days.to, 12) })
  assert.deepEqual([figure.denominator, figure.counted], [cases, 0])
})

test('the stated volumes of a city and of the year before make the growth that its report states', () => {
  for (const [key, growth] of [['changzhou-2015', '23.40%'], ['huadu-2018', '8.79%']] as const) {
    const [yearBefore = 0, year = 0] = getProfile(key).volumes.map(({ count }) => count)
    assert.equal(figureValue({ shape: 'growth', decimals: 2 }, { listed: yearBefore + year, counted: year }).valueText, growth)
  }
})
