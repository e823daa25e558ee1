import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { WorkingCalendar } from '#kernel/time/calendar.ts'
import { addCalendarDays } from '#kernel/time/day.ts'
import { publishedArrangements } from '#kernel/time/published-arrangements.ts'
import { beginningsOnWorkingDays, unitsWithBoth } from './official-year.ts'
import { planRecord } from './publication-plan.ts'
import { statedClasses, statedInterpretations, statedMicroblogs, statedResponses, statedWebsite, statedWechat } from './publication-volumes.ts'

const calendar = new WorkingCalendar({ version: '0', arrangements: publishedArrangements, mode: 'provisional' })

test('O-02 the records of a quarter are in number, class, channel, interpretation and response what S004 counts, whatever the seed', () => {
  for (const seed of ['1', 'another']) {
    const setting = { seed, calendar, units: unitsWithBoth('publicationEditor', 'secrecyReviewer') }
    const plans = Array.from({ length: 1_760 }, (_, index) => planRecord(setting, index, '2018-02-01'))
    const classes = Object.groupBy(plans, ({ draft }) => draft.class ?? 'none')
    assert.deepEqual(Object.fromEntries(Object.keys(statedClasses).map((filed) => [filed, classes[filed as keyof typeof statedClasses]?.length])), { ...statedClasses })
    const posts = Object.groupBy(plans.flatMap(({ postings }) => postings), ({ channel }) => channel)
    assert.deepEqual([posts.website?.length, posts.microblog?.length, posts.wechat?.length], [statedWebsite, statedMicroblogs, statedWechat])
    assert.equal(plans.filter(({ interpretation }) => interpretation !== undefined).length, statedInterpretations)
    const responses = plans.filter(({ responds }) => responds)
    assert.equal(responses.length, statedResponses)
    assert.ok(responses.every(({ draft }) => draft.class === 'other' && draft.answersConcern && draft.title.includes('回应')))
    assert.equal(plans.filter(({ responds, draft }) => !responds && draft.title.includes('回应')).length, 0)
  }
})

test('O-02 no record is planned twice for one place of a channel, nor for the portal, where publishing puts it', () => {
  const setting = { seed: '1', calendar, units: unitsWithBoth('publicationEditor', 'secrecyReviewer') }
  const plans = Array.from({ length: 1_760 }, (_, index) => planRecord(setting, index, '2018-02-01'))
  for (const { postings } of plans) assert.equal(new Set(postings.map(({ channel, place }) => `${channel} ${place}`)).size, postings.length)
})

test('what officers begin falls on working days alone and makes exactly the stated number, whatever the period', () => {
  const property = fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 10, max: 120 }), fc.integer({ min: 0, max: 3_000 }), (start, length, count) => {
    const from = addCalendarDays('2018-01-02', start)
    const to = addCalendarDays(from, length)
    const beginnings = beginningsOnWorkingDays({ calendar, scale: 1 }, [{ from, to, count }])
    const begun: number[] = []
    for (let day = addCalendarDays(from, -5); day <= addCalendarDays(to, 5); day = addCalendarDays(day, 1)) {
      const numbers = beginnings(day)
      assert.ok(numbers.length === 0 || calendar.kindOf(day).working)
      begun.push(...numbers)
    }
    assert.deepEqual(begun, Array.from({ length: count }, (_, number) => number))
  })
  fc.assert(property, { numRuns: 200 })
})
