import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FlowEdge, type FlowNode, layOutFlow } from './flow-layout.ts'

const nodes: readonly FlowNode[] = ['apply', 'accept', 'water', 'green', 'decide'].map((id) => ({ id, title: id }))
const edges: readonly FlowEdge[] = [
  { from: 'apply', to: 'accept' },
  { from: 'accept', to: 'apply', label: '一次告知' },
  { from: 'accept', to: 'water' },
  { from: 'accept', to: 'green' },
  { from: 'water', to: 'decide' },
  { from: 'green', to: 'decide' },
]

function boxOf(id: string) {
  const box = layOutFlow(nodes, edges).nodes.find(({ node }) => node.id === id)
  assert.ok(box)
  return box
}

test('a step stands below every step that leads to it', () => {
  for (const { from, to } of edges.filter((edge) => edge.label === undefined)) assert.ok(boxOf(from).y + boxOf(from).height < boxOf(to).y, `${from} → ${to}`)
})

test('parallel steps stand side by side without touching', () => {
  assert.equal(boxOf('water').y, boxOf('green').y)
  assert.ok(boxOf('water').x + boxOf('water').width < boxOf('green').x)
})

test('a way back is drawn beside the boxes, and no arrow down stands for it', () => {
  const { lanes, arrows, width } = layOutFlow(nodes, edges)
  assert.deepEqual(lanes.map(({ edge, back }) => [edge.from, edge.to, back]), [['accept', 'apply', true]])
  const right = boxOf('apply').x + boxOf('apply').width
  for (const lane of lanes) assert.ok(lane.laneX > right && lane.laneX < width)
  assert.equal(arrows.length, 5)
})

test('a step that is skipped over gets a line of its own beside the boxes', () => {
  const { lanes } = layOutFlow(nodes.slice(0, 3), [{ from: 'apply', to: 'accept' }, { from: 'accept', to: 'water' }, { from: 'apply', to: 'water' }])
  assert.deepEqual(lanes.map(({ edge, back }) => [edge.from, edge.to, back]), [['apply', 'water', false]])
})

test('a long name is broken into lines and makes its box higher, never wider', () => {
  const [short, long] = [layOutFlow([{ id: 'a', title: '受理' }], []), layOutFlow([{ id: 'a', title: '市规划和自然资源局花都区分局建设工程审批科' }], [])]
  assert.equal(long.nodes[0]?.titleLines.join(''), '市规划和自然资源局花都区分局建设工程审批科')
  assert.equal(long.nodes[0]?.width, short.nodes[0]?.width)
  assert.ok(long.height > short.height)
})

test('words in letters are broken between words, and a long note makes its box higher like a long name', () => {
  const { nodes: [box], lanes } = layOutFlow([{ id: 'a', title: '受理', note: '花都区市场监督管理局, done while you wait' }], [{ from: 'a', to: 'a', label: 'Told once' }])
  assert.deepEqual(box?.noteLines, ['花都区市场监督管理局, done while', 'you wait'])
  assert.deepEqual(lanes[0]?.labelLines, ['Told', 'once'])
  assert.ok((box?.height ?? 0) > (layOutFlow([{ id: 'a', title: '受理', note: '综合窗口' }], []).nodes[0]?.height ?? 0))
})
