import type { Ctx } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { defineMatterCommands, type MatterEffect } from '#kernel/matter/matter-commands.ts'
import { recordStep } from '#kernel/matter/record.ts'
import { disclosureErrors } from './errors.ts'
import { type RequestCommand, requestLifecycle, type RequestState } from './lifecycle.ts'
import { getRequestFor, type Reached, shownRequest } from './request-view.ts'
import { checkHandling } from './rules/handling.ts'
import { ShownRequest } from './shown-request.ts'
import { type DisclosureRequest, insertNote, type RequestChange, updateRequest } from './store/requests.ts'
import { taskNames } from './tasks.ts'

/** What one command does to an application. */
export interface Effect extends MatterEffect<RequestState> {
  readonly change?: RequestChange
  readonly note?: { readonly text: string; readonly published: boolean }
}

/** Makes POST /disclosure/requests/{number}/{command}. */
export const defineRequestCommand = defineMatterCommands({
  lifecycle: requestLifecycle,
  path: '/disclosure/requests',
  exampleNumber: 'SQ2026090700001',
  output: ShownRequest,
  refusals: [disclosureErrors.requestUnknown, disclosureErrors.notYourPart],
  reach: getRequestFor,
  matterOf: ({ request }: Reached) => request.matter,
  check: (_ctx, { reach }, command) => must(checkHandling(command, reach)),
  apply: (ctx, { request }, command, effect: Effect) => applyEffect(ctx, request, command, effect),
  show: shownRequest,
})

/** Records a step of an application with all that goes with it; the tasks of one that has ended end. */
export async function applyEffect(ctx: Ctx, request: DisclosureRequest, command: RequestCommand, effect: Effect): Promise<void> {
  const { change, note, ...step } = effect
  const closes = requestLifecycle.states[step.to].phase === 'closed'
  await recordStep(ctx, requestLifecycle, request.matter, { command, ...step, ...(closes && { endTasks: Object.values(taskNames) }) })
  if (change !== undefined) await updateRequest(ctx.db, request.matter.id, change)
  if (note === undefined) return
  await insertNote(ctx.db, {
    id: newId(ctx.now.getTime()),
    request_id: request.matter.id,
    command,
    published: note.published,
    sealed_text: await ctx.services.vault.seal(ctx.db, request.applicantId, note.text),
    noted_at: ctx.now,
  })
}
