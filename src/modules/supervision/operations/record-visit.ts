import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { addEvidence } from '#kernel/evidence/evidence.ts'
import { claimFiles } from '#kernel/files/claim.ts'
import { fileErrors } from '#kernel/files/errors.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import { mustBeAllowed } from '#kernel/matter/matter-commands.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { getStaff, getUnit, getWindow, organisationErrors } from '#modules/organisation/index.ts'
import { supervisionErrors } from '../errors.ts'
import { patrolLifecycle } from '../lifecycle.ts'
import { openFinding } from '../open-finding.ts'
import { isOpen, reachPatrol, ShownPatrol, shownPatrol } from '../patrol-view.ts'
import { CHECK_POINTS, FINDING_GRADES, Key, Note, PatrolNumber, StaffId } from '../schema.ts'
import { supervisionSettings } from '../settings.ts'
import { type PatrolVisit, recordVisit as storeVisit } from '../store/patrols.ts'

const Fault = z.object({
  point: z.enum(CHECK_POINTS),
  grade: z.enum(FINDING_GRADES),
  unitId: Key,
  staffId: StaffId.optional(),
  windowId: Key.optional(),
  text: Note,
  fileIds: z.array(z.uuid()).max(5).default([]),
})

/** One patrol at its drawn time: the six points were looked at, and each that was not in order is a finding (S-04, S-13). */
export const recordVisit = defineOperation({
  name: 'supervision.record-visit',
  summary: 'Records a patrol at its drawn time: which of the six points were not in order, and where',
  kind: 'command',
  http: { method: 'POST', path: '/patrols/{number}/record-visit' },
  access: { permission: patrolLifecycle.commands['record-visit'].permission },
  input: z.object({ number: PatrolNumber, visitId: z.uuid(), faults: z.array(Fault).max(30).default([]) }),
  output: ShownPatrol,
  refusals: [
    supervisionErrors.patrolUnknown, supervisionErrors.visitUnknown, supervisionErrors.visitTooEarly, supervisionErrors.visitTooLate, supervisionErrors.visitRecorded,
    organisationErrors.unitUnknown, organisationErrors.staffUnknown, organisationErrors.windowUnknown, fileErrors.notFound, lifecycleRefusals.commandNotAllowed,
  ],
  examples: [{ summary: 'Everything in order', input: { number: 'XC202609070001', visitId: '01999999-0000-7000-8000-000000000000', faults: [] } }],
  async run(ctx, { number, visitId, faults }) {
    const within = settingsAt(ctx, supervisionSettings).visitWithinMinutes
    const { matter, visits } = await reachPatrol(ctx, number, true)
    mustBeAllowed(patrolLifecycle, matter.state, 'record-visit')
    const visit = dueVisit(ctx, visits, visitId, within)
    await storeVisit(ctx.db, visit.id, { at: ctx.now, by: actorOf(ctx.caller), faults: faults.length })
    const last = visits.every((one) => one.id === visit.id || one.visitedAt !== null)
    await recordStep(ctx, patrolLifecycle, matter, { command: 'record-visit', to: last ? 'ended' : 'planned', detail: { visitId, faults: faults.length, points: CHECK_POINTS.length }, ...(last && { outcome: 'complete' }) })
    for (const fault of faults) await openFault(ctx, visitId, fault)
    return shownPatrol(ctx, await reachPatrol(ctx, number, false), within)
  },
})

function dueVisit(ctx: Ctx, visits: readonly PatrolVisit[], visitId: string, within: number): PatrolVisit {
  const visit = visits.find(({ id }) => id === visitId)
  if (visit === undefined) throw new Refusal(supervisionErrors.visitUnknown)
  if (visit.visitedAt !== null) throw new Refusal(supervisionErrors.visitRecorded)
  if (!isOpen(visit.plannedAt, ctx.now, within)) throw new Refusal(ctx.now < visit.plannedAt ? supervisionErrors.visitTooEarly : supervisionErrors.visitTooLate)
  return visit
}

async function openFault(ctx: Ctx, visitId: string, { point, fileIds, ...fault }: z.output<typeof Fault>): Promise<void> {
  await getUnit(ctx.db, fault.unitId)
  if (fault.staffId !== undefined) await getStaff(ctx.db, fault.staffId)
  if (fault.windowId !== undefined) await getWindow(ctx.db, fault.windowId)
  await claimFiles(ctx, fileIds)
  const evidence = [{ kind: 'visit' as const, reference: visitId }, ...fileIds.map((reference) => ({ kind: 'file' as const, reference }))]
  const { matter } = await openFinding(ctx, { ...fault, staffId: fault.staffId ?? null, windowId: fault.windowId ?? null, source: 'patrol', violation: point, evidence })
  await addEvidence(ctx.db, matter.id, fileIds.map((fileId, place) => ({ id: newId(ctx.now.getTime()), requirement: `finding-${place + 1}`, source: 'upload', fileId, provenance: {}, providedAt: ctx.now })))
}
