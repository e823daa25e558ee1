import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvFile, readCsvFile } from './csv-file.ts'

const text = (rows: readonly (readonly string[])[]): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvFile(rows))

test('a table as CSV begins with the mark of UTF-8 and ends its lines as RFC 4180 says', () => {
  assert.equal(text([['指标', '数值'], ['受理量', '3']]), '\uFEFF指标,数值\r\n受理量,3\r\n')
})

test('commas, quotes and line breaks stay inside their cell', () => {
  assert.equal(text([['a,b', 'say "c"', 'd\ne']]), '\uFEFF"a,b","say ""c""","d\ne"\r\n')
})

test('a text that a spreadsheet would run is no formula, and a negative number stays a number', () => {
  assert.equal(text([['=1+1', '@x', '-1.20%', '-12', '-cmd']]), "\uFEFF'=1+1,'@x,-1.20%,-12,'-cmd\r\n")
})

test('a table in either encoding reads back the same, and what is no text is not read', () => {
  const rows = [['部件标识码', '位置描述'], ['4401140103000001', '建设北路，“12号”旁']]
  for (const charset of ['utf-8', 'gb18030'] as const) assert.deepEqual(readCsvFile(csvFile(rows, charset)), rows, charset)
  assert.notEqual(csvFile(rows, 'gb18030')[0], 0xef, 'no mark of another encoding')
  assert.equal(readCsvFile(Uint8Array.of(0xff, 0xff, 0x00)), undefined)
})
