import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDateList } from './date-list.ts'

test('a stretch of days over the end of a month becomes one entry a day with the same name', () => {
  assert.deepEqual(readDateList('2027-01-30至2027-02-01 春节\n').days, [
    { date: '2027-01-30', name: '春节' },
    { date: '2027-01-31', name: '春节' },
    { date: '2027-02-01', name: '春节' },
  ])
})

test('days may be written as people write them', () => {
  assert.deepEqual(readDateList('2027年1月9日 元旦调休上班\r\n2027/5/1，劳动节').days, [
    { date: '2027-01-09', name: '元旦调休上班' },
    { date: '2027-05-01', name: '劳动节' },
  ])
})

test('a day that does not exist, a stretch backwards, one too long and a day without a name are told by their lines', () => {
  const { days, wrongLines } = readDateList('2027-02-29 春节\n\n2027-01-03至2027-01-01 元旦\n2027-01-01\n2027-01-01至2027-12-31 全年\n2027-01-01 元旦')
  assert.deepEqual(wrongLines, [1, 3, 4, 5])
  assert.deepEqual(days, [{ date: '2027-01-01', name: '元旦' }])
})
