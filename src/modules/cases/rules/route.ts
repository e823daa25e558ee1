import type { ItemVersion, ProcessStep, ScenarioAnswers } from '#modules/catalogue/index.ts'

export type StepState = 'waiting' | 'open' | 'done' | 'skipped'
export type Opinion = 'agree' | 'agreeWithConditions' | 'disagree'

/** One step of one case by one unit. */
export interface CaseStep {
  readonly key: string
  readonly kind: 'REVIEW' | 'APPROVE'
  readonly unitId: string
  readonly role: string
  readonly order: number
  readonly countersign: boolean
  readonly officers: number
  readonly state: StepState
  readonly personId: string | null
  readonly openedAt: Date | null
  readonly doneAt: Date | null
  readonly opinion: Opinion | null
}

/**
 * The steps that a unit of the back office has to do in this case: those of the route whose condition holds, reviews before the
 * approval. Where several departments decide (joint handling), the last one closes the case and the others' decisions stand
 * among the reviews, given by their approvers.
 */
export function stepsOf(item: Pick<ItemVersion, 'route' | 'department'>, answers: ScenarioAnswers, holds: (condition: ProcessStep['when'], answers: ScenarioAnswers) => boolean): readonly CaseStep[] {
  const wanted = item.route.steps.filter((step) => (step.kind === 'REVIEW' || step.kind === 'APPROVE') && holds(step.when, answers))
  const steps = wanted.map(fresh)
  const approval = steps.filter((step) => step.kind === 'APPROVE').at(-1)
  const lead: CaseStep = approval ?? { key: 'approval', kind: 'APPROVE', unitId: item.department, role: 'approver', order: 99, countersign: false, officers: 1, state: 'waiting', personId: null, openedAt: null, doneAt: null, opinion: null }
  return [...steps.filter((step) => step !== approval).map((step) => ({ ...step, kind: 'REVIEW' as const })), lead]
}

function fresh(step: ProcessStep): CaseStep {
  return {
    key: step.key,
    kind: step.kind === 'REVIEW' ? 'REVIEW' : 'APPROVE',
    unitId: step.unit,
    role: step.kind === 'APPROVE' ? 'approver' : 'reviewer',
    order: step.order,
    countersign: step.countersign,
    officers: step.officers,
    state: 'waiting',
    personId: null,
    openedAt: null,
    doneAt: null,
    opinion: null,
  }
}

/**
 * The steps that open now: all of the lowest order that is not finished, if none of it is open yet. Parallel units
 * receive at the same instant, a unit in sequence when the result before it arrives (C-22). The approval opens last.
 */
export function stepsToOpen(steps: readonly CaseStep[]): readonly CaseStep[] {
  if (steps.some((step) => step.state === 'open')) return []
  const waiting = steps.filter((step) => step.state === 'waiting')
  const reviews = waiting.filter((step) => step.kind === 'REVIEW')
  const next = reviews.length > 0 ? reviews : waiting
  const order = Math.min(...next.map((step) => step.order))
  return next.filter((step) => step.order === order)
}

/** Joint handling in the sense of 行政许可法 art. 26: two or more departments decide; opinions and countersigning make none (C-05). */
export function isJoint(steps: readonly CaseStep[]): boolean {
  const deciding = steps.filter((step) => !step.countersign && (step.kind === 'APPROVE' || step.role === 'approver'))
  return new Set(deciding.map((step) => step.unitId)).size > 1
}

/** Pre-examination (行政许可法 art. 43): a review by another authority than the deciding one that is no countersigning (C-06). */
export function isPreExamination(step: CaseStep, decidingUnitId: string): boolean {
  return step.kind === 'REVIEW' && step.role === 'reviewer' && !step.countersign && step.unitId !== decidingUnitId
}

/** Reviews that still stand between the case and its decision. */
export function openReviews(steps: readonly CaseStep[]): readonly CaseStep[] {
  return steps.filter((step) => step.kind === 'REVIEW' && (step.state === 'open' || step.state === 'waiting'))
}
