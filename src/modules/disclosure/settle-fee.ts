import type { Ctx } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { dayOf } from '#kernel/time/day.ts'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { unitOf } from './issue-letter.ts'
import type { Effect } from './request-command.ts'
import { answerClock, done } from './rules/clocks.ts'
import type { DisclosureRequest } from './store/requests.ts'
import { dueOfClock, officerTask, taskNames } from './tasks.ts'
import { dueText, tellApplicant } from './tell.ts'

/** The fee is paid or waived: the time for the answer starts again the next day (信息处理费管理办法 art. 8). */
export async function feeSettled(ctx: Ctx, request: DisclosureRequest): Promise<Effect> {
  const { matter } = request
  const today = dayOf(ctx.now)
  const unitId = unitOf(request)
  const clock = answerClock({ id: newId(ctx.now.getTime()), unitId, at: ctx.now }, { receivedOn: today, extended: request.extendedAt !== null })
  await tellApplicant(ctx, { ...request, matterId: matter.id }, 'fee-settled', { number: matter.number, day: dueText(dueOfClock(ctx, { ...matter, timers: [clock] }, 'answer')) })
  return {
    to: 'handling',
    timers: [...done(matter.timers, ['pay'], ctx.now), clock],
    endTasks: [taskNames.handle],
    assign: [officerTask(ctx, unitId, { ...matter, timers: afterStep(matter.timers, [clock]) })],
    change: { clock_from: today },
  }
}
