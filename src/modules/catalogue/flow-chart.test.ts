import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { flowChart } from './flow-chart.ts'
import { readShippedCatalogue } from './shipped.ts'

const { items } = readShippedCatalogue(join(import.meta.dirname, '../../../data/catalogue'))
const food = items.find((item) => item.itemKey === 'sc-05')
assert.ok(food)
const chart = flowChart(food.route)

test('the chart has every step of the route between start and end', () => {
  assert.deepEqual(
    chart.nodes.map((node) => node.key),
    ['start', 'accept', 'review', 'opinion-xiaofang-jiuyuan', 'approve', 'close', 'deliver', 'end', 'correction'],
  )
})

test('parallel steps stand below each other, and both lead to the approval', () => {
  const [review, opinion] = ['review', 'opinion-xiaofang-jiuyuan'].map((key) => chart.nodes.find((node) => node.key === key))
  assert.ok(review && opinion)
  assert.equal(review.x, opinion.x)
  assert.ok(opinion.y >= review.y + review.height)
  assert.deepEqual(
    chart.edges.filter((edge) => edge.to === 'approve').map((edge) => edge.from),
    ['review', 'opinion-xiaofang-jiuyuan'],
  )
})

test('incomplete papers lead to the one-time notice and back to acceptance', () => {
  assert.deepEqual(
    chart.edges.filter((edge) => edge.kind !== 'NEXT').map((edge) => [edge.from, edge.to, edge.kind]),
    [
      ['accept', 'correction', 'INCOMPLETE'],
      ['correction', 'accept', 'RETURN'],
    ],
  )
})

test('in no shipped item do boxes overlap or leave the drawing', () => {
  for (const item of items) {
    const { nodes, edges, width, height } = flowChart(item.route)
    for (const [at, node] of nodes.entries()) {
      assert.ok(node.x >= 0 && node.y >= 0 && node.x + node.width <= width && node.y + node.height <= height, `${item.name} ${node.key}`)
      const clash = nodes
        .slice(at + 1)
        .find((other) => node.x < other.x + other.width && other.x < node.x + node.width && node.y < other.y + other.height && other.y < node.y + node.height)
      assert.equal(clash, undefined, `${item.name} ${node.key} ${clash?.key}`)
    }
    assert.ok(edges.every((edge) => edge.points.length >= 2))
  }
})

test('the text twin tells the same steps in the same order', () => {
  assert.deepEqual(
    chart.text.map((sentence) => [sentence.code, sentence.steps.map((step) => step.name)]),
    [
      ['start', []],
      ['serial', ['受理']],
      ['correction', []],
      ['parallel', ['审查与现场核查', '消防会签']],
      ['serial', ['审批']],
      ['serial', ['办结']],
      ['serial', ['送达']],
      ['end', []],
    ],
  )
})
