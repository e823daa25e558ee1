import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { defineMatterCommands, type MatterEffect } from '#kernel/matter/matter-commands.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { supervisionErrors } from './errors.ts'
import { factsOf, type ReachedFinding, reachFinding, ShownFinding, shownFinding } from './finding-view.ts'
import { findingLifecycle, type FindingCommand, type FindingState } from './lifecycle.ts'
import { note } from './notes.ts'
import { checkFinding } from './rules/handling.ts'
import { type FindingChange, updateFinding } from './store/findings.ts'

/** What one command does to a finding. */
export interface FindingEffect extends MatterEffect<FindingState> {
  readonly change?: FindingChange
  readonly text: string
}

/** Makes POST /findings/{number}/{command}. */
export const defineFindingCommand = defineMatterCommands({
  lifecycle: findingLifecycle,
  path: '/findings',
  exampleNumber: 'JC202609070001',
  output: ShownFinding,
  refusals: [supervisionErrors.findingUnknown, supervisionErrors.notYourPart],
  reach: reachFinding,
  matterOf: ({ finding }: ReachedFinding) => finding.matter,
  check: (ctx, { finding, reach }, command) => must(checkFinding(command, reach, factsOf(ctx, finding))),
  apply: (ctx, { finding }, command, effect: FindingEffect) => applyEffect(ctx, finding.matter, command, effect),
  show: shownFinding,
})

async function applyEffect(ctx: Ctx, matter: ReachedFinding['finding']['matter'], command: FindingCommand, { change, text, ...step }: FindingEffect): Promise<void> {
  await recordStep(ctx, findingLifecycle, matter, { command, ...step })
  if (change !== undefined) await updateFinding(ctx.db, matter.id, change)
  await note(ctx, matter.id, command, text)
}
