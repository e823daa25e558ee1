import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from './csv.ts'

const text = (rows: readonly (readonly string[])[]): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf(rows))

test('a table as CSV begins with the mark of UTF-8 and ends its lines as RFC 4180 says', () => {
  assert.equal(text([['指标', '数值'], ['受理量', '3']]), '\uFEFF指标,数值\r\n受理量,3\r\n')
})

test('commas, quotes and line breaks stay inside their cell', () => {
  assert.equal(text([['a,b', 'say "c"', 'd\ne']]), '\uFEFF"a,b","say ""c""","d\ne"\r\n')
})

test('a text that a spreadsheet would run is no formula, and a negative number stays a number', () => {
  assert.equal(text([['=1+1', '@x', '-1.20%', '-12', '-cmd']]), "\uFEFF'=1+1,'@x,-1.20%,-12,'-cmd\r\n")
})
