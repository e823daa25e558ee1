import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hoursText, readHours, readZones, zonesText } from './hall-lines.ts'

test('opening hours are read as people write them, and written back the same', () => {
  const text = '周一至周五 09:00-12:00\n周六 09:00-12:00 仅个人'
  const { found, wrongLines } = readHours(text)
  assert.deepEqual(wrongLines, [])
  assert.deepEqual(found, [
    { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '12:00', applicants: 'all' },
    { weekdays: [6], from: '09:00', to: '12:00', applicants: 'persons' },
  ])
  assert.equal(hoursText([...found]), text)
})

test('days that do not follow each other stand in lines of their own', () => {
  assert.equal(hoursText([{ weekdays: [5, 1, 2], from: '09:00', to: '17:00', applicants: 'all' }]), '周一至周二 09:00-17:00\n周五 09:00-17:00')
})

test('lines that say nothing are named by their number, empty ones are passed over', () => {
  assert.deepEqual(readHours('周一 09:00-12:00\n\n每天\n周五至周一 09:00-12:00').wrongLines, [3, 4])
  assert.deepEqual(readZones('综合区 1\nzonghe 综合受理区 1层').wrongLines, [1])
})

test('zones are read and written back the same', () => {
  const text = 'zonghe 综合受理区 1\ndixia 自助区 -1'
  assert.equal(zonesText([...readZones(text).found]), text)
})
