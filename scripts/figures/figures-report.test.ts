import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allMetrics } from '#modules/reporting/registry.ts'
import { combinedRows, type Part } from './combined-rows.ts'
import { figuresReport } from './figures-report.ts'
import register from './register.json' with { type: 'json' }

const mark = { profile: 'huadu-2018 × 0.02', seed: '7', firstDay: '2018-01-01', lastDay: '2018-05-31', livedUntil: '2018-05-31' } as const

test('every row of the register has a figure, and every figure of the register has its row', () => {
  const carried = new Set(allMetrics.flatMap((metric) => metric.register))
  assert.deepEqual(register.map(({ row }) => row).toSorted(), [...carried].toSorted())
})

test('the report tells how the city was lived, reads each row in its own period and leaves out what has no data', async () => {
  const asked: string[] = []
  const report = await figuresReport({
    mark,
    from: '2018-01-01',
    to: '2018-05-31',
    parts: async () => [],
    windows: async () => [],
    others: [{ mark: { ...mark, profile: 'changzhou-2015 × 0.01' }, from: '2015-01-01', to: '2015-05-31', figure: async (metric) => (metric === 'cases.received-growth' ? { value: '23.40%', numerator: 819, denominator: 3500 } : { value: null, numerator: 0, denominator: 0 }) }],
    figure: async (metric, to) => {
      asked.push(`${metric} ${to}`)
      return metric === 'hotline.orders' ? { value: '523', numerator: 523, denominator: null } : metric === 'hotline.return-rate' ? { value: '5.00%', numerator: 26, denominator: 520 } : { value: null, numerator: 0, denominator: 0 }
    },
  })
  assert.match(report, /npm run city -- --profile huadu-2018 --from 2018-01-01 --to 2018-05-31 --scale 0\.02 --seed 7/)
  assert.match(report, /\| 56 \|.*`hotline\.orders` 523 \|/)
  assert.match(report, /\| 60 \|.*`hotline\.return-rate` 5\.00% \(26 ÷ 520\) \|/)
  assert.match(report, /`grid\.rework-rate` left out \(no data\)/)
  assert.match(report, /### `changzhou-2015`.*--scale 0\.01.*\| 2 \|[^|]*\|[^|]*\| `cases\.received-growth` 23\.40% \(819 ÷ 3500\) \|/s)
  assert.ok(asked.includes('publication.records 2018-03-31') && asked.includes('hotline.orders 2018-05-31'))
})

test('rows without a figure of their own come out of figures in parts, and are left out without data', async () => {
  const one = (part: string, numerator: number, denominator: number | null = null): Part => ({ part, name: null, numerator, denominator })
  const parts = async (metric: string, by: string, { windowId, to }: { readonly windowId?: string; readonly to?: string } = {}): Promise<readonly Part[]> => {
    if (metric === 'cases.online-rate') return [one('small', 1, 2), one('large', 90, 100)]
    if (metric === 'catalogue.online-rate' && by === 'unitId') return [one('first', 2, 3), one('second', 0, 1)]
    if (metric === 'catalogue.online-rate') return to === '2017-12-31' ? [one('a', 1, 1), one('b', 0, 1), one('c', 0, 1), one('d', 0, 1)] : [one('a', 1, 1), one('b', 1, 1), one('c', 0, 1), one('d', 0, 1)]
    if (metric === 'catalogue.in-hall-rate' && by === 'unitId') return [one('first', 3, 3), one('second', 0, 1)]
    if (metric === 'catalogue.in-hall-rate' && to === '2017-12-31') return ['a', 'b', 'c', 'd'].map((item) => one(item, 1, 1))
    if (metric === 'catalogue.in-hall-rate') return [one('a', 1, 1), one('b', 1, 1), one('c', 1, 1), one('d', 0, 1)]
    if (metric === 'cases.accepted') return windowId === 'w1' ? [one('a', 7), one('d', 1)] : [one('a', 2), one('b', 1)]
    if (metric === 'catalogue.at-most-one-visit-rate') return [one('a', 1, 1), one('b', 0, 1)]
    return Array.from({ length: 120 }, (_, place) => one(place === 0 ? 'b' : place === 1 ? 'a' : `item ${String(place).padStart(3, '0')}`, 500 - place))
  }
  const period = { from: '2018-01-01', to: '2018-05-31' } as const
  const values = async (source: Parameters<typeof combinedRows>[0]) => Object.fromEntries((await combinedRows(source)).map(({ row, value }) => [row, value]))
  assert.deepEqual(await values({ ...period, parts, windows: async () => [{ id: 'w1', general: true }, { id: 'w2', general: true }, { id: 'w3', general: false }] }), {
    11: '3; fewer by 25.00% (1 ÷ 4)',
    15: '11 by 2 windows',
    '20a': '2 items; 1 of 2 departments',
    21: 'large 90.00% (90 ÷ 100); small 50.00% (1 ÷ 2)',
    '22a': '× 2.00 (25.00% (1 ÷ 4), then 50.00% (2 ÷ 4))',
    25: '1',
    27: '66.67% (2 ÷ 3)',
    29: '1 of 100',
    34: '3 / 1 / 4 → 3',
  })
  assert.ok(Object.values(await values({ ...period, parts: async () => [], windows: async () => [] })).every((value) => value === 'left out (no data)'))
})
