import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Chart } from './chart-shape.ts'
import { drawChart } from './chart.ts'

const chart: Chart = { name: 'days', kind: 'lines', labels: ['1日', '2日', '3日'], series: [{ look: 'first', values: [3, 5, 4] }, { look: 'second', values: [1, 2, 6] }], width: 360, height: 184 }

test('a drawing holds nothing that the policy of our pages would block, and no handle for scripts', async () => {
  const svg = await drawChart(chart)
  assert.match(svg, /^<svg .*<\/svg>$/)
  assert.doesNotMatch(svg, /style|class=|<script|ecmeta|xlink|\son\w+=/)
  assert.match(svg, /font-size="13px"/)
})

test('on a page it takes the colours of the theme, on paper it is ink', async () => {
  assert.match(await drawChart(chart), /var\(--accent\)/)
  assert.doesNotMatch(await drawChart(chart, 'paper'), /var\(/)
})

test('the same numbers give the same drawing, and two drawings on one page share no id', async () => {
  assert.equal(await drawChart(chart), await drawChart(chart))
  const ids = (svg: string): readonly string[] => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '')
  const [one, other] = [ids(await drawChart(chart)), ids(await drawChart({ ...chart, name: 'months' }))]
  assert.ok(one.length > 0)
  assert.ok(one.every((id) => !other.includes(id)))
})

test('a label that looks like markup stays a label', async () => {
  assert.doesNotMatch(await drawChart({ ...chart, labels: ['<script>', '"', '&'] }), /<script/)
})

test('a month without any case is a drawing too', async () => {
  assert.match(await drawChart({ ...chart, kind: 'columns', series: [{ look: 'first', values: [0, 0, 0] }] }), /^<svg /)
})
