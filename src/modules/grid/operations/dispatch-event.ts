import { z } from 'zod'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { getUnit, organisationErrors } from '#modules/organisation/index.ts'
import { gridErrors } from '../errors.ts'
import { defineEventCommand } from '../event-command.ts'
import { passedTo } from '../rules/clocks.ts'
import { checkDispatchLevel } from '../rules/levels.ts'
import { EventNumber, Level, UnitKey } from '../schema.ts'
import { handleTask, handlerRole, mustHaveHandlers, taskNames, withClocks } from '../tasks.ts'
import { tellUnit } from '../tell.ts'

/** 派遣: to the community's grid workers, to the town's own people, or at the district's level to a department; never upward (G-04). */
export const dispatchEvent = defineEventCommand({
  name: 'grid.dispatch-event',
  command: 'dispatch',
  summary: 'Dispatches a filed event to those who handle it, at its level or below',
  input: z.object({ number: EventNumber, level: Level, unitId: UnitKey.optional().describe('a department, at the level of the district; the town of the event otherwise') }),
  refusals: [gridErrors.otherLevel, gridErrors.unitHasNobody, organisationErrors.unitUnknown],
  example: { level: 'community' },
  async effect(ctx, { event }, { level, unitId }) {
    const { matter, townUnitId } = event
    const direction = must(checkDispatchLevel(event.level, level))
    const handler = level === 'district' ? (unitId ?? '') : townUnitId
    if (level === 'district' && (await getUnit(ctx.db, handler)).kind === 'townGovernment') throw new Refusal(gridErrors.otherLevel, { to: level })
    await mustHaveHandlers(ctx, handler, level)
    await tellUnit(ctx, { unitId: handler, role: handlerRole(level), matterId: matter.id }, 'event-dispatched', { number: matter.number })
    const changed = passedTo(matter.timers, handler, ctx.now)
    return {
      to: 'dispatched',
      detail: { direction },
      timers: changed,
      endTasks: [taskNames.dispatch],
      assign: [handleTask(ctx, { unitId: handler, level }, withClocks(matter, afterStep(matter.timers, changed)))],
      change: { dispatched_at: ctx.now },
      move: { to: level, unitId: handler },
    }
  },
})
