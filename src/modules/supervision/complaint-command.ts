import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { defineMatterCommands, type MatterEffect } from '#kernel/matter/matter-commands.ts'
import type { NewAssignment, Step } from '#kernel/matter/matter.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dueOf, type Timer } from '#kernel/time/timer.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { complaintFacts, reachComplaint, type ReachedComplaint, ShownComplaint, shownComplaint } from './complaint-view.ts'
import { supervisionErrors } from './errors.ts'
import { type ComplaintCommand, complaintLifecycle, type ComplaintState } from './lifecycle.ts'
import { clock, type ClockName } from './rules/clocks.ts'
import { checkComplaint } from './rules/complaints.ts'
import { supervisionSettings } from './settings.ts'
import { type Complaint, type ComplaintChange, updateComplaint } from './store/complaints.ts'
import { tellAsker } from './tell.ts'

/** The task of a complaint, whatever it waits for. */
export const complaintTask = 'handle-complaint'

/** What one command does to a complaint. `told`: the message that the complainant gets. */
export interface ComplaintEffect extends MatterEffect<ComplaintState>, Pick<Step, 'actor'> {
  readonly change?: ComplaintChange
  readonly told?: 'complaint-accepted' | 'complaint-declined' | 'complaint-answered' | 'complaint-concluded'
}

/** Makes POST /service-complaints/{number}/{command}. */
export const defineComplaintCommand = defineMatterCommands({
  lifecycle: complaintLifecycle,
  path: '/service-complaints',
  exampleNumber: 'FT202609070001',
  output: ShownComplaint,
  refusals: [supervisionErrors.complaintUnknown, supervisionErrors.notYourPart],
  reach: reachComplaint,
  matterOf: ({ complaint }: ReachedComplaint) => complaint.matter,
  check: (ctx, { complaint, reach }, command) => must(checkComplaint(command, reach, complaintFacts(ctx, complaint))),
  apply: (ctx, { complaint }, command, effect: ComplaintEffect) => applyEffect(ctx, complaint, command, effect),
  show: shownComplaint,
})

async function applyEffect(ctx: Ctx, { matter, personId }: Complaint, command: ComplaintCommand, { change, told, ...step }: ComplaintEffect): Promise<void> {
  await recordStep(ctx, complaintLifecycle, matter, { command, ...step })
  if (change !== undefined) await updateComplaint(ctx.db, matter.id, change)
  if (told !== undefined) await tellAsker(ctx, { subjectId: null, matterId: matter.id, personId, phone: null }, told, { number: matter.number })
}

const budgets = { acceptComplaint: 'complaintAcceptance', answerComplaint: 'complaintAnswer', concludeComplaint: 'complaintConclusion' } as const satisfies Partial<Record<ClockName, string>>

/** The clock of a stage of a complaint, and the task of the inspectors that goes with it. */
export async function stageOf(ctx: Ctx, name: keyof typeof budgets): Promise<{ readonly timer: Timer; readonly task: NewAssignment }> {
  const office = await getOffice(ctx.db)
  const timer = clock({ id: newId(ctx.now.getTime()), name, budget: settingsAt(ctx, supervisionSettings)[budgets[name]], unitId: office.id, at: ctx.now })
  const { dueAt } = dueOf(timer, ctx.services.legalCalendar.of({ regionCode: office.regionCode, hallId: null }))
  return { timer, task: { task: complaintTask, unitId: office.id, role: 'inspector', ...(dueAt !== undefined && { dueAt }) } }
}
