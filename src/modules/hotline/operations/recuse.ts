import { z } from 'zod'
import { actorOf, rolesOf } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import { mustBeAllowed } from '#kernel/matter/matter-commands.ts'
import { getOffice, getStaff, organisationErrors } from '#modules/organisation/index.ts'
import { hotlineErrors } from '../errors.ts'
import { orderLifecycle, type OrderState } from '../lifecycle.ts'
import { applyEffect } from '../order-command.ts'
import { getOrderFor } from '../order-view.ts'
import { OrderNumber, RecusalGround, StaffId } from '../schema.ts'
import { insertRecusal } from '../store/orders.ts'
import { tellUnit } from '../tell-caller.ts'

/** Who has an interest steps back and sees the order no more; the lead of the hotline may send somebody else away (H-11). Whom the first contact leaves the order to, the lead decides. */
export const recuse = defineOperation({
  name: 'hotline.recuse',
  summary: 'Takes oneself, or as the lead of the hotline somebody else, off an order because of a conflict of interest',
  kind: 'command',
  http: { method: 'POST', path: '/hotline/orders/{number}/recuse' },
  access: { permission: 'hotline:recuse' },
  input: z.object({ number: OrderNumber, ground: RecusalGround, staffId: StaffId.optional() }),
  output: z.object({ number: z.string(), staffId: z.string() }),
  refusals: [hotlineErrors.orderUnknown, hotlineErrors.notYourPart, lifecycleRefusals.commandNotAllowed, organisationErrors.staffUnknown],
  examples: [{ summary: 'A relative of the handler is reported', input: { number: 'RX2026090700001', ground: 'relative' } }],
  async run(ctx, { number, ground, staffId }) {
    const { order, reach } = await getOrderFor(ctx, number, true)
    mustBeAllowed(orderLifecycle, order.matter.state, 'recuse')
    const own = ctx.caller.kind === 'staff' ? ctx.caller.id : ''
    const whom = staffId ?? own
    if (reach === 'reader' || reach === 'head' || (whom !== own && !rolesOf(ctx.caller).has('hotlineLead'))) throw new Refusal(hotlineErrors.notYourPart)
    await getStaff(ctx.db, whom)
    await insertRecusal(ctx.db, { order_id: order.matter.id, staff_id: whom, ground, recused_by: actorOf(ctx.caller), recused_at: ctx.now })
    const answered = whom === order.firstContact
    if (answered) await tellUnit(ctx, { unitId: (await getOffice(ctx.db)).id, role: 'hotlineLead', matterId: order.matter.id }, 'duty-vacant', { number })
    await applyEffect(ctx, order, 'recuse', { to: order.matter.state as OrderState, detail: { staff: whom, ground }, ...(answered && { change: { first_contact: null } }) })
    return { number, staffId: whom }
  },
})
