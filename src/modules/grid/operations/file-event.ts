import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { categoryOf } from '../categories.ts'
import { dueWithOrder } from '../due-with-order.ts'
import { gridErrors } from '../errors.ts'
import { defineEventCommand } from '../event-command.ts'
import { handlingHours } from '../handling-hours.ts'
import { disposeClock, done } from '../rules/clocks.ts'
import { checkComponentClass } from '../rules/components.ts'
import { CategoryKey, EventNumber } from '../schema.ts'
import { gridSettings } from '../settings.ts'
import { commandTask, taskNames, withClocks } from '../tasks.ts'

/** 立案: the report meets the condition of its class; the time for handling it begins, in working hours. */
export const fileEvent = defineEventCommand({
  name: 'grid.file-event',
  command: 'file',
  summary: 'Files a reported event under its class; the time for handling it begins',
  input: z.object({ number: EventNumber, category: CategoryKey.optional() }),
  refusals: [gridErrors.categoryUnknown, gridErrors.componentOtherClass],
  example: { category: 'E0102' },
  async effect(ctx, { event }, { category }) {
    const { matter, townUnitId } = event
    const filed = must(categoryOf(category ?? event.category))
    must(checkComponentClass(filed.key, event.componentCode))
    const clock = await dueWithOrder(ctx, event, disposeClock({ id: newId(ctx.now.getTime()), unitId: townUnitId, at: ctx.now }, handlingHours(ctx, filed), settingsAt(ctx, gridSettings).longestExtension))
    const changed = [...done(matter.timers, 'file', ctx.now), clock]
    return {
      to: 'registered',
      detail: { category: filed.key, reportedAs: event.category },
      timers: changed,
      endTasks: [taskNames.file],
      assign: [commandTask(ctx, 'dispatch', townUnitId, withClocks(matter, afterStep(matter.timers, changed)))],
      change: { category: filed.key, filed_at: ctx.now },
    }
  },
})
