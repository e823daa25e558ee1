import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { feeByItems, feeByPages, feeOf } from './fees.ts'

test('O-10 the first ten items of a month are free, 11 cost 100 yuan, 30 cost 2000, 31 cost 2200', () => {
  assert.deepEqual([0, 1, 10, 11, 30, 31, 40, 41].map((items) => feeByItems(items) / 100), [0, 0, 0, 100, 2000, 2200, 4000, 4300])
})

test('O-11 the first thirty pages are free, 31 cost 10 yuan, 100 cost 700, 200 cost 2700, 201 cost 2740', () => {
  assert.deepEqual([0, 30, 31, 100, 101, 200, 201].map((pages) => feeByPages(pages) / 100), [0, 0, 10, 700, 720, 2700, 2740])
})

test('O-12 one method is used: pages cost nothing where items are counted, and items nothing where pages are', () => {
  assert.equal(feeOf({ method: 'items', earlierItems: 0, items: 3, pages: 5000 }), 0)
  assert.equal(feeOf({ method: 'pages', earlierItems: 5000, items: 3, pages: 31 }), 1000)
})

test('O-10 applications of a month together cost what all their items cost, in whatever portions they come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }), (portions) => {
      let asked = 0
      let paid = 0
      for (const items of portions) {
        paid += feeOf({ method: 'items', earlierItems: asked, items, pages: 0 })
        asked += items
      }
      assert.equal(paid, feeByItems(asked))
    }),
  )
})
