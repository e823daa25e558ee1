import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allMetrics } from '#modules/reporting/registry.ts'
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
    figure: async (metric, to) => {
      asked.push(`${metric} ${to}`)
      return metric === 'hotline.orders' ? { value: '523', numerator: 523, denominator: null } : metric === 'hotline.return-rate' ? { value: '5.00%', numerator: 26, denominator: 520 } : { value: null, numerator: 0, denominator: 0 }
    },
  })
  assert.match(report, /npm run city -- --profile huadu-2018 --from 2018-01-01 --to 2018-05-31 --scale 0\.02 --seed 7/)
  assert.match(report, /\| 56 \|.*`hotline\.orders` 523 \|/)
  assert.match(report, /\| 60 \|.*`hotline\.return-rate` 5\.00% \(26 ÷ 520\) \|/)
  assert.match(report, /`grid\.rework-rate` left out \(no data\)/)
  assert.ok(asked.includes('publication.records 2018-03-31') && asked.includes('hotline.orders 2018-05-31'))
})
