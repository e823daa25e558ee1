import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { law } from '#kernel/access/caller.ts'
import { anEvent, gridPeople, verify } from '#test/harness/grid.ts'
import { openTestOffice } from '#test/harness/office.ts'

const office = await openTestOffice({ with: 'city' })
after(() => office.close())
const { town, worker } = await gridPeople(office)

test('S-21 what was fed back in time stays so when it is done again, and the second time counts beside it', async () => {
  const days = { from: '2026-09-07', to: '2026-09-09' } as const
  const onTime = async (asOf?: string): Promise<readonly [number, number | null]> => {
    const { figure } = await office.call('reporting.get-figure', law, { metric: 'grid.on-time-rate', ...days, ...(asOf !== undefined && { asOf }) })
    return [figure.numerator, figure.denominator]
  }
  const { number } = await anEvent(office, 'fedBack')
  const asOf = '2026-09-08T12:00:00+08:00'
  office.clock.set(new Date(asOf))
  const before = await onTime(asOf)
  assert.deepEqual(before, [1, 1])
  await verify(office, number, false)
  assert.deepEqual(await onTime(asOf), before)
  office.clock.set(new Date('2026-09-10T12:00:00+08:00'))
  assert.deepEqual(await onTime(), [1, 2])
  await office.call('grid.feed-back-event', worker, { number, treatment: '再次清运，迟了。' })
  assert.deepEqual(await onTime(), [1, 2])
  assert.deepEqual(await onTime(asOf), before)
})

test('C-24 beside the events that were fed back in time stand those that are late and still are not, until they are', async () => {
  office.clock.set(new Date('2026-09-21T09:00:00+08:00'))
  await anEvent(office, 'fedBack')
  const { number } = await anEvent(office, 'disposing')
  const period = { from: '2026-09-21', to: '2026-09-24' } as const
  const seen = async (asOf?: string) => {
    const { figure } = await office.call('reporting.get-figure', law, { metric: 'grid.on-time-rate', ...period, ...(asOf !== undefined && { asOf }) })
    return [figure.numerator, figure.denominator, figure.beside]
  }
  const late = (count: number) => [{ metric: 'grid.overdue-open', name: '逾期未处置网格事件', numerator: count }]
  const asOf = '2026-09-24T09:00:00+08:00'
  office.clock.set(new Date(asOf))
  assert.deepEqual(await seen(), [1, 2, late(1)])
  office.clock.set(new Date('2026-09-24T10:00:00+08:00'))
  await office.call('grid.feed-back-event', worker, { number, treatment: '清运迟了。' })
  assert.deepEqual(await seen(), [1, 2, late(0)])
  assert.deepEqual(await seen(asOf), [1, 2, late(1)])
})

test('S-21 an event counts for the unit that had it at the cut-off', async () => {
  office.clock.set(new Date('2026-09-14T09:00:00+08:00'))
  const { number } = await anEvent(office, 'registered')
  const reported = async (unitId: string, asOf: string): Promise<number> => (await office.call('reporting.get-figure', law, { metric: 'grid.reported', from: '2026-09-14', to: '2026-09-14', unitId, asOf })).figure.numerator
  const [noon, evening] = ['2026-09-14T12:00:00+08:00', '2026-09-14T18:00:00+08:00']
  office.clock.set(new Date('2026-09-14T14:00:00+08:00'))
  for (let level = 0; level < 2; level += 1) await office.call('grid.escalate-event', town, { number, reason: '需要区级部门处置' })
  office.clock.set(new Date(evening))
  assert.deepEqual([await reported(town.unitId, noon), await reported('zhengwu-shuju', noon)], [1, 0])
  assert.deepEqual([await reported(town.unitId, evening), await reported('zhengwu-shuju', evening)], [0, 1])
})

test('S-21 an event counts under the class that it had at the cut-off', async () => {
  office.clock.set(new Date('2026-09-15T09:00:00+08:00'))
  const { number } = await anEvent(office, 'reported', { category: 'E0507' })
  const reported = async (item: string, asOf: string): Promise<number> => (await office.call('reporting.get-figure', law, { metric: 'grid.reported', from: '2026-09-15', to: '2026-09-15', item, asOf })).figure.numerator
  const [noon, evening] = ['2026-09-15T12:00:00+08:00', '2026-09-15T18:00:00+08:00']
  office.clock.set(new Date('2026-09-15T14:00:00+08:00'))
  await office.call('grid.file-event', town, { number, category: 'E0508' })
  office.clock.set(new Date(evening))
  assert.deepEqual([await reported('E0507', noon), await reported('E0508', noon)], [1, 0])
  assert.deepEqual([await reported('E0507', evening), await reported('E0508', evening)], [0, 1])
})
