import { type FlowArrow, type FlowEdge, type FlowNode, type LaneEdge, layOutFlow, type PlacedNode } from './flow-layout.ts'
import { Timeline } from './timeline.tsx'

interface FlowChartProps {
  readonly id: string
  /** The chart in one sentence. */
  readonly label: string
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
}

/** A procedure drawn from its data, with the same steps in words beside it. */
export function FlowChart({ id, label, nodes, edges }: FlowChartProps) {
  const layout = layOutFlow(nodes, edges)
  return (
    <div className="cols flow">
      <svg className="flow-svg" viewBox={`0 0 ${layout.width} ${layout.height}`} width={layout.width} height={layout.height} role="img" aria-labelledby={`${id}-label`}>
        <title id={`${id}-label`}>{label}</title>
        {layout.arrows.map((arrow) => (
          <path key={`${arrow.fromX} ${arrow.toX} ${arrow.toY}`} className="flow-edge" d={arrowPath(arrow)} />
        ))}
        {layout.lanes.map((lane) => (
          <Lane key={`${lane.edge.from} ${lane.edge.to}`} lane={lane} />
        ))}
        {layout.nodes.map((box) => (
          <Box key={box.node.id} box={box} />
        ))}
      </svg>
      <Timeline small entries={nodes.map((node) => ({ title: node.title, text: node.text ?? node.note }))} />
    </div>
  )
}

function arrowPath({ fromX, fromY, middleY, toX, toY }: FlowArrow): string {
  return `M${fromX} ${fromY}V${middleY}H${toX}V${toY}M${toX - 6} ${toY - 8}l6 8 6-8`
}

function Lane({ lane: { labelLines, back, fromY, toY, laneX } }: { readonly lane: LaneEdge }) {
  const side = 234
  return (
    <>
      <path className={back ? 'flow-edge flow-back' : 'flow-edge'} d={`M${side} ${fromY}H${laneX}V${toY}H${side}`} />
      <path className="flow-edge" d={`M${side + 8} ${toY - 6}l-8 6 8 6`} />
      {labelLines.length > 0 ? (
        <text className="flow-note" x={laneX + 6} y={(fromY + toY) / 2}>
          {labelLines.map((part, place) => (
            <tspan key={place} x={laneX + 6} dy={place === 0 ? 0 : 17}>
              {part}
            </tspan>
          ))}
        </text>
      ) : null}
    </>
  )
}

function Box({ box: { node, x, y, width, height, titleLines, noteLines } }: { readonly box: PlacedNode }) {
  const kind = node.kind ?? 'step'
  const middle = x + width / 2
  return (
    <>
      <rect className={`flow-box flow-${kind}`} x={x} y={y} width={width} height={height} rx={kind === 'start' ? height / 2 : 0} />
      {titleLines.map((line, place) => (
        <text key={line} className="flow-title" x={middle} y={y + 26 + place * 21}>
          {line}
        </text>
      ))}
      {noteLines.map((line, place) => (
        <text key={line} className="flow-note" x={middle} y={y + 26 + titleLines.length * 21 + place * 20} textAnchor="middle">
          {line}
        </text>
      ))}
    </>
  )
}
