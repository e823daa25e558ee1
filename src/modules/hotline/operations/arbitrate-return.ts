import { z } from 'zod'
import { must, Refusal } from '#kernel/errors/refusal.ts'
import { withoutNumbers } from '#kernel/ids/hidden-numbers.ts'
import { afterStep } from '#kernel/time/open-clocks.ts'
import { organisationErrors } from '#modules/organisation/index.ts'
import { hotlineErrors } from '../errors.ts'
import { defineOrderCommand } from '../order-command.ts'
import { done, passedTo } from '../rules/clocks.ts'
import { checkDispatch } from '../rules/handling.ts'
import { type AppealText, Key, Note, OrderNumber } from '../schema.ts'
import { notYetUrged, replaceAssistants } from '../store/orders.ts'
import { decideReturnClaim } from '../store/returns.ts'
import { learnDispatch } from '../suggestion.ts'
import { mustHaveHandlers, taskNames, unitTask } from '../tasks.ts'
import { tellUnit } from '../tell-caller.ts'

/** The hotline decides a dispute about duty: the order goes to a unit that can no longer return it (H-05), and the reasons become a precedent. */
export const arbitrateReturn = defineOrderCommand({
  name: 'hotline.arbitrate-return',
  command: 'arbitrate',
  summary: 'Decides a claimed return: the order stays, or goes to another unit; either way it is designated and cannot be returned',
  input: z.object({ number: OrderNumber, upheld: z.stringbool().or(z.boolean()), unitId: Key.optional(), reasoning: Note }),
  refusals: [hotlineErrors.unitConcerned, hotlineErrors.unitHasNobody, organisationErrors.unitUnknown],
  example: { upheld: false, reasoning: '占道经营的食品摊贩由市场监管部门查处食品安全问题，参照既往裁定。' },
  async effect(ctx, { order }, { upheld, unitId, reasoning }) {
    const { id, number, timers, leadUnitId } = order.matter
    const decided = upheld ? unitId : leadUnitId
    if (!decided || (upheld && decided === leadUnitId)) throw new Refusal(organisationErrors.unitUnknown, { unitId })
    const assistants = order.assistants.map((assistant) => assistant.unitId).filter((assistant) => assistant !== decided)
    must(checkDispatch({ mainUnitId: decided, assistants, concernedUnitId: order.concernedUnitId, secret: order.secret, hasBrief: order.sealedBrief !== null }))
    if (upheld) await mustHaveHandlers(ctx, [decided])
    if (assistants.length < order.assistants.length) await replaceAssistants(ctx.db, id, assistants)
    await decideReturnClaim(ctx.db, id, { decided_at: ctx.now, upheld, decided_unit_id: decided, reasoning: withoutNumbers(reasoning) })
    const appeal = upheld && !order.secret ? await ctx.services.vault.open<AppealText>(ctx.db, order.callerId, order.sealedAppeal) : undefined
    if (appeal !== undefined) await learnDispatch(ctx.db, `${appeal.title}\n${appeal.content}`, { category: order.category ?? 'other', unitId: decided })
    await tellUnit(ctx, { unitId: decided, role: 'reviewer', matterId: id }, 'order-designated', { number })
    const changed = [...done(timers, 'arbitrate', ctx.now), ...(upheld ? passedTo(timers, decided, ctx.now) : [])]
    return {
      to: 'dispatched',
      leadUnitId: decided,
      detail: { upheld, designated: decided },
      timers: changed,
      endTasks: [taskNames.arbitrate],
      assign: [unitTask(ctx, decided, { ...order.matter, timers: afterStep(timers, changed) })],
      change: { ...(upheld && notYetUrged), designated: true, dispatched_at: ctx.now },
    }
  },
})
