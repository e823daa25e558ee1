import { law } from '#kernel/access/caller.ts'
import type { Ctx } from '#kernel/contract/operation.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { allDropped } from '#kernel/time/open-clocks.ts'
import { findingLifecycle } from './lifecycle.ts'
import { appealTask, explainTask, openFinding } from './open-finding.ts'
import { liftMeasures } from './raise-measures.ts'
import type { FindingGrade, Violation } from './schema.ts'
import type { Complaint } from './store/complaints.ts'
import { findStandingOfComplaint, holdMonth, updateFinding } from './store/findings.ts'
import { tellConcerned } from './tell.ts'

/** Enters what a complaint proved; the finding names the complaint by its number, which opens to nobody of the unit. */
export async function foundBy(ctx: Ctx, { unitId, matter }: Complaint, { grade, violation }: { readonly grade: FindingGrade; readonly violation: Violation }): Promise<void> {
  await openFinding(ctx, { source: 'complaint', grade, violation, unitId, evidence: [{ kind: 'matter', reference: matter.number }] })
}

/** What a complaint had proved falls when it is concluded that it proved nothing, with everything that rested on it. */
export async function unfound(ctx: Ctx, { matter: { number } }: Complaint): Promise<void> {
  const finding = await findStandingOfComplaint(ctx.db, number)
  if (finding === undefined) return
  const { matter } = finding
  await holdMonth(ctx.db, finding.unitId, finding.month)
  await recordStep(ctx, findingLifecycle, matter, { command: 'fall', to: 'overturned', actor: law, outcome: 'overturned', timers: allDropped(matter.timers, { at: ctx.now, reason: 'unfounded' }), endTasks: [explainTask, appealTask] })
  await updateFinding(ctx.db, matter.id, { overturnedAt: ctx.now })
  await liftMeasures(ctx, finding)
  await tellConcerned(ctx, { ...finding, matterId: matter.id }, 'finding-overturned', { number: matter.number })
}
