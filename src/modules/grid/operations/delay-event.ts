import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { timeErrors } from '#kernel/time/errors.ts'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { extendWithOrder } from '../due-with-order.ts'
import { defineEventCommand } from '../event-command.ts'
import { openClock } from '../rules/clocks.ts'
import { EventNumber, Note } from '../schema.ts'
import { handleTask, taskNames, withClocks } from '../tasks.ts'

/** 延期: the centre gives more working hours, once, before the event is due, with the reason. */
export const delayEvent = defineEventCommand({
  name: 'grid.delay-event',
  command: 'delay',
  summary: 'Extends the time for handling an event once by so many working hours',
  input: z.object({ number: EventNumber, hours: z.coerce.number().int().min(1).max(700), reason: Note }),
  refusals: [timeErrors.notExtensible, timeErrors.alreadyExtended, timeErrors.extensionTooLong, timeErrors.expired],
  example: { hours: 7, reason: '需要采购同规格井盖，次日到货。' },
  async effect(ctx, { event }, { hours, reason }) {
    const { matter, level, townUnitId } = event
    const clock = openClock(matter.timers, 'dispose')
    if (clock === undefined) throw new Refusal(timeErrors.notExtensible)
    const changed = await extendWithOrder(ctx, event, clock, { by: { value: hours, unit: 'WORKING_HOUR' }, grantedAt: ctx.now, approver: { id: actorOf(ctx.caller), rank: 'commandCentre' }, reason })
    return {
      to: 'disposing',
      detail: { hours },
      timers: changed,
      endTasks: [taskNames.handle],
      assign: [handleTask(ctx, { unitId: matter.leadUnitId ?? townUnitId, level }, withClocks(matter, afterStep(matter.timers, changed)))],
      change: { extended: true },
      note: { text: reason },
    }
  },
})
