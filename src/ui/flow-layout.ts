export interface FlowNode {
  readonly id: string
  readonly title: string
  /** One short line: who, and how long. */
  readonly note?: string | undefined
  /** start: what the reader does. main: where most of the time goes. result: what comes out. */
  readonly kind?: 'start' | 'step' | 'main' | 'result' | undefined
  /** The step in a full sentence, for the text twin. */
  readonly text?: string | undefined
}

export interface FlowEdge {
  readonly from: string
  readonly to: string
  /** Said beside an edge that goes back or skips. */
  readonly label?: string | undefined
}

export interface PlacedNode {
  readonly node: FlowNode
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly titleLines: readonly string[]
  readonly noteLines: readonly string[]
}

export interface FlowArrow {
  readonly fromX: number
  readonly fromY: number
  readonly middleY: number
  readonly toX: number
  readonly toY: number
}

/** An edge that leaves the straight way: drawn in the lane at the right. */
export interface LaneEdge {
  readonly edge: FlowEdge
  readonly labelLines: readonly string[]
  readonly back: boolean
  readonly fromY: number
  readonly toY: number
  readonly laneX: number
}

export interface FlowLayout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  /** From the boxes of one rank to the boxes of the next: down, across, down. */
  readonly arrows: readonly FlowArrow[]
  readonly lanes: readonly LaneEdge[]
}

/** All in CSS pixels. The whole chart is 300 wide, so that it never shrinks on a phone and its text stays readable. */
const boxes = { width: 232, gap: 8, rankGap: 36, margin: 2, laneStep: 14, laneWidth: 68, lineHeight: 21, noteHeight: 20, padding: 10, titleSize: 15, noteSize: 13, laneEms: 2.6 } as const

/**
 * Places steps from top to bottom: a step stands below all that lead to it, steps of one rank (parallel work) side by side,
 * two to a line. An edge to an earlier node of the list goes back.
 */
export function layOutFlow(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): FlowLayout {
  const order = new Map(nodes.map((node, place) => [node.id, place]))
  const goesBack = (edge: FlowEdge) => (order.get(edge.to) ?? 0) <= (order.get(edge.from) ?? 0)
  const rankOf = ranks(nodes, edges.filter((edge) => !goesBack(edge)))
  const bands = placeBands(nodes, rankOf)
  const placed = bands.flatMap((band) => band.nodes)
  const bandOf = (id: string) => bands[rankOf.get(id) ?? 0]
  const outside = edges.filter((edge) => goesBack(edge) || (rankOf.get(edge.to) ?? 0) - (rankOf.get(edge.from) ?? 0) > 1)
  const lanes = outside.map((edge, place): LaneEdge => {
    const middle = (id: string) => {
      const band = bandOf(id)
      return band ? (band.top + band.bottom) / 2 : 0
    }
    return { edge, labelLines: linesOf(edge.label ?? '', boxes.laneEms), back: goesBack(edge), fromY: middle(edge.from) + 6, toY: middle(edge.to) - 6, laneX: boxes.margin + boxes.width + boxes.laneStep * (place + 1) }
  })
  return {
    width: boxes.width + boxes.laneWidth,
    height: (bands.at(-1)?.bottom ?? 0) + boxes.margin,
    nodes: placed,
    arrows: bands.slice(1).flatMap((band, place) => arrowsBetween(bands[place], band)),
    lanes,
  }
}

/** The rank of a node is the length of the longest way to it. `forward` has no cycle because it follows the list's order. */
function ranks(nodes: readonly FlowNode[], forward: readonly FlowEdge[]): ReadonlyMap<string, number> {
  const rankOf = new Map<string, number>()
  for (const node of nodes) {
    const before = forward.filter((edge) => edge.to === node.id).map((edge) => rankOf.get(edge.from) ?? 0)
    rankOf.set(node.id, before.length > 0 ? Math.max(...before) + 1 : 0)
  }
  return rankOf
}

interface Band {
  readonly top: number
  readonly bottom: number
  readonly nodes: readonly PlacedNode[]
}

/** Every box of the last line above leads to every box of the first line below. */
function arrowsBetween(above: Band | undefined, below: Band): readonly FlowArrow[] {
  const sources = above?.nodes.filter((box) => box.y + box.height === above.bottom) ?? []
  const targets = below.nodes.filter((box) => box.y === below.top)
  return sources.flatMap((source) =>
    targets.map((target) => ({
      fromX: source.x + source.width / 2,
      fromY: source.y + source.height,
      middleY: (source.y + source.height + target.y) / 2,
      toX: target.x + target.width / 2,
      toY: target.y,
    })),
  )
}

function placeBands(nodes: readonly FlowNode[], rankOf: ReadonlyMap<string, number>): readonly Band[] {
  const byRank = Map.groupBy(nodes, (node) => rankOf.get(node.id) ?? 0)
  const bands: Band[] = []
  for (const rank of [...byRank.keys()].toSorted((one, other) => one - other)) {
    const top: number = bands.length === 0 ? boxes.margin : (bands.at(-1)?.bottom ?? 0) + boxes.rankGap
    const placed = placeRank(byRank.get(rank) ?? [], top)
    bands.push({ top, bottom: Math.max(...placed.map((box) => box.y + box.height)), nodes: placed })
  }
  return bands
}

function placeRank(nodes: readonly FlowNode[], top: number): readonly PlacedNode[] {
  const width = nodes.length === 1 ? boxes.width : (boxes.width - boxes.gap) / 2
  const placed: PlacedNode[] = []
  let y = top
  for (let first = 0; first < nodes.length; first += 2) {
    const line = nodes.slice(first, first + 2).map((node) => ({ node, titleLines: linesOf(node.title, (width - boxes.padding) / boxes.titleSize), noteLines: linesOf(node.note ?? '', (width - boxes.padding) / boxes.noteSize) }))
    const height = Math.max(...line.map(({ titleLines, noteLines }) => 2 * boxes.padding + titleLines.length * boxes.lineHeight + noteLines.length * boxes.noteHeight))
    for (const [column, box] of line.entries()) placed.push({ ...box, x: boxes.margin + column * (width + boxes.gap), y, width, height })
    y += height + boxes.gap
  }
  return placed
}

/** SVG does not wrap, so we do: between Chinese characters and between words. */
function linesOf(text: string, ems: number): readonly string[] {
  const lines: string[] = []
  for (const [piece] of text.matchAll(/\p{Script=Han}[\u3000-\u303F\uFF00-\uFFEF]*|[^\s\p{Script=Han}]+\s*|\s+/gu)) {
    const longer = `${lines.at(-1) ?? ''}${piece}`
    if (lines.length > 0 && emsOf(longer) <= ems) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines.map((line) => line.trim())
}

/** A Chinese character is one em wide, a letter about half of it. */
function emsOf(text: string): number {
  return [...text.trimEnd()].reduce((sum, sign) => sum + (/[\u2E80-\uFFEF]/.test(sign) ? 1 : 0.55), 0)
}
