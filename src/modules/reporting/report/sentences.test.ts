import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeReport } from './sentences.ts'
import { readTemplate } from './template.ts'

const figure = (numerator: number, denominator: number | null, valueText: string | null) => ({ numerator, denominator, valueText })
const write = (clauses: readonly string[], figures: Readonly<Record<string, ReturnType<typeof figure>>>): readonly string[] =>
  writeReport({ title: 't', sections: [{ title: 's', paragraphs: [clauses] }] }, { figures: new Map(Object.entries(figures)), words: { period: '1—5月' } }).sections.flatMap((section) => section.paragraphs)

test('a sentence of the report of S004 is written from its figures', () => {
  assert.deepEqual(
    write(['{period}，区政务服务中心共受理业务{cases.accepted}宗', '{cases.accepted-growth:trend}', '办结率{cases.closing-rate}'], {
      'cases.accepted': figure(29_928, null, '29928'),
      'cases.accepted-growth': figure(2418, 27_510, '8.79%'),
      'cases.closing-rate': figure(29_928, 29_928, '100.00%'),
    }),
    ['1—5月，区政务服务中心共受理业务29928宗，同比增长8.79%，办结率100.00%。'],
  )
})

test('a figure without data is left out, never zero; a section of nothing has no heading', () => {
  assert.deepEqual(write(['受理{a.b}件', '满意率{c.d}'], { 'a.b': figure(3, null, '3'), 'c.d': figure(0, 0, null) }), ['受理3件。'])
  assert.deepEqual(write(['满意率{c.d}'], { 'c.d': figure(0, 0, null) }), [])
})

test('less than the year before is called less, and the same is called the same', () => {
  assert.deepEqual(write(['{a.g:trend}'], { 'a.g': figure(-12, 1000, '-1.20%') }), ['同比下降1.20%。'])
  assert.deepEqual(write(['{a.g:trend}'], { 'a.g': figure(0, 1000, '0.00%') }), ['与去年同期持平。'])
})

test('a template that asks for an unknown figure is a fault, not an empty place', () => {
  assert.throws(() => write(['{no.such}'], {}), /no figure/)
})

test('the template that ships can be read', () => {
  assert.ok(readTemplate('half-year').sections.length > 2)
})
