import type { OutputOf } from '#app'
import type { FlowEdge, FlowNode } from '#ui/flow-layout.ts'
import { joined } from '#ui/text.ts'
import { limitWords } from '#web/limit-words.ts'
import { say } from './text.ts'

type Guide = OutputOf<'catalogue.get-guide'>
type Step = Guide['route']['steps'][number]

/** Puts the route of one applicant into the words and lines of `FlowChart`: steps of one order run side by side. */
export function flowOf(steps: readonly Step[], unitName: (key: string) => string): { readonly nodes: readonly FlowNode[]; readonly edges: readonly FlowEdge[]; readonly label: string } {
  const ordered = steps.toSorted((one, other) => one.order - other.order)
  const start: FlowNode = { id: 'start', title: say('guide.flow.start'), kind: 'start', text: say('guide.flow.start.text') }
  const standsAlone = (step: Step) => ordered.every((other) => other === step || other.order !== step.order)
  const nodes = ordered.map((step): FlowNode => {
    const full = noteOf(step, unitName)
    return { id: step.key, title: step.name, kind: kindOf(step), note: standsAlone(step) ? full : limitOf(step), text: step.note === null ? full : say('guide.flow.text', { note: full, text: step.note }) }
  })
  const ranks = [...new Set(ordered.map((step) => step.order))].map((order) => ordered.filter((step) => step.order === order).map((step) => step.key))
  const accept = ordered.find((step) => step.kind === 'ACCEPT')?.key
  const edges = [['start'], ...ranks].flatMap((rank, place, all): FlowEdge[] => rank.flatMap((from) => (all[place + 1] ?? []).map((to) => ({ from, to }))))
  return {
    nodes: [start, ...nodes],
    edges: [...edges, ...(accept === undefined ? [] : [{ from: accept, to: 'start', label: say('guide.flow.correction') }])],
    label: say('guide.flow.label', { steps: joined('list', nodes.map((node) => node.title)) }),
  }
}

function kindOf(step: Step): NonNullable<FlowNode['kind']> {
  if (step.kind === 'REVIEW') return 'main'
  return step.kind === 'DELIVER' ? 'result' : 'step'
}

/** Boxes side by side are narrow: only the time stands in them, the unit is in the words beside the drawing. */
function limitOf(step: Step): string | undefined {
  return step.internalLimit === null ? undefined : limitWords(step.internalLimit)
}

function noteOf(step: Step, unitName: (key: string) => string): string {
  const unit = step.unit === 'general-window' ? say('guide.flow.window') : unitName(step.unit)
  return step.internalLimit === null ? unit : say('guide.flow.note', { unit, limit: limitWords(step.internalLimit) })
}
