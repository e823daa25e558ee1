import { z } from 'zod'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { getOffice } from '#modules/organisation/index.ts'
import { commandUnitOf } from '../access.ts'
import { defineEventCommand } from '../event-command.ts'
import { passedTo } from '../rules/clocks.ts'
import { EventNumber, Note } from '../schema.ts'
import { commandTask, taskNames, withClocks } from '../tasks.ts'

/** Not its duty: the unit gives the event back to the centre with the reason. The time goes on. */
export const returnEvent = defineEventCommand({
  name: 'grid.return-event',
  command: 'return',
  summary: 'Gives a dispatched event back to the command centre, with the reason',
  input: z.object({ number: EventNumber, reason: Note }),
  example: { reason: '该路段由公路部门管养，不属于本单位职责。' },
  async effect(ctx, { event }, { reason }) {
    const { matter, level, returns } = event
    const centre = commandUnitOf(event, (await getOffice(ctx.db)).id)
    const changed = passedTo(matter.timers, centre, ctx.now)
    return {
      to: 'registered',
      timers: changed,
      endTasks: [taskNames.handle],
      assign: [commandTask(ctx, 'dispatch', centre, withClocks(matter, afterStep(matter.timers, changed)))],
      change: { returns: returns + 1 },
      note: { text: reason },
      move: { to: level, unitId: centre },
    }
  },
})
