import type { TimeLimit } from '#kernel/time/limits.ts'
import type { ProcessStep, Route, StepKind } from './schema/route.ts'
import type { Condition } from './schema/scenario.ts'

/** A box of the chart. Positions are pixels of an 80-pixel grid from the top left; `name` is from the record, null for the fixed ends. */
export interface FlowNode {
  readonly key: string
  readonly kind: 'START' | StepKind | 'CORRECTION' | 'END'
  readonly name: string | null
  readonly unit: string | null
  readonly limit: TimeLimit | null
  readonly countersign: boolean
  readonly conditional: boolean
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A line between two boxes as a list of corners. `RETURN` lines lead back after a correction. */
export interface FlowEdge {
  readonly from: string
  readonly to: string
  readonly kind: 'NEXT' | 'INCOMPLETE' | 'RETURN'
  readonly points: readonly (readonly [x: number, y: number])[]
}

/** One sentence of the text twin; `code` names its text under `flow` in the locale file. */
export interface FlowSentence {
  readonly code: 'start' | 'serial' | 'parallel' | 'correction' | 'end'
  readonly steps: readonly { readonly name: string; readonly unit: string; readonly limit: TimeLimit | null; readonly when: Condition }[]
}

export interface FlowChart {
  readonly width: number
  readonly height: number
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
  readonly text: readonly FlowSentence[]
}

const BOX = { width: 168, height: 64 }
const GAP = { x: 48, y: 24 }
const MARGIN = 16

/** Steps of one order form a column; columns run from left to right. */
function columnsOf(route: Route): readonly (readonly ProcessStep[])[] {
  const orders = [...new Set(route.steps.map((step) => step.order))].sort((a, b) => a - b)
  return orders.map((order) => route.steps.filter((step) => step.order === order))
}

function place(column: number, row: number, rows: number, tallest: number) {
  const columnHeight = rows * BOX.height + (rows - 1) * GAP.y
  return { x: MARGIN + column * (BOX.width + GAP.x), y: MARGIN + (tallest - columnHeight) / 2 + row * (BOX.height + GAP.y), ...BOX }
}

/** A right-angled line from the right side of one box to the left side of the next. */
function connect(from: FlowNode, to: FlowNode): FlowEdge {
  const [fromY, toY] = [from.y + from.height / 2, to.y + to.height / 2]
  const middle = to.x - GAP.x / 2
  const corners: readonly (readonly [number, number])[] =
    fromY === toY
      ? []
      : [
          [middle, fromY],
          [middle, toY],
        ]
  return { from: from.key, to: to.key, kind: 'NEXT', points: [[from.x + from.width, fromY], ...corners, [to.x, toY]] }
}

/** The one-time notice hangs under the acceptance step: incomplete goes down, corrected comes back up beside it. */
function correctionUnder(acceptance: FlowNode, y: number): { readonly node: FlowNode; readonly edges: readonly FlowEdge[] } {
  const node: FlowNode = { ...acceptance, key: 'correction', kind: 'CORRECTION', name: null, unit: null, limit: null, countersign: false, conditional: false, y }
  const [down, up] = [acceptance.x + acceptance.width / 3, acceptance.x + (acceptance.width * 2) / 3]
  const bottom = acceptance.y + acceptance.height
  return {
    node,
    edges: [
      {
        from: acceptance.key,
        to: 'correction',
        kind: 'INCOMPLETE',
        points: [
          [down, bottom],
          [down, y],
        ],
      },
      {
        from: 'correction',
        to: acceptance.key,
        kind: 'RETURN',
        points: [
          [up, y],
          [up, bottom],
        ],
      },
    ],
  }
}

/** Lays out the route of an item: start, one column per order with parallel steps below each other, the correction loop, end; with a text twin for those who do not see it. */
export function flowChart(route: Route): FlowChart {
  const columns = columnsOf(route)
  const rows = Math.max(1, ...columns.map((column) => column.length))
  const tallest = rows * BOX.height + (rows - 1) * GAP.y
  const fixed = { name: null, unit: null, limit: null, countersign: false, conditional: false }
  const start: FlowNode = { key: 'start', kind: 'START', ...fixed, ...place(0, 0, 1, tallest) }
  const placed = columns.map((column, at) =>
    column.map((step, row): FlowNode => ({
      key: step.key,
      kind: step.kind,
      name: step.name,
      unit: step.unit,
      limit: step.internalLimit,
      countersign: step.countersign,
      conditional: step.when.length > 0,
      ...place(at + 1, row, column.length, tallest),
    })),
  )
  const end: FlowNode = { key: 'end', kind: 'END', ...fixed, ...place(columns.length + 1, 0, 1, tallest) }
  const chain = [[start], ...placed, [end]]
  const next = chain.slice(1).flatMap((column, at) => (chain[at] ?? []).flatMap((from) => column.map((to) => connect(from, to))))
  const acceptance = placed.flat().find((node) => node.kind === 'ACCEPT')
  const loop = acceptance && correctionUnder(acceptance, MARGIN + tallest + GAP.y)
  return {
    width: MARGIN * 2 + chain.length * BOX.width + (chain.length - 1) * GAP.x,
    height: MARGIN * 2 + tallest + (loop ? GAP.y + BOX.height : 0),
    nodes: [...chain.flat(), ...(loop ? [loop.node] : [])],
    edges: [...next, ...(loop?.edges ?? [])],
    text: textTwin(columns),
  }
}

function textTwin(columns: readonly (readonly ProcessStep[])[]): readonly FlowSentence[] {
  const sentences = columns.flatMap((column): readonly FlowSentence[] => {
    const steps = column.map(({ name, unit, internalLimit, when }) => ({ name, unit, limit: internalLimit, when }))
    const sentence: FlowSentence = { code: column.length > 1 ? 'parallel' : 'serial', steps }
    return column.some((step) => step.kind === 'ACCEPT') ? [sentence, { code: 'correction', steps: [] }] : [sentence]
  })
  return [{ code: 'start', steps: [] }, ...sentences, { code: 'end', steps: [] }]
}
