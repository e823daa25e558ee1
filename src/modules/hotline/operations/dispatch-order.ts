import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { organisationErrors } from '#modules/organisation/index.ts'
import { checkCategory, priorityOf } from '../categories.ts'
import { hotlineErrors } from '../errors.ts'
import { takenInHand } from '../first-contact.ts'
import { defineOrderCommand } from '../order-command.ts'
import { passedTo, returnClock } from '../rules/clocks.ts'
import { checkDispatch } from '../rules/handling.ts'
import { type AppealText, Brief, Key, OrderNumber } from '../schema.ts'
import { notYetUrged, replaceAssistants } from '../store/orders.ts'
import { learnDispatch } from '../suggestion.ts'
import { assistTask, dueOfClock, mustHaveHandlers, taskNames, unitTask } from '../tasks.ts'
import { tellUnit } from '../tell-caller.ts'
import { hotlineSettings } from '../settings.ts'

/** One main unit, several assistants (H-06); the caller's clock goes on in the unit's name, and its hours to return the order begin (H-04). */
export const dispatchOrder = defineOrderCommand({
  name: 'hotline.dispatch-order',
  command: 'dispatch',
  summary: 'Dispatches an order to a main unit and its assistants under a category',
  input: z.object({ number: OrderNumber, category: Key, mainUnitId: Key, assistants: z.array(Key).max(5).default([]), brief: Brief.optional() }),
  refusals: [hotlineErrors.categoryUnknown, hotlineErrors.mainAlsoAssists, hotlineErrors.unitConcerned, hotlineErrors.briefMissing, hotlineErrors.unitHasNobody, organisationErrors.unitUnknown],
  example: { category: 'market', mainUnitId: 'shichang-jianguan', assistants: ['chengshi-guanli'] },
  async effect(ctx, { order }, { category, mainUnitId, assistants, brief }) {
    const { vault } = ctx.services
    const { id, number, timers } = order.matter
    const rules = settingsAt(ctx, hotlineSettings)
    must(checkCategory(category))
    must(checkDispatch({ mainUnitId, assistants, concernedUnitId: order.concernedUnitId, secret: order.secret, hasBrief: brief !== undefined }))
    await mustHaveHandlers(ctx, [mainUnitId, ...assistants])
    await replaceAssistants(ctx.db, id, assistants)
    const appeal = order.secret ? undefined : await vault.open<AppealText>(ctx.db, order.callerId, order.sealedAppeal)
    if (appeal !== undefined) await learnDispatch(ctx.db, `${appeal.title}\n${appeal.content}`, { category, unitId: mainUnitId })
    for (const unitId of [mainUnitId, ...assistants]) await tellUnit(ctx, { unitId, role: 'reviewer', matterId: id }, 'order-dispatched', { number, hours: rules.returnClaim.value })
    ctx.publish('hotline.order-dispatched', { matterId: id, number, unitId: mainUnitId, category })
    const changed = [...passedTo(timers, mainUnitId, ctx.now), returnClock({ id: newId(ctx.now.getTime()), unitId: mainUnitId, at: ctx.now, rules })]
    const clocks = { ...order.matter, timers: afterStep(timers, changed) }
    return {
      to: 'dispatched',
      leadUnitId: mainUnitId,
      detail: { category, assistants, suggested: order.suggestion.units[0]?.label ?? null },
      timers: changed,
      endTasks: [taskNames.dispatch],
      assign: [unitTask(ctx, mainUnitId, clocks), ...assistants.map((unitId) => ({ task: assistTask(unitId), unitId, role: 'reviewer', dueAt: dueOfClock(ctx, clocks, 'handle')?.dueAt }))],
      change: {
        category,
        priority: priorityOf({ emergency: order.emergency, category }),
        ...notYetUrged,
        ...takenInHand(ctx, order),
        dispatched_at: ctx.now,
        sealed_brief: brief === undefined ? null : await vault.seal(ctx.db, order.callerId, brief),
      },
    }
  },
})
