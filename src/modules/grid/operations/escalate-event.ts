import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { commandUnitOf } from '../access.ts'
import { gridErrors } from '../errors.ts'
import { defineEventCommand } from '../event-command.ts'
import { passedTo } from '../rules/clocks.ts'
import { levelAbove } from '../rules/levels.ts'
import { EventNumber, Note } from '../schema.ts'
import { commandTask, taskNames, withClocks } from '../tasks.ts'
import { tellUnit } from '../tell.ts'

/** What cannot be solved at a level goes one level up, with the reason (G-04). The time goes on. */
export const escalateEvent = defineEventCommand({
  name: 'grid.escalate-event',
  command: 'escalate',
  summary: 'Escalates an event by one level: from the community to the town, from the town to the district',
  input: z.object({ number: EventNumber, reason: Note }),
  refusals: [gridErrors.highestLevel],
  example: { reason: '需要封闭车道施工，社区无法处置。' },
  async effect(ctx, { event }, { reason }) {
    const { matter } = event
    const level = must(levelAbove(event.level))
    const centre = commandUnitOf({ ...event, level }, (await getOffice(ctx.db)).id)
    await tellUnit(ctx, { unitId: centre, role: 'gridCommander', matterId: matter.id }, 'event-escalated', { number: matter.number })
    const changed = passedTo(matter.timers, centre, ctx.now)
    return {
      to: 'registered',
      timers: changed,
      endTasks: [taskNames.dispatch, taskNames.handle],
      assign: [commandTask(ctx, 'dispatch', centre, withClocks(matter, afterStep(matter.timers, changed)))],
      note: { text: reason },
      move: { to: level, unitId: centre },
    }
  },
})
