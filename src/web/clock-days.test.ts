import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDaysOf } from './clock-days.ts'

test('the words of the calendar come from the codes of the explanation', () => {
  const shown = calendarDaysOf([
    { day: '2026-09-11', counted: false, why: 'trigger-day', cause: 'handling' },
    { day: '2026-09-14', counted: true, number: 1, why: 'weekday', cause: 'handling' },
    { day: '2026-09-16', counted: false, why: 'stopped', cause: 'expertReview', source: '行政许可法第四十五条' },
    { day: '2026-09-19', counted: false, why: 'weekend', cause: 'handling' },
    { day: '2026-10-01', counted: false, why: 'holiday', name: '国庆节', cause: 'handling' },
    { day: '2026-10-10', counted: true, number: 2, why: 'make-up', name: '国庆节', cause: 'handling' },
  ])
  assert.deepEqual(shown.map((day) => day.number ?? day.label), ['起算', 1, '停表', '周末', '国庆', 2])
  assert.deepEqual(shown.map((day) => day.arrangement), [undefined, undefined, undefined, undefined, 'off', 'work'])
  assert.deepEqual(shown[2], { day: '2026-09-16', counted: false, label: '停表', why: '专家评审期间停止计时，依据行政许可法第四十五条', stopped: true })
})
