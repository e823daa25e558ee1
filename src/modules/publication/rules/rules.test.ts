import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WorkingCalendar } from '#kernel/time/calendar.ts'
import { dayOf, instantAtStartOf } from '#kernel/time/day.ts'
import { publishedArrangements } from '#kernel/time/published-arrangements.ts'
import { dueOf } from '#kernel/time/timer.ts'
import { publicationSettings } from '../settings.ts'
import { clockOf } from './clocks.ts'
import { checkElements, type Elements } from './elements.ts'
import { findNumbers } from './personal-numbers.ts'
import { indexPrefix, validityOn } from './validity.ts'

const rules = publicationSettings.defaults

test('O-01 the record of S000, made on 2015-07-22 and public on 2015-07-23, was on time', () => {
  const calendar = new WorkingCalendar({ version: 'test', arrangements: publishedArrangements, mode: 'provisional' })
  const due = dueOf(clockOf('publish', { id: 'one', unitId: 'unit', from: '2015-07-22', rules }), calendar)
  assert.ok(!due.stopped && instantAtStartOf('2015-07-23') <= due.dueAt)
  assert.equal(due.stopped ? '' : dayOf(new Date(due.dueAt.getTime() - 1)), '2015-08-19')
})

const news: Elements = { class: 'workNews', theme: 'otherLaw', docNo: null, createdOn: '2026-09-04', effectiveOn: null, validUntil: null, reviewOn: null, isInterpretation: false }
const normative: Elements = { ...news, class: 'normative', theme: 'regulations', docNo: '花府规〔2026〕1号', effectiveOn: '2026-10-01', validUntil: '2031-09-30', reviewOn: '2031-03-31' }
const faultsOf = (elements: Elements): readonly string[] => {
  const verdict = checkElements(elements, { today: '2026-09-07', normativeValidity: rules.normativeValidity })
  return verdict.ok ? [] : verdict.refusal.fields.map(({ pointer, code }) => `${pointer} ${code.slice('publication.'.length)}`)
}

test('the elements of a record fit each other', () => {
  assert.deepEqual(faultsOf(news), [])
  assert.deepEqual(faultsOf(normative), [])
  assert.deepEqual(faultsOf({ ...news, createdOn: '2026-09-08' }), ['/createdOn day-in-future'])
  assert.deepEqual(faultsOf({ ...normative, validUntil: '2031-10-02' }), ['/validUntil validity-too-long'])
  assert.deepEqual(faultsOf({ ...normative, validUntil: '2026-09-30', reviewOn: '2026-09-30' }), ['/validUntil days-in-wrong-order'])
  assert.deepEqual(faultsOf({ ...normative, reviewOn: '2031-10-01' }), ['/reviewOn days-in-wrong-order'])
  assert.deepEqual(faultsOf({ ...normative, docNo: null }), ['/docNo element-missing'])
})

test('O-02 punishments and budgets are counted in their own class, and an interpretation in none', () => {
  assert.deepEqual(faultsOf({ ...news, theme: 'punishment' }), ['/theme theme-of-other-class'])
  assert.deepEqual(faultsOf({ ...news, theme: 'finance', class: 'other' }), ['/theme theme-of-other-class'])
  assert.deepEqual(faultsOf({ ...news, class: null }), ['/class element-missing'])
  assert.deepEqual(faultsOf({ ...news, class: null, isInterpretation: true }), [])
  assert.deepEqual(faultsOf({ ...news, isInterpretation: true }), ['/class theme-of-other-class'])
})

test('identity and telephone numbers are found however they are written, and other numbers are left alone', () => {
  const kindsIn = (body: string): readonly string[] => findNumbers({ title: '', summary: '', body }).map(({ kind, line, column }) => `${kind} ${line}:${column}`)
  assert.deepEqual(kindsIn('身份证440114198805160020，电话138-0000-5001'), ['identity 1:4', 'phone 1:25'])
  assert.deepEqual(kindsIn('第一行\n１３８００００５００１ 13800005002'), ['phone 2:1', 'phone 2:13'])
  assert.deepEqual(kindsIn('旧号440114880516002'), ['identity 1:3'])
  assert.deepEqual(kindsIn('座机020-86880000转801'), ['phone 1:3'])
  assert.deepEqual(kindsIn('2026-09-01共1760条，金额12000000元，文号〔2026〕12号，索引号MB2C00144/2026-00001，热线12345，代码91440114MA5Y009000'), [])
})

test('a record shows whether it is in force on the day', () => {
  const record = { endedAs: null, effectiveOn: '2026-10-01', validUntil: '2031-09-30' } as const
  assert.deepEqual((['2026-09-30', '2026-10-01', '2031-09-30', '2031-10-01'] as const).map((day) => validityOn(day, record)), ['notYet', 'valid', 'valid', 'expired'])
  assert.equal(validityOn('2026-10-01', { ...record, endedAs: 'repealed' }), 'repealed')
})

test('an index number begins with the organisation code of the unit and the year', () => {
  assert.equal(indexPrefix('11440114MB2C00144C', '2026-09-07'), 'MB2C00144/2026-')
})
