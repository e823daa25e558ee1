import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { defineEventCommand } from '../event-command.ts'
import { done, verifyClock } from '../rules/clocks.ts'
import { EventNumber, Note } from '../schema.ts'
import { gridSettings } from '../settings.ts'
import { dueAtOf, taskNames, verifyTask, withClocks } from '../tasks.ts'

/** 反馈: what was done. The time for handling ends; somebody looks on the spot. */
export const feedBackEvent = defineEventCommand({
  name: 'grid.feed-back-event',
  command: 'feed-back',
  summary: 'Says what was done about an event; a grid worker then looks on the spot',
  input: z.object({ number: EventNumber, treatment: Note }),
  example: { treatment: '已清运垃圾并冲洗地面，投放点加装提示牌。' },
  effect(ctx, { event }, { treatment }) {
    const { matter, townUnitId } = event
    const clock = verifyClock({ id: newId(ctx.now.getTime()), unitId: townUnitId, at: ctx.now }, settingsAt(ctx, gridSettings).verification)
    const changed = [...done(matter.timers, 'dispose', ctx.now), clock]
    return {
      to: 'fedBack',
      timers: changed,
      endTasks: [taskNames.handle],
      assign: [verifyTask(ctx, townUnitId, withClocks(matter, afterStep(matter.timers, changed)))],
      change: { fed_back_at: ctx.now, fed_back_by: actorOf(ctx.caller), dispose_due_at: dueAtOf(ctx, matter, 'dispose') ?? null },
      note: { text: treatment, published: true },
    }
  },
})
