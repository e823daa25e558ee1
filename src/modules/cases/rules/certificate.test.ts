import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addCalendarDays, parseDay } from '#kernel/time/day.ts'
import { shippedItems } from '#test/harness/shipped-items.ts'
import { certificateFields, lastDayOfValidity } from './certificate.ts'

const items = shippedItems()
const food = items.find(({ itemKey }) => itemKey === 'sc-05') ?? assert.fail('no food licence')

/** Whose form asks for a journey or a household; their papers name the holder and the term. */
const namingTheHolderAlone = ['剧毒化学品道路运输通行许可', '户口迁移审批', '公路超限运输许可']

test('a certificate of five years ends the day before the fifth anniversary, also when that is a Sunday', () => {
  assert.equal(lastDayOfValidity(parseDay('2026-09-08'), { value: 5, unit: 'YEAR' }), '2031-09-07')
  assert.equal(lastDayOfValidity(parseDay('2026-09-07'), { value: 5, unit: 'YEAR' }), '2031-09-06')
  assert.equal(lastDayOfValidity(parseDay('2026-09-07'), { value: 30, unit: 'CALENDAR_DAY' }), '2026-10-06')
})

test('a term that begins on a day which its last month does not have ends with that month', () => {
  assert.equal(lastDayOfValidity(parseDay('2028-02-29'), { value: 1, unit: 'YEAR' }), '2029-02-28')
  assert.equal(lastDayOfValidity(parseDay('2026-12-31'), { value: 2, unit: 'MONTH' }), '2027-02-28')
})

test('the term that follows begins on the day after: no day is lost and none is counted twice', () => {
  const years = { value: 1, unit: 'YEAR' } as const
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
      const first = addCalendarDays(parseDay('2000-01-01'), offset)
      const next = addCalendarDays(lastDayOfValidity(first, years), 1)
      assert.ok(next.slice(5) === first.slice(5) || (first.endsWith('02-29') && next.endsWith('03-01')), `${first} → ${next}`)
    }),
  )
})

test('a food licence shows where, how and what: the premises, the form of business and its kinds of food', () => {
  const answers = { handling: ['new'], 'applicant-kind': ['person'], 'business-form': ['catering'] }
  const shown = certificateFields(food, answers, { siteAddress: '花都区新华街示例路1号', cateringItems: ['hot', 'cold'], shopName: '小梅小吃店' })
  assert.equal(shown['经营场所'], '花都区新华街示例路1号')
  assert.match(shown['主体业态'] ?? '', /^餐饮服务/)
  assert.match(shown['经营项目'] ?? '', /、/)
  assert.equal(shown['住所'], undefined, 'what nobody was asked stays away')
})

test('a field of the sample without a source takes the form’s field of its own name', () => {
  const shown = certificateFields(food, { 'applicant-kind': ['body'] }, { representative: '张三' })
  assert.deepEqual(shown, { '法定代表人（负责人）': '张三' })
})

test('every licence that ships says where it holds and for what', () => {
  const asked = (item: (typeof items)[number]): ReadonlySet<string> => new Set([...item.form.sections.flatMap((section) => section.fields.map(({ label }) => label)), ...item.scenarios.map(({ question }) => question)])
  const empty = items.filter(({ result }) => result.certificateType !== null).filter((item) => {
    const { fields } = item.result.sample ?? { fields: [] }
    return !fields.some(({ label, from = [label] }) => from.some((source) => asked(item).has(source)))
  })
  assert.deepEqual(empty.map(({ name }) => name), namingTheHolderAlone)
})
